import type { Span } from '../types.ts';

/** A place where a code stands as a whole token. */
export interface CodeHit extends Span {
  readonly code: string;
}

/** Finds the codes of all catalogues in any text. */
export interface CodeMatcher {
  /** Whether the text holds any code as a substring: the cheap question before parsing. */
  mayMatch(text: string): boolean;
  /** Every whole-token hit, in order. Matching is case-sensitive. */
  findAll(text: string, from?: number, to?: number): CodeHit[];
}

const wordCharacter = /[\p{L}\p{N}_$]/u;

/** Builds a matcher over a set of codes. The scan is one regular expression without look-around, which is what engines do fastest. */
export function createCodeMatcher(codes: readonly string[]): CodeMatcher {
  if (codes.length === 0) return { mayMatch: () => false, findAll: () => [] };
  // Longest first: a code that begins with another one must win.
  const alternatives = [...codes].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escapeRegExp);
  const test = new RegExp(alternatives.join('|'));
  const scan = new RegExp(alternatives.join('|'), 'g');
  return {
    mayMatch: (text) => test.test(text),
    findAll(text, from = 0, to = text.length) {
      const hits: CodeHit[] = [];
      scan.lastIndex = from;
      for (let match = scan.exec(text); match !== null && match.index < to; match = scan.exec(text)) {
        const code = match[0];
        const end = match.index + code.length;
        if (end <= to && isWholeToken(text, match.index, end)) hits.push({ code, start: match.index, end });
      }
      return hits;
    },
  };
}

/** Whether nothing that belongs to a word touches the stretch: `NOT_FOUND` in `NOT_FOUND_HERE` is none. */
export function isWholeToken(text: string, start: number, end: number): boolean {
  const before = start === 0 ? '' : text.charAt(start - 1);
  const after = text.charAt(end);
  const touchesBefore = wordCharacter.test(before) && wordCharacter.test(text.charAt(start));
  const touchesAfter = wordCharacter.test(after) && wordCharacter.test(text.charAt(end - 1));
  return !touchesBefore && !touchesAfter;
}

/** Escapes what has a meaning in a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
