import type { LogFormat } from '../logRecord.ts';
import { type FieldValue, normaliseFieldName, readNamedFields } from '../namedFields.ts';

const mostPairs = 500;
const pair = /([A-Za-z_@][\w.@/-]{0,100})=(?:"((?:[^"\\]|\\.){0,20000})"|([^\s"]{0,4000}))/y;

/** `time=… level=info msg="…" key=value`: logrus and slog text, Heroku, Grafana's tools. */
export const logfmt: LogFormat = {
  id: 'logfmt',
  title: 'logfmt',
  readLine: (line, context) => {
    const fields = readPairs(line);
    return fields.size < 2 ? undefined : readNamedFields(fields, context);
  },
};

/** The pairs of a line by normalised name, from its start; a line that does not begin with one has none. */
export function readPairs(line: string): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  let at = 0;
  while (at < line.length && fields.size < mostPairs) {
    pair.lastIndex = at;
    const match = pair.exec(line);
    if (match) {
      const name = normaliseFieldName(match[1] ?? '');
      const value = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '';
      // `http.method` is the same as `http_method`.
      if (!fields.has(name)) fields.set(name, value);
      const joined = name.includes('.') ? name.replaceAll('.', '') : name;
      if (!fields.has(joined)) fields.set(joined, value);
      at = pair.lastIndex;
    } else {
      if (fields.size === 0) return fields;
      const space = line.indexOf(' ', at);
      if (space < 0) break;
      at = space;
    }
    while (line.charAt(at) === ' ') at++;
  }
  return fields;
}
