import type { Span } from '../types.ts';
import { endsWithEscape } from './escapes.ts';
import { namedStatuses, statusForms } from './statusForms.ts';

/** An HTTP status where a log says that it is one. */
export interface StatusMention {
  readonly status: number;
  readonly span: Span;
}

const requestLine = /(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,2}["']?((?:https?:\/\/[^\s"'/]{1,255})?\/[^\s"'`\\]{0,2000})/g;

/** Every HTTP status of the text in a place that says so, at most `limit`. A number that merely looks like one is left out. */
export function findStatuses(text: string, limit = 10_000): StatusMention[] {
  const found: StatusMention[] = [];
  // matchAll would make copies of these long patterns each time.
  statusForms.lastIndex = 0;
  for (let match = statusForms.exec(text); match; match = statusForms.exec(text)) {
    const { 0: status, index } = match;
    found.push({ status: Number(status), span: { start: index, end: index + status.length } });
    if (found.length >= limit) return found;
  }
  const known = new Set(found.map(({ span }) => span.start));
  namedStatuses.lastIndex = 0;
  for (let match = namedStatuses.exec(text); match && found.length < limit; match = namedStatuses.exec(text)) {
    const { 0: status, index } = match;
    if (!known.has(index)) found.push({ status: Number(status), span: { start: index, end: index + 3 } });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
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
