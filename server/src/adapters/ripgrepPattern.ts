import { spellingsOf } from '../service/logs/requestIdSpellings.ts';

/** What ripgrep is to look for. */
export interface RipgrepPattern {
  /** Its options. */
  readonly options: readonly string[];
  /** How many characters of the id stand before what it finds. */
  readonly before: number;
  /** It finds nothing but the id. */
  readonly exact: boolean;
}

/** So much of a UUID is left after where a search may begin, so that little else is found. */
const leastTail = 12;

/** Looks for each spelling of an id as it is. */
export function createExactPattern(id: string): RipgrepPattern {
  return { options: ['--fixed-strings', ...spellingsOf(id).map((spelling) => `--regexp=${spelling}`)], before: 0, exact: true };
}

/**
 * Looks for an id in the quickest way. A UUID in either case takes ripgrep three times as long as one text, unless what it looks
 * for begins with characters that have no case: then it is looked for from its longest run of digits and dashes on, and what
 * stands before that is to be compared by whoever reads the place.
 */
export function createQuickPattern(id: string): RipgrepPattern {
  if (spellingsOf(id).length === 1) return createExactPattern(id);
  const runs = [...id.matchAll(/[\d-]+/g)].filter(({ index }) => index <= id.length - leastTail);
  const longest = runs.reduce((best, run) => (run[0].length > best[0].length ? run : best));
  const tail = id.slice(longest.index).replace(/[a-f]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  return { options: [`--regexp=(?-u)${tail}`], before: longest.index, exact: false };
}
