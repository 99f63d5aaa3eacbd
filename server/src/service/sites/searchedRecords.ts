import type { Node } from 'web-tree-sitter';
import { escapeRegExp } from '../matching/codeMatcher.ts';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { Subject } from '../types.ts';
import { classifySubject, readsLikeCodeList } from './subject.ts';

/** `.find(`, `.iter().find(|`, `.stream().filter(`, `.first { `, `.FirstOrDefault(` */
const search = String.raw`(?:\(\))?(?:\??\.(?:iter|stream|lazy)\(\))?\??[.:]{1,2}(?:find|findLast|findIndex|find_index|find_by|position|index|firstIndex|some|any|any\?|filter|select|where|first|firstOrNull|firstWhere|firstWhereOrNull|lastWhere|single|singleOrNull|singleWhere|detect|contains|exists|indexWhere|First|FirstOrDefault|Single|SingleOrDefault|Any|Where|Find)\s{0,20}[({]`;
/** The head of a function around the comparison: `(each) => `, `|e| `, `{ it -> `, `where: { ` */
const head = String.raw`[\w\s(){}|&$,=>:-]{0,60}?`;
/** An expression that a field is compared with: `err.code`, `err["code"]`, `$e->getCode()`, `@code` */
const other = String.raw`[\p{L}_$@][\p{L}\p{N}_$.?>-]{0,80}(?:\[:?['"]?\w{1,50}['"]?\])?(?:\(\))?`;
const equal = String.raw`\s{0,20}(?:===?|\.[eE]quals\()\s{0,20}`;

/**
 * The expression with which a list of records is searched by a field, in a call or a loop: `errors.find((each) => each.code === err.code)`.
 * The list's name has to read like errors, too: anything may have codes.
 */
export function searchedFor(
  { text, language }: SyntaxContext,
  { node }: { readonly node: Node },
  field: string,
): Subject | undefined {
  const name = language.nameOfValue(node)?.text;
  if (name === undefined || !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) || !readsLikeCodeList(name)) return undefined;
  const list = `(?:(?:self|this|static|Self)(?:\\.|::|->))?${escapeRegExp(name)}(?![\\p{L}\\p{N}_$])`;
  const spelling = escapeRegExp(field);
  // `each.code`, `e["code"]`, `e[:code]`, `$0.code`, `_.code`, `code`
  const own = `(?:(?<owner>[\\p{L}_$][\\p{L}\\p{N}_$]{0,50})(?:\\??\\.|->|\\[:?['"]?))?(?<![\\p{L}\\p{N}_$])${spelling}(?![\\p{L}\\p{N}_$])(?:['"]?\\])?(?:\\(\\))?`;
  const sides = [`${own}${equal}(?<asked>${other})`, `(?<asked>${other})${equal}${own}`];
  // `for e in ERRORS if e["code"] == code`, `for _, e := range errors { if e.Code == code`, `foreach (ERRORS as $e) { if (`
  const loop = `\\bfor\\s{1,20}[^;{}\\n]{1,40}\\b(?:in|range|of)\\s{1,20}&?${list}[\\s):{]{0,40}(?:(?:if|where)\\b[\\s(]{0,20})?|\\bforeach\\s{0,20}\\(\\s{0,20}${list}\\s{1,20}as\\s[^(){}]{1,80}\\)[\\s{]{0,40}if\\s{0,20}\\(\\s{0,20}`;
  for (const side of sides) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}_.])(?<head>${list}${search}${head}|${loop})${side}`, 'u').exec(text);
    const { asked, owner: record = field, head: before = '' } = found?.groups ?? {};
    if (!found || asked === undefined || !namesRecord(before, record)) continue;
    const start = found.index + (side === sides[1] ? found[0].indexOf(asked, before.length) : found[0].lastIndexOf(asked));
    return { text: asked, span: { start, end: start + asked.length }, reads: classifySubject(asked) };
  }
  return undefined;
}

/** Whether the head of a function or a loop names what is compared. */
function namesRecord(before: string, record: string): boolean {
  const name = new RegExp(`(?<![\\p{L}\\p{N}_$])${escapeRegExp(record)}(?![\\p{L}\\p{N}_$])`, 'u');
  return /^(?:\$0|it|_)$/.test(record) || name.test(before);
}
