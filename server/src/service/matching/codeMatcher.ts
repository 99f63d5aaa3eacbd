import { isWholeToken } from './wholeToken.ts';
import { createWordMatcher } from './wordMatcher.ts';
import type { CodeHit, CodeMatcher } from './codeHit.ts';

/** Up to here one alternation is the quickest scan (1.3 GB/s with 31 codes); it slows down with every code. */
const mostAlternatives = 300;

/** Builds a matcher over a set of codes. */
export function createCodeMatcher(codes: readonly string[]): CodeMatcher {
  if (codes.length === 0) return { mayMatch: () => false, findAll: () => [] };
  return codes.length <= mostAlternatives ? createAlternation(codes) : createWordMatcher(codes);
}

/** One regular expression without look-around, which engines run fastest. */
function createAlternation(codes: readonly string[]): CodeMatcher {
  // Longest first: of two codes with the same beginning the longer must win.
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

/** Escapes the signs that have a meaning in a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
