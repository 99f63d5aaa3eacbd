const generic =
  /\b(?:apis?|rest|http|errors?|codes?|reference|documentation|docs?|catalog(?:ue)?|list|handling|messages?|status|response|responses|guide|overview|common|and|of|the|for|in|from|all|errores|codigos?|de|la|el|del|los|las|des|du|les|fehler(?:codes?)?|der|die|das|und|von|erreurs?|erros?|errori|codici|di|foutcodes?|hata|kodlari|bledow|kody)\b/g;

/** A name for settings and directives out of an API's name: `Pay API` gives `pay`. Empty where nothing of its own is left. */
export function toCatalogueId(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(generic, ' ')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 64);
}

/** The API that a document's title is about: `Errors of the Pay API` gives `Pay API`. The title where it names no API. */
export function toApiName(title: string): string {
  const plain = title.replace(/\s+/g, ' ').trim();
  const about =
    /^(?:the )?(?:api )?(?:common )?errors?(?: codes?| messages?| reference| list| catalog(?:ue)?)*(?: and \w+)? (?:of|for|in|from) (?:the )?(.+)$/i.exec(
      plain,
    )?.[1];
  const before =
    /^(.+?)(?:['’]s)?[\s:–—-]+(?:api )?errors?(?: codes?| messages?| reference| list| catalog(?:ue)?| handling)*$/i.exec(
      plain,
    )?.[1];
  const name = (about ?? (before === undefined ? undefined : keepApi(before, plain)))?.replace(/[\s:–—-]+$/, '').trim();
  return name !== undefined && toCatalogueId(name) !== '' ? name : plain;
}

/** `Pay API error codes` is about the `Pay API`. */
function keepApi(name: string, title: string): string {
  const next = title.slice(name.length).trimStart();
  return /^api\b/i.test(next) ? `${name} API` : name;
}
