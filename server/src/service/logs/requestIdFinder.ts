import type { BoundedPattern, PatternCompiler } from '../mentions/boundedPattern.ts';
import type { RequestIdShape, Span } from '../types.ts';
import { beginsWord, mayHoldEscape, removeEscapes } from './escapes.ts';

/** A request id in a text. */
export interface RequestIdMention {
  readonly id: string;
  readonly span: Span;
  /** It stands as the value of a name for request ids. */
  readonly named: boolean;
}

/** Finds the request ids of a text, at most `limit`, left to right. */
export type RequestIdFinder = (text: string, limit?: number) => RequestIdMention[];

interface Scan {
  /** Names with their values, and bare ids, at the start of a word. */
  readonly pattern: RegExp;
  /** The same ones anywhere, which takes twice the time: an escape may stand right before them. */
  readonly anywhere: RegExp;
  /** The end of a text after which the value of a name for request ids stands. */
  readonly nameAtEnd: RegExp;
}

/** Names that loggers and servers use for request ids, whatever the API. Case and separators do not matter. */
const commonNames = ['request_id', 'req_id', 'requestid', 'reqid', 'correlation_id', 'x_amzn_request_id'];
const uuid = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
// What a value of another name has before it: `user_id=`, `"persona": "`.
const otherName = /[\w\])]["'\\]{0,8}\s{0,2}(?:=>|[:=])\s{0,2}["'\\]{0,8}$/;
const furthestName = 120;
const longestForPatterns = 1_000_000;

/**
 * Builds the search for request ids: values of the names that the catalogues and common loggers use, and bare ids of a
 * catalogue's shape (default: a UUID) that are not the value of another name or a part of a path.
 * @returns also the problems of catalogue patterns that cannot be used, each one sentence
 */
export function createRequestIdFinder(
  shapes: readonly RequestIdShape[],
  compile: PatternCompiler,
): {
  readonly find: RequestIdFinder;
  readonly problems: string[];
} {
  const names = [...commonNames, ...shapes.flatMap(({ fields, headers }) => [...fields, ...headers])];
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
    return found.sort((a, b) => a.span.start - b.span.start).slice(0, limit);
  };
  return { find, problems };
}

/** Of several ids the one of the record itself: the first named one, else the first. */
export function chooseRequestId(mentions: readonly RequestIdMention[]): RequestIdMention | undefined {
  return mentions.find(({ named }) => named) ?? mentions[0];
}

function createScan(names: readonly string[]): Scan {
  const words = new Set(names.map((name) => splitWords(name).join('[-_. ]?')).filter((name) => name !== ''));
  const alternatives = [...words].sort((a, b) => b.length - a.length).join('|');
  // pino's HTTP records have the id as {"req":{"id":…}}.
  const nested = String.raw`req(?:uest)?["'\\]{0,8}:\s?\{["'\\]{0,8}id`;
  const name = String.raw`(?:${alternatives}|${nested})["'\\\]]{0,8}`;
  const separator = String.raw`(?:\s(?:is|was))?\s{0,2}(?:=>|[:=]|(?<=[A-Za-z])>(?=\w))\s{0,2}["'\\[({<]{0,8}`;
  const value = String.raw`${separator}(?<value>[A-Za-z0-9_][\w.:+/=@-]{5,127})|\s(?<spaced>${uuid})`;
  // A UUID of a request is one, whatever else may be said of requests by these names.
  const short = String.raw`(?:req|request|rid)["'\\\]]{0,8}${separator}(?<short>${uuid})(?![\w-])`;
  const firstLetters = [...new Set(['r', ...[...words].map((word) => word.charAt(0))])].join('');
  // Most places are told by their first letter to be none.
  const all = `(?:(?=[${firstLetters}])(?:${name}(?:${value})|${short})|(?=[\\da-fr])(?<bare>(?:req-)?${uuid})(?![\\w-]))`;
  return {
    pattern: new RegExp(`(?<![A-Za-z0-9])${all}`, 'gi'),
    anywhere: new RegExp(all, 'gi'),
    nameAtEnd: new RegExp(`(?<![A-Za-z0-9])${name}${separator}$`, 'i'),
  };
}

/** `X-Request-Id`, `x_request_id` and `requestId` in words, escaped for a pattern. */
function splitWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function findByScan(text: string, { nameAtEnd, ...patterns }: Scan, limit: number): RequestIdMention[] {
  const found: RequestIdMention[] = [];
  const pattern = mayHoldEscape(text) ? patterns.anywhere : patterns.pattern;
  // matchAll would make a copy of the pattern for every record.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { value, spaced, short, bare } = match.groups ?? {};
    // Whatever it is stands at the end.
    const end = match.index + match[0].length;
    const span = { start: end - (value ?? spaced ?? short ?? bare ?? '').length, end };
    if (bare !== undefined) addBare(text, span, found, nameAtEnd);
    else if (beginsWord(text, match.index)) addNamed(text, span, found);
    else pattern.lastIndex = match.index + 1;
    if (found.length >= limit) break;
  }
  return found;
}

function addNamed(text: string, span: Span, found: RequestIdMention[]): void {
  const id = text.slice(span.start, span.end).replace(/[.:=/@+-]+$/, '');
  // `request_id=undefined` and `request id: missing` are none.
  if (id.length >= 6 && /\d/.test(id)) found.push({ id, span: { start: span.start, end: span.start + id.length }, named: true });
}

/** @param nameAtEnd what stands before the value of a name for request ids; absent: ids of this shape may belong to any name */
function addBare(text: string, span: Span, found: RequestIdMention[], nameAtEnd?: RegExp): void {
  const raw = text.slice(Math.max(0, span.start - furthestName), span.start);
  // Between a name and its value there may be colours, and signs that are escaped themselves.
  const before = /[\w.@"';-]$/.test(raw) && /[\\%&[]/.test(raw) ? removeEscapes(raw) : raw;
  if (/[\w/.@-]$/.test(before) || /[\w-]/.test(text.charAt(span.end))) return;
  const named = nameAtEnd !== undefined && before !== raw && nameAtEnd.test(before);
  if (nameAtEnd !== undefined && !named && otherName.test(before)) return;
  if (found.some(({ span: other }) => span.start < other.end && other.start < span.end)) return;
  found.push({ id: text.slice(span.start, span.end), span, named });
}
