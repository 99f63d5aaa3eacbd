import type { CodeHit } from './codeHit.ts';

/** The words that a subject has that reads like an error code, as a part of a name: `errorCode`, `ERR_CODE`, not `encode`. */
const subjects =
  /(?<![a-z])(?:[cC]odes?|[eE]rrno|[rR]easons?|[sS](?:ql|QL)_?[sS]tate|[nN]umber|args|kind)(?![a-z])|CODE|ERRNO|REASON|SQLSTATE|NUMBER|\b[eE]rror\b/g;
/** How far before and behind a number such a word may be, in characters: a switch names its subject once. */
const reach = { before: 4_000, behind: 300 };
/** `const NOT_FOUND = `, `NotFound = `, `NOT_FOUND(`, `NOT_FOUND: ` */
const declaration =
  /(?:(?:^|[\s({,])\p{Lu}[\p{L}\p{N}_]*\s*(?::\s*[\w.<>]{1,40}\s*)?=\s*|\b(?:const|final|static|val|let|define|constexpr)\b[^;\n]{0,100}[=\s]\s*|(?:^|[\s({,])\p{Lu}[\p{Lu}\p{N}_]+\s*[(:]\s*)-?$/u;
const longestDeclaration = 160;
const number = /^-?\d+$/;

/**
 * Leaves out numbers that cannot be codes, since a number is one only where a subject reads like an error code: nothing near them
 * does, and they declare no constant. A catalogue has thousands of numbers, a file may have as many, and each costs a look at the tree.
 */
export function keepLikelyNumbers(text: string, hits: readonly CodeHit[]): readonly CodeHit[] {
  if (!hits.some(({ code }) => number.test(code))) return hits;
  const places = [...text.matchAll(subjects)].map(({ index }) => index);
  let next = 0;
  return hits.filter(({ code, start }) => {
    // A text is compared with whatever it is.
    if (!number.test(code) || /["'`]/.test(text.charAt(start - 1))) return true;
    while (next < places.length && (places[next] ?? 0) < start) next += 1;
    const before = places[next - 1];
    const behind = places[next];
    if (before !== undefined && start - before <= reach.before) return true;
    if (behind !== undefined && behind - start <= reach.behind) return true;
    const line = text.slice(Math.max(0, start - longestDeclaration), start);
    return declaration.test(line.slice(line.lastIndexOf('\n') + 1));
  });
}
