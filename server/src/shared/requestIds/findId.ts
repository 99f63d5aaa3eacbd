import { type Spelling, spellingsOf } from './requestIdSpellings.ts';

/** A place of an id in a text. */
export interface IdPlace {
  readonly at: number;
  readonly end: number;
  /** See {@link Spelling}. */
  readonly endsNumber: boolean;
}

/** Finds the next place of an id in a text, in any spelling, from a character on; undefined when it is not found. */
export type FindId = (from: number) => IdPlace | undefined;

/** Builds the search for an id in a text, to be asked from further on with each call: each spelling is looked for once. */
export function createFindId(text: string, spellings: readonly Spelling[]): FindId {
  // Only letters of ASCII change: some others have a different length in lower case.
  const lower = spellings.some(({ anyCase }) => anyCase)
    ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : undefined;
  const places = spellings.map((spelling) => ({ spelling, searched: (spelling.anyCase && lower) || text, at: -1 }));
  return (from) => {
    let first: IdPlace | undefined;
    for (const place of places) {
      const { spelling, searched } = place;
      if (place.at < from && Number.isFinite(place.at)) {
        const at = searched.indexOf(spelling.text, from);
        place.at = at < 0 ? Number.POSITIVE_INFINITY : at;
      }
      if (place.at >= (first?.at ?? Number.POSITIVE_INFINITY)) continue;
      first = { at: place.at, end: place.at + spelling.text.length, endsNumber: spelling.endsNumber };
    }
    return first;
  };
}

/** Whether a text holds an id in one of its spellings. */
export function holdsId(text: string, requestId: string): boolean {
  return createFindId(text, spellingsOf(requestId))(0) !== undefined;
}
