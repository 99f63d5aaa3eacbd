/** The most characters of a request id that is looked up. */
export const longestRequestId = 1_000;

/** A way to write an id. */
export interface Spelling {
  readonly text: string;
  /** Letters count in any case; they are small ones in {@link text}, which is ASCII. */
  readonly anyCase: boolean;
}

const uuidShape = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** The digits of a UUID in small letters, without dashes; undefined for any other text. 32 digits of a trace id are such, too. */
export function uuidDigits(text: string): string | undefined {
  if (text.length !== 36 && text.length !== 32) return undefined;
  return uuidShape.test(text) ? text.replaceAll('-', '').toLowerCase() : undefined;
}

/** The same for all spellings of an id. */
export function requestKeyOf(requestId: string): string {
  return uuidDigits(requestId) ?? requestId;
}

/**
 * How logs write an id: a UUID with and without dashes, in any case; others as they are, and as JSON has them, with backslashes
 * before quotes. One program hands it to the next, and each writes it in its own way.
 */
export function spellingsOf(requestId: string): readonly Spelling[] {
  const digits = uuidDigits(requestId);
  const texts = digits === undefined ? [requestId, JSON.stringify(requestId).slice(1, -1)] : [addDashes(digits), digits];
  return [...new Set(texts)].map((text) => ({ text, anyCase: digits !== undefined }));
}

/** Finds the next place of an id in a text, in any spelling, from a character on; undefined when it is not found. */
export type FindId = (from: number) => { readonly at: number; readonly end: number } | undefined;

/** Builds the search for an id in a text, to be asked from further on with each call: each spelling is looked for once. */
export function createFindId(text: string, spellings: readonly Spelling[]): FindId {
  const anyCase = spellings.some((spelling) => spelling.anyCase);
  // Only letters of ASCII change: some others have a different length in lower case.
  const searched = anyCase ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
  const places = spellings.map((spelling) => ({ spelling: spelling.text, at: -1 }));
  return (from) => {
    let first: { at: number; end: number } | undefined;
    for (const place of places) {
      if (place.at < from && Number.isFinite(place.at)) {
        const at = searched.indexOf(place.spelling, from);
        place.at = at < 0 ? Number.POSITIVE_INFINITY : at;
      }
      if (place.at < (first?.at ?? Number.POSITIVE_INFINITY)) first = { at: place.at, end: place.at + place.spelling.length };
    }
    return first;
  };
}

/** Whether a text holds an id in one of its spellings. */
export function holdsId(text: string, requestId: string): boolean {
  return createFindId(text, spellingsOf(requestId))(0) !== undefined;
}

/** The ways to write a spelling for whom letters count: in small ones and in capitals, where the case is free. */
export function fixedSpellings(spellings: readonly Spelling[]): string[] {
  const texts = spellings.flatMap(({ text, anyCase }) => (anyCase ? [text, text.toUpperCase()] : [text]));
  return [...new Set(texts)];
}

function addDashes(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
