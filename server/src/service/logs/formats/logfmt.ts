import { createFieldPaths } from '../fieldPaths.ts';
import type { FieldPath, LogFormat, ReadContext } from '../logRecord.ts';
import { type FieldValue, readNamedFields } from '../namedFields.ts';

const mostPairs = 500;
const longestName = 101;
const longestValue = 4_000;
const quoted = /"((?:[^"\\]|\\.){0,20000})"|'((?:[^'\\]|\\.){0,20000})'(?=\s|$)/y;
const singleLevel = /^(?:level|lvl|severity)=\S{3,20}\s*$/;
const blank = 0x20;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const atSign = 0x40;

/** `time=… level=info msg="…" key=value`: logrus and slog text, Heroku, Grafana's tools. */
export const logfmt: LogFormat = {
  id: 'logfmt',
  title: 'logfmt',
  first: '_@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  readLine: (line, context) => {
    const fields = readPairs(line, context);
    if (fields.size >= 2) return readNamedFields(fields, context);
    // A single level is a record; any other single pair may be a setting, or code.
    return singleLevel.test(line) ? readNamedFields(fields, context) : undefined;
  },
};

/** The pairs of a line by normalised name, from its start; empty for a line that does not begin with a pair. */
export function readPairs(line: string, { fieldPaths = createFieldPaths() }: ReadContext): Map<string, FieldValue> {
  const whole = fieldPaths.root();
  const fields = new Map<string, FieldValue>();
  let path = whole;
  for (let at = 0; at < line.length && fields.size < mostPairs; ) {
    const next = readName(line, at, path, whole);
    if (next !== undefined) {
      path = next;
      const start = at + path.key.length + 1;
      quoted.lastIndex = start;
      const opening = line.charCodeAt(start);
      const match = opening === quote || opening === apostrophe ? quoted.exec(line) : null;
      at = match ? quoted.lastIndex : findValueEnd(line, start);
      const value = match ? unescape(match[1] ?? match[2] ?? '') : line.slice(start, at);
      // `http.method` is the same as `http_method`.
      const { full, joined } = path;
      if (!fields.has(full)) fields.set(full, value);
      if (joined !== full && !fields.has(joined)) fields.set(joined, value);
    } else {
      if (fields.size === 0) return fields;
      const space = line.indexOf(' ', at);
      if (space < 0) break;
      at = space;
    }
    while (line.charCodeAt(at) === blank) at++;
  }
  return fields;
}

/** The name that a pair begins with at an offset. Lines of one program have the same ones in the same order. */
function readName(line: string, at: number, last: FieldPath, whole: FieldPath): FieldPath | undefined {
  const { next } = last;
  if (next !== undefined && line.startsWith(next.key, at) && line.charCodeAt(at + next.key.length) === equals) return next;
  const end = findNameEnd(line, at);
  if (end === at || line.charCodeAt(end) !== equals) return undefined;
  last.next = whole.of(line.slice(at, end));
  return last.next;
}

/**
 * The end of the name that begins at an offset: the offset itself when no name begins there. Patterns take several times as
 * long.
 */
function findNameEnd(line: string, start: number): number {
  const first = line.charCodeAt(start);
  if (first !== atSign && (!isWord(first) || isDigit(first))) return start;
  let at = start + 1;
  for (const limit = start + longestName; at < limit; at++) {
    const unit = line.charCodeAt(at);
    // The codes of dots, dashes and slashes are consecutive.
    if (!isWord(unit) && unit !== atSign && !(unit >= 0x2d && unit <= 0x2f)) break;
  }
  return at;
}

/** Where the value without quotes ends that begins at an offset. */
function findValueEnd(line: string, start: number): number {
  const limit = Math.min(line.length, start + longestValue);
  let at = start;
  for (; at < limit; at++) {
    const unit = line.charCodeAt(at);
    if (unit === quote || unit === blank || (unit < blank && unit > 0x08 && unit < 0x0e)) break;
    if (unit > 0x7f && /\s/.test(line.charAt(at))) break;
  }
  return at;
}

function unescape(value: string): string {
  return value.includes('\\') ? value.replace(/\\(.)/g, '$1') : value;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A letter, a digit or `_`. */
function isWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || isDigit(unit) || unit === 0x5f;
}
