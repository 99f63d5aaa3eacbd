import { createFieldPaths } from '../fieldPaths.ts';
import type { FieldPath, LogFormat, ReadContext } from '../logRecord.ts';
import { type FieldValue, readNamedFields } from '../namedFields.ts';

const mostPairs = 500;
const named = /[A-Za-z_@][\w@./-]{0,100}(?==)/y;
const bare = /[^\s"]{0,4000}/y;
const quoted = /"((?:[^"\\]|\\.){0,20000})"|'((?:[^'\\]|\\.){0,20000})'(?=\s|$)/y;
const singleLevel = /^(?:level|lvl|severity)=\S{3,20}\s*$/;
const blank = 0x20;
const equals = 0x3d;

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
      bare.lastIndex = start;
      const match = quoted.exec(line);
      const value = match ? unescape(match[1] ?? match[2] ?? '') : (bare.exec(line)?.[0] ?? '');
      at = match ? quoted.lastIndex : start + value.length;
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
  named.lastIndex = at;
  const [name] = named.exec(line) ?? [];
  if (name === undefined) return undefined;
  last.next = whole.of(name);
  return last.next;
}

function unescape(value: string): string {
  return value.includes('\\') ? value.replace(/\\(.)/g, '$1') : value;
}
