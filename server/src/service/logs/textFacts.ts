import phrases from '../../generated/reasonPhrases.json' with { type: 'json' };
import type { Span } from '../types.ts';
import { behindEscape } from './escapes.ts';

/** An HTTP status where a log says that it is one. */
export interface StatusMention {
  readonly status: number;
  readonly span: Span;
}

const alone = `(?:(?<![A-Za-z])|${behindEscape})`;
// Every repetition is bounded and no two neighbours match the same text: the time grows linearly with the text.
const statusForms = new RegExp(
  [
    // Not a process's: exit status 137.
    // status=402, "statusCode": 402, http.status_code=402, response_code 402, \"status\":402, HTTP status code 402
    String.raw`(?:(?<![A-Za-z]|exit(?:ed)?[ _-](?:with )?(?:an? )?)|${behindEscape})(?:http[._ -]?)?(?:response[._ -]?)?(?:status(?:[._ -]?code)?|response[_-]?code|http[_-]?code)["'\\\]]{0,8}\s{0,2}[:=]?\s{0,2}["'\\[]{0,8}`,
    // HTTP/1.1 402 and "GET / HTTP/1.1" 402
    String.raw`${alone}HTTP\/\d(?:\.\d)?\\{0,8}"?\s`,
    // GET /path 402, as morgan and gin write it, also with an arrow; not: get order 402
    String.raw`${alone}(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,2}"?(?:[^\s"/*]{0,300}[/*])[^\s"]{0,2000}"?\s{1,3}(?:(?:[=-]>|→)\s)?`,
    // ApiError: 402 {"error": …} and Error code: 402 - {'error': …}, as clients of APIs throw it; not: Error: 402 items left
    String.raw`Error(?:\scode)?:\s(?=\d{3}\s(?:-\s)?\{\\{0,8}["'])`,
    // Completed 402 Payment Required, as Rails writes it
    String.raw`${alone}Completed\s`,
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(
      /^(.*)$/s,
      String.raw`(?:$1)(?<status>[1-5]\d\d)(?![\w.]\d|\w|:\d|\s?%|\s(?:[mµu]?s|sec(?:ond)?s?|min(?:ute)?s?|[kmg]?b(?:ytes)?|of|items|rows|records|times)\b)`,
    ),
  'gid',
);
// 402 Payment Required and 402 Client Error: a number with its own name.
const named = new RegExp(
  String.raw`[1-5]\d\d(?=\s[A-Z])(?<=(?:^|[^\w.:/-])(?:${Object.entries(phrases)
    .map(([status, phrase]) => `${status}(?= ${phrase.replace(/[^\w -]/g, '.')}(?![A-Za-z]))`)
    .join('|')}|4\d\d(?= Client Error)|5\d\d(?= Server Error)))`,
  'g',
);
const requestLine = new RegExp(
  String.raw`${alone}(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,2}["']?((?:https?:\/\/[^\s"'/]{1,255})?\/[^\s"'\\]{0,2000})`,
);

/** Every HTTP status of the text in a place that says so, at most `limit`. A number that merely looks like one is left out. */
export function findStatuses(text: string, limit = 10_000): StatusMention[] {
  const found: StatusMention[] = [];
  // matchAll would make copies of these long patterns each time.
  statusForms.lastIndex = 0;
  for (let match = statusForms.exec(text); match; match = statusForms.exec(text)) {
    const [start, end] = match.indices?.groups?.['status'] ?? [0, 0];
    found.push({ status: Number(match.groups?.['status']), span: { start, end } });
    if (found.length >= limit) return found;
  }
  const known = new Set(found.map(({ span }) => span.start));
  named.lastIndex = 0;
  for (let match = named.exec(text); match && found.length < limit; match = named.exec(text)) {
    const { 0: status, index } = match;
    if (!known.has(index)) found.push({ status: Number(status), span: { start: index, end: index + 3 } });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The method and path of the first HTTP request that the text names, as in `POST /v1/thumbnails`. */
export function findRequestLine(text: string): { readonly method: string; readonly path: string } | undefined {
  const match = requestLine.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined ? { method: match[1], path: match[2] } : undefined;
}
