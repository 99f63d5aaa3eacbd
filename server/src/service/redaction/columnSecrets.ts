import type { Span } from '../types.ts';
import { harmless, names } from './secretRule.ts';

const secretColumn = new RegExp(String.raw`^["'${'`'}[]?[\w.-]{0,60}(?:${names})["'${'`'}\]]?$`, 'i');
const insert =
  /\b(?:insert|replace)\s{1,3}(?:ignore\s)?into\s{1,3}[^\s()]{1,200}\s{0,3}\(([^()]{1,4000})\)\s{0,9}values\s{0,9}/gi;
// The name is looked for last, since that takes longest.
const variable = new RegExp(String.raw`\$([A-Za-z_]\w{0,60})(?<=(?:${names})\\?["']?\s{0,2}:\s{0,2}\$\w{1,61})`, 'gi');
const plainColumn = /^["']?[A-Za-z_][\w .-]{0,40}["']?$/;
const mostRows = 1_000;
const longestLine = 20_000;
const mostVariables = 50;

/** Secrets by the names of their columns, which are elsewhere: in SQL's INSERT, in CSV, and as variables of GraphQL. */
export function* findColumnSecrets(text: string): Generator<Span> {
  if (/\binto\b/i.test(text)) yield* findInserted(text);
  yield* findInCsv(text);
  if (text.includes('$')) yield* findVariables(text);
}

function* findInserted(text: string): Generator<Span> {
  for (const { 0: head, 1: listed = '', index } of text.matchAll(insert)) {
    const columns = listed.split(',').map((name) => secretColumn.test(name.trim()));
    if (!columns.includes(true)) continue;
    let at = index + head.length;
    for (let row = 0; row < mostRows && text.charAt(at) === '('; row++) {
      const fields = splitRow(text, at + 1, ',', ')');
      for (const [column, field] of fields.entries()) if (columns[column] && tells(text, field)) yield field;
      at = (fields.at(-1)?.end ?? at) + 1;
      while (/[\s),]/.test(text.charAt(at)) && at < text.length && text.charAt(at) !== '(') at++;
    }
  }
}

/** Rows below a line that names columns, with as many fields as it has. */
function* findInCsv(text: string): Generator<Span> {
  let columns: readonly boolean[] = [];
  let sign = ',';
  let left = 0;
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    if (end - start < longestLine) {
      const head = left > 0 ? undefined : readHead(text.slice(start, end));
      if (head) ({ columns, sign } = head);
      if (head) left = mostRows;
      else if (left > 0) {
        left--;
        const fields = splitRow(text, start, sign, '\n');
        if (fields.length === columns.length) {
          for (const [column, field] of fields.entries()) if (columns[column] && tells(text, field)) yield field;
        } else left = 0;
      }
    }
    start = end + 1;
  }
}

function readHead(line: string): { readonly columns: readonly boolean[]; readonly sign: string } | undefined {
  const sign = [',', ';', '\t'].find((candidate) => line.includes(candidate));
  // The names come last, since they take longest.
  if (sign === undefined || line.length > 2_000 || /[{}()=:<>]/.test(line)) return undefined;
  const fields = line.replace(/\r$/, '').split(sign);
  if (fields.length < 2 || !fields.every((field) => plainColumn.test(field.trim()))) return undefined;
  const columns = fields.map((field) => secretColumn.test(field.trim()));
  return columns.includes(true) ? { columns, sign } : undefined;
}

/** `login(password: $p)` and `"variables": {"p": "…"}` */
function* findVariables(text: string): Generator<Span> {
  const named = new Set<string>();
  for (const [, name = ''] of text.matchAll(variable)) if (named.size < mostVariables) named.add(name);
  for (const name of named) {
    const values = new RegExp(
      String.raw`\\{0,3}["']${name}\\{0,3}["']\s{0,3}:\s{0,3}\\{0,3}["'](?<secret>[^"'\\\r\n]{1,2000})`,
      'dg',
    );
    for (const { indices } of text.matchAll(values)) {
      const [start = 0, end = 0] = indices?.groups?.['secret'] ?? [];
      if (end > start) yield { start, end };
    }
  }
}

/** The fields up to a sign that ends the row; those in quotes are without them. */
function splitRow(text: string, from: number, sign: string, last: string): Span[] {
  const fields: Span[] = [];
  let at = from;
  const limit = Math.min(text.length, from + longestLine);
  while (at < limit) {
    while (/[ \t]/.test(text.charAt(at)) && text.charAt(at) !== sign) at++;
    const quote = /["']/.test(text.charAt(at)) ? text.charAt(at) : '';
    let end = at + quote.length;
    const start = end;
    if (quote === '')
      while (end < limit && text.charAt(end) !== sign && text.charAt(end) !== last && text.charAt(end) !== '\r') end++;
    else
      while (end < limit && (text.charAt(end) !== quote || text.charAt(end + 1) === quote))
        end += text.charAt(end) === quote ? 2 : 1;
    fields.push({ start, end });
    at = end + quote.length;
    while (at < limit && text.charAt(at) !== sign && text.charAt(at) !== last) at++;
    if (at >= limit || text.charAt(at) === last) break;
    at++;
  }
  return fields;
}

function tells(text: string, { start, end }: Span): boolean {
  const field = text.slice(start, end).trim();
  return field.length > 2 && !harmless.test(field) && !/^(?:[\d.,]{1,12}|\d{4}-\d\d-\d\d.*|[$:?@]\w{0,40})$/.test(field);
}
