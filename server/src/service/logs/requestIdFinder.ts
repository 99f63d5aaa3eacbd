import { isNilId, pairOfValue, patternOfNames, requestIdNames } from '../../shared/requestIds/requestIdNames.ts';
import type { BoundedPattern, PatternCompiler } from '../matching/boundedPattern.ts';
import type { RequestIdShape, Span } from '../types.ts';
import type { RequestIdMention } from './requestIdMention.ts';
import { findTraceIds } from './traceIdFinder.ts';
import { beginsWord, mayHoldEscape, removeEscapes } from './escapes.ts';

/** Finds the request ids of a text, at most `limit`, left to right. */
export type RequestIdFinder = (text: string, limit?: number) => RequestIdMention[];

/** Finds the id of a record in its text: of several the first named one, else the first. */
export type OwnIdFinder = (text: string) => string | undefined;

interface Scan {
  /** Every text with an id has it; most texts have none, and this takes a quarter of the time. */
  readonly sign: RegExp;
  /** Names with their values, and bare ids, at the start of a word. */
  readonly pattern: RegExp;
  /** The same anywhere, also right after an escape. This takes twice the time. */
  readonly anywhere: RegExp;
  /** The end of a text that is followed by the value of a name for request ids. */
  readonly nameAtEnd: RegExp;
}

const uuid = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
// The text before a value of a different name: `user_id=`, `"persona": "`.
const otherName = /(?:[\w\])]["'\\]{0,8}\s{0,2}(?:=>|[:=])\s{0,2}["'\\[({<]{0,8}|[\w/]>|<)$/;
const furthestName = 120;
const longestForPatterns = 1_000_000;
const mostOfRecord = 20;

/**
 * Builds the search for request ids: values of the names that the catalogues and common loggers use, and bare ids of a
 * catalogue's shape (default: a UUID). Bare ids must not be the value of a different name or a part of a path.
 * @returns also the problems of catalogue patterns that cannot be used, each one sentence
 */
export function createRequestIdFinder(
  shapes: readonly RequestIdShape[],
  compile: PatternCompiler,
): {
  readonly find: RequestIdFinder;
  readonly findOwn: OwnIdFinder;
  readonly problems: string[];
} {
  const names = [...requestIdNames, ...shapes.flatMap(({ fields, headers }) => [...fields, ...headers])];
  const patterns: BoundedPattern[] = [];
  const problems: string[] = [];
  for (const source of new Set(shapes.flatMap(({ pattern }) => pattern ?? []))) {
    const result = compile(source);
    if (result.ok) patterns.push(result.pattern);
    else problems.push(result.problem);
  }
  const scan = createScan(names);
  const find: RequestIdFinder = (text, limit = 10_000) => {
    const found = findByScan(text, scan, limit);
    for (const pattern of text.length <= longestForPatterns ? patterns : []) {
      for (const span of pattern.findAll(text, limit)) addBare(text, span, found);
    }
    return withoutOverlaps([...found, ...findTraceIds(text, limit)]).slice(0, limit);
  };
  const findOwn: OwnIdFinder = (text) => {
    const found = patterns.length > 0 ? find(text, mostOfRecord) : findByScan(text, scan, mostOfRecord, true);
    const own = found.filter(({ isTrace }) => !isTrace);
    return (own.find(({ named }) => named) ?? own[0])?.id;
  };
  return { find, findOwn, problems };
}

function createScan(names: readonly string[]): Scan {
  // pino's HTTP records have the id as {"req":{"id":…}}.
  const nested = String.raw`req(?:uest)?["'\\]{0,8}:\s?\{["'\\]{0,8}id`;
  const name = String.raw`(?<!extended |systemd_)(?:${patternOfNames(names)}|${nested})["'\\\]]{0,8}`;
  const separator = String.raw`(?:(?:\s(?:is|was))?\s{0,2}(?:=>|[:=]|(?<=[A-Za-z])>(?=\w))\s{0,2}["'\\[({<]{0,8}|(?<=\w)${pairOfValue})`;
  const value = String.raw`${separator}([A-Za-z0-9_][\w.:+/=@-]{5,127}|req-\w{1,4})|\s(${uuid}|req_[A-Za-z0-9]{8,64})`;
  // A UUID after one of these names is a request id; other values after them may be anything about a request.
  const short = String.raw`(?:req|request|rid)["'\\\]]{0,8}${separator}(${uuid})(?![\w-])`;
  // The last is of Kubernetes' ingress: the end of a line, after a status.
  const last = String.raw`(?<=\s\d{3}\s)[\da-f]{32}(?=[ \t\r]{0,3}(?:\n|$))`;
  const bare = String.raw`((?:req-)?${uuid}|req_[A-Za-z0-9]{14,64}|${last})(?![\w-])`;
  const firstLetters = [...new Set(['r', ...names.map((each) => each.charAt(0).toLowerCase())])].join('');
  // In most places the first letter excludes a match.
  const all = `(?:(?=[${firstLetters}])(?:${name}(?:${value})|${short})|(?=[\\da-fr])${bare})`;
  return {
    sign: new RegExp(
      String.raw`${patternOfNames(names)}|req(?:uest)?["'\\]{0,8}:\s?\{|req[-_][A-Za-z0-9]|-[\da-f]{4}-|\s\d{3}\s[\da-f]{32}`,
      'i',
    ),
    pattern: new RegExp(`(?<![A-Za-z0-9])${all}`, 'gi'),
    anywhere: new RegExp(all, 'gi'),
    nameAtEnd: new RegExp(`(?<![A-Za-z0-9])${name}${separator}$`, 'i'),
  };
}

/** @param untilNamed the first named one is the last that is wanted */
function findByScan(text: string, scan: Scan, limit: number, untilNamed = false): RequestIdMention[] {
  const found: RequestIdMention[] = [];
  if (!scan.sign.test(text)) return found;
  const pattern = mayHoldEscape(text) ? scan.anywhere : scan.pattern;
  pattern.lastIndex = 0;
  // matchAll would make a copy of the pattern for every record.
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: whole, 1: value, 2: spaced, 3: short, 4: bare, index } = match;
    // Each of the captured values is at the end.
    const end = index + whole.length;
    const span = { start: end - (value ?? spaced ?? short ?? bare ?? '').length, end };
    if (bare !== undefined) addBare(text, span, found, scan.nameAtEnd);
    else if (beginsWord(text, index)) addNamed(text, span, found);
    else pattern.lastIndex = index + 1;
    if (found.length >= limit || (untilNamed && found.at(-1)?.named === true)) break;
  }
  return found;
}

function addNamed(text: string, span: Span, found: RequestIdMention[]): void {
  let end = span.end;
  while ('.:=/@+-'.includes(text.charAt(end - 1))) end--;
  const id = text.slice(span.start, end);
  // `request_id=undefined` and `request id: missing` are not ids.
  if (id.length >= 5 && /\d/.test(id) && !isNilId(id))
    found.push({ id, span: { start: span.start, end }, named: true, isTrace: false });
}

/** @param nameAtEnd the text before the value of a name for request ids; absent: ids of this shape may belong to any name */
function addBare(text: string, span: Span, found: RequestIdMention[], nameAtEnd?: RegExp): void {
  const raw = text.slice(Math.max(0, span.start - furthestName), span.start);
  // Between a name and its value there may be colours, and signs that are escaped themselves.
  const before = /[\w.@"'=:;-]/.test(raw.slice(-1)) && /[\\%&[]/.test(raw) ? removeEscapes(raw) : raw;
  if (/[\w/.@-]/.test(before.slice(-1)) || /[\w-]/.test(text.charAt(span.end))) return;
  const named = nameAtEnd !== undefined && before !== raw && nameAtEnd.test(before);
  if (nameAtEnd !== undefined && !named && otherName.test(before)) return;
  if (isNilId(text.slice(span.start, span.end))) return;
  if (found.some(({ span: other }) => span.start < other.end && other.start < span.end)) return;
  found.push({ id: text.slice(span.start, span.end), span, named, isTrace: false });
}

/** Left to right; of two at one place the first of the list, which is the one of a request. */
function withoutOverlaps(found: readonly RequestIdMention[]): RequestIdMention[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      const isFree = span.start >= end;
      if (isFree) end = span.end;
      return isFree;
    });
}
