import type { CodeHit } from './codeHit.ts';

/** The words of subjects that read like error codes, as parts of names: `errorCode`, `getCode`, `ERR_CODE`, not `encode`. */
const subjects =
  /(?<![a-zA-Z])(?:(?:pg|err(?:or)?)?codes?|err[nN]o|reasons?|sql_?[sS]tate)(?![a-z])|(?:Codes?|Err[nN]o|Reasons?|S(?:ql|QL)_?[sS]tate)(?![a-z])|CODE|ERRNO|REASON|SQLSTATE|(?<=[.>:])(?:[nN]umber|args|kind|type)\b|errorInfo\b|(?:[eE]rror|[eE]rr|ERROR|ERR)_?(?:[nN]umber|[nN]ame|[tT]ype|[iI]d|NUMBER|NAME|TYPE|ID)s?\b|\b[eE]rror\)?(?=\s*(?:[=!]=|\{|in\b|when\b|match\b|\)))|retr(?:y|iable)|RETR(?:Y|IABLE)/g;
/** A switch or a list names its subject once, this many characters before its last number. */
const reach = 4_000;
/** Text before a number that is a label, a key or an element on a line of its own. */
const label = /^[\s\w"'`,|({[]{0,80}$/;
/** `const NOT_FOUND = `, `NotFound = `, `NOT_FOUND(`, `NOT_FOUND: ` */
const declaration =
  /(?:(?:^|[\s({,])\p{Lu}[\p{L}\p{N}_]*\s*(?::\s*[\w.<>]{1,40}\s*)?=\s*|\b(?:const|final|static|val|let|define|constexpr)\b[^;\n]{0,100}[=\s]\s*|(?:^|[\s({,])\p{Lu}[\p{Lu}\p{N}_]+\s*[(:]\s*)-?$/u;
const longestLine = 160;
const number = /^-?\d+$/;

/**
 * Leaves out numbers that cannot be codes, since a number is one only where a subject reads like an error code: nothing near them
 * does, and they declare no constant. A catalogue has thousands of numbers, a file may have as many, and each costs a look at the tree.
 */
export function keepLikelyNumbers(text: string, hits: readonly CodeHit[]): readonly CodeHit[] {
  if (!hits.some(({ code }) => number.test(code))) return hits;
  const places = [...text.matchAll(subjects)].map(({ index }) => index);
  let next = 0;
  return hits.filter(({ code, start, end }) => {
    // A text is compared with whatever it is.
    if (!number.test(code) || /["'`]/.test(text.charAt(start - 1))) return true;
    while (next < places.length && (places[next] ?? 0) < start) next += 1;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const before = places[next - 1] ?? Number.NEGATIVE_INFINITY;
    if (before >= lineStart && start - before <= reach) return true;
    const behind = places[next] ?? Number.POSITIVE_INFINITY;
    if (behind - end <= longestLine && !text.slice(end, behind).includes('\n')) return true;
    const line = text.slice(Math.max(lineStart, start - longestLine), start);
    return (start - before <= reach && label.test(line)) || declaration.test(line);
  });
}
