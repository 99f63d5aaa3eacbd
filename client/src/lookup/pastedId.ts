const longest = 2_000;
const uuid = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/gi;
// The unseen characters that mail programs and web pages put into a text, and those that they replace a hyphen with.
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const hyphens = /[\u2010-\u2015\u2212]/g;
const label = /^["']?(?:[A-Za-z]{1,20}[ _-]{0,2}){0,3}id["']?\s{0,3}(?:[:=]|\bis\b)\s{0,3}/i;
const decoration = /^[\s"'`“”„‘’([{<]+|[\s"'`“”‘’)\]}>.,;:!?]+$/g;

/**
 * The request id in a text copied from a mail, a page or a log: without its label, quotes and punctuation, and out of a
 * sentence the only UUID. Any other text comes back as it is, except for white space around it.
 */
export function readPastedId(pasted: string): string {
  const text = pasted.replace(unseen, '').trim();
  if (text.length > longest) return text;
  const plain = text.replace(hyphens, '-');
  const uuids = new Set((plain.match(uuid) ?? []).map((found) => found.toLowerCase()));
  if (uuids.size === 1 && /\s/.test(plain)) return plain.match(uuid)?.[0] ?? text;
  const id = plain.replace(decoration, '').replace(label, '').replace(decoration, '');
  return id === '' || /\s/.test(id) ? text : id;
}
