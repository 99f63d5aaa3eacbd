import type { CodeHit } from '../matching/codeHit.ts';
import { isWholeToken } from '../matching/wholeToken.ts';

const words = /[\p{L}\p{N}_]+/gu;
const lastWord = /[\p{L}\p{N}_]+$/u;
/** Longer names do not occur in practice, in characters. */
const longestSpelling = 200;
/** A path before a name: `Harbour.`, `crate::codes::`. */
const path = /(?:[\p{L}\p{N}_$]+(?:\.|::|\?\.|->))+$/u;
/** An index before a quoted name: `Code['`. */
const index = /([\p{L}\p{N}_$.]+)\s?(?:\?\.)?\[\s?(['"])$/u;

/**
 * Where constants are used: they count as hits of their codes. A path before a name belongs to it, and `Code['Tide']` is
 * `Code.Tide`.
 * @param constants codes by the spelling of a reference
 */
export function findReferences(text: string, constants: ReadonlyMap<string, string>): CodeHit[] {
  if (constants.size === 0) return [];
  // One pass over the words, for any number of constants: the lengths of their spellings are found by the last word.
  const lengths = new Map<string, Set<number>>();
  for (const spelling of constants.keys()) {
    const word = lastWord.exec(spelling)?.[0];
    if (word === undefined || spelling.length > longestSpelling) continue;
    lengths.set(word, (lengths.get(word) ?? new Set()).add(spelling.length));
  }
  const hits: CodeHit[] = [];
  for (const { 0: word, index: at } of text.matchAll(words)) {
    const known = lengths.get(word);
    if (!known) continue;
    const end = at + word.length;
    const indexed = readIndex(text, at, end);
    if (indexed) {
      const code = constants.get(`${indexed.owner}.${word}`);
      if (code !== undefined) hits.push({ code, start: indexed.start, end: indexed.end });
      continue;
    }
    for (const length of known) {
      const begin = end - length;
      const code = begin < 0 ? undefined : constants.get(text.slice(begin, end));
      // A shell writes `$NAME` for a name that `NAME=…` declares.
      const start = text.charAt(begin - 1) === '$' ? begin - 1 : begin;
      if (code === undefined || !isWholeToken(text, start, end)) continue;
      const before = length > word.length ? path.exec(text.slice(Math.max(0, begin - longestSpelling), begin))?.[0] : undefined;
      hits.push({ code, start: begin - (before?.length ?? 0), end });
    }
  }
  return hits;
}

/** `Code['Tide']` around its word. */
function readIndex(text: string, start: number, end: number): { owner: string; start: number; end: number } | undefined {
  const quote = text.charAt(start - 1);
  if ((quote !== "'" && quote !== '"') || text.charAt(end) !== quote) return undefined;
  const [whole, owner] = index.exec(text.slice(Math.max(0, start - longestSpelling), start)) ?? [];
  const close = /^.\s?\]/.exec(text.slice(end, end + 3))?.[0];
  if (whole === undefined || owner === undefined || close === undefined) return undefined;
  return { owner, start: start - whole.length, end: end + close.length };
}
