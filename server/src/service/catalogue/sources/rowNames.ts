import { readText } from './codeText.ts';
import { normalizeName } from './errorProperties.ts';
import type { PlacedMap } from './placed.ts';

/** Whether a word on the way to a list shows that it is about error codes. */
export function isAboutCodes(name: string): boolean {
  return /err(?:or)?s?(?![a-z])|error|errno|codes|(?:ret|return|result|response)_?code|(?<!de)fault|exception|problem|failure|reason/i.test(
    name,
  );
}

/** Whether a schema is one of reasons that are no errors: `DeliveryGapReason`. */
export function isOtherReason(key: string, description: string): boolean {
  return (
    /reasons?$/i.test(key) &&
    !/err|fail|fault|exception|problem|reject|refus|declin|den[iy]|invalid|block|abort|cancel/i.test(`${key} ${description}`)
  );
}

/** Whether a key describes the document itself, beside its lists. */
export function isAside(key: string): boolean {
  return /^(?:\$(?!defs$).*|_.*|version|title|description|comment|updated.*|created.*|generated.*|date|license|copyright|author|source|url|docs|id|lang|language|locale|required|(?:request_?|response_?)?headers)$/i.test(
    key,
  );
}

/** A key that names the list itself, not a group of codes. */
export function isContainer(key: string): boolean {
  return /^(?:api)?(?:errors?|codes?|errorcodes?|data|items|list|results?|entries|records|rows|catalogue|catalog|content|response|body|messages|errormessages|values|all|definitions|defs|reasons|exceptions|faults|problems|components|schemas)$/.test(
    normalizeName(key),
  );
}

/** The title of a row that has no code. */
export function nameOf(row: PlacedMap): string | undefined {
  for (const name of ['title', 'name', 'category', 'group', 'section', 'id']) {
    const text = readText(row.entries.get(name)?.value);
    if (text !== undefined && text.length <= 100) return text;
  }
  return undefined;
}

/** The id of a group with a title. */
export function toGroupId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
}
