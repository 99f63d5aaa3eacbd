import type { Span } from '../types.ts';
import { endsWithEscape } from './escapes.ts';
import { namedStatuses, possibleStatus, statusForms } from './statusForms.ts';

/** An HTTP status in a place of a log that marks it as one. */
export interface StatusMention {
  readonly status: number;
  readonly span: Span;
}

const requestLine = /(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,2}["']?((?:https?:\/\/[^\s"'/]{1,255})?\/[^\s"'`\\]{0,2000})/g;

/** Finds every HTTP status in a place that marks it as one, at most `limit`. A number that merely looks like one is left out. */
export function findStatuses(text: string, limit = 10_000): StatusMention[] {
  const found: StatusMention[] = [];
  const named: StatusMention[] = [];
  possibleStatus.lastIndex = 0;
  while (possibleStatus.test(text)) {
    const end = possibleStatus.lastIndex;
    const start = end - 3;
    if (matchesAt(statusForms, text, start)) found.push({ status: Number(text.slice(start, end)), span: { start, end } });
    else if (matchesAt(namedStatuses, text, start)) named.push({ status: Number(text.slice(start, end)), span: { start, end } });
    if (found.length >= limit) return found;
  }
  if (named.length === 0) return found;
  return [...found, ...named.slice(0, limit - found.length)].sort((a, b) => a.span.start - b.span.start);
}

/** @param sticky a sticky pattern, which matches only at its `lastIndex` */
function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** The method and path of the first HTTP request that the text names, as in `POST /v1/thumbnails`. */
export function findRequestLine(text: string): { readonly method: string; readonly path: string } | undefined {
  requestLine.lastIndex = 0;
  for (let match = requestLine.exec(text); match; match = requestLine.exec(text)) {
    const { 1: method = '', 2: path = '', index } = match;
    // `GET /x: failed` and `(GET /x)` end their sentence so.
    if (beginsLetters(text, index)) return { method, path: path.replace(/(?<=.)[:,;.)\]}]{1,3}$/, '') };
    requestLine.lastIndex = index + 1;
  }
  return undefined;
}

/** Not the end of a word of letters, unless an escape ends there. */
function beginsLetters(text: string, at: number): boolean {
  return !/[A-Za-z]/.test(text.charAt(at - 1)) || endsWithEscape(text.slice(Math.max(0, at - 32), at));
}
