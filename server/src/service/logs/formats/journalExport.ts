import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { normaliseFieldName } from '../fieldNames.ts';
import { type FieldValue, readNamedFields } from '../namedFields.ts';

const mostLines = 1_000;
const longest = 256_000;
const field = /^([A-Z_][A-Z0-9_]{0,63})=(.*)$/;

/** journald's export format (`journalctl -o export`): a field on each line, a blank line between entries. */
export const journalExport: LogFormat = {
  id: 'journald',
  title: 'journald export',
  first: '_',
  readLine: (line) => (line.startsWith('__CURSOR=') ? {} : undefined),
};

/**
 * Reads the entry that begins at an offset. Binary fields, which have a length instead of `=`, are left out.
 * @returns undefined when no entry begins there
 */
export function readJournalExport(
  text: string,
  start: number,
): { readonly end: number; readonly fields: (context: ReadContext) => LineFields } | undefined {
  if (!text.startsWith('__CURSOR=', start) && !text.startsWith('__REALTIME_TIMESTAMP=', start)) return undefined;
  const fields = new Map<string, FieldValue>();
  let end = start;
  for (let at = start, lines = 0; at < text.length && lines < mostLines && at - start < longest; lines++) {
    const lineFeed = text.indexOf('\n', at);
    const next = lineFeed < 0 ? text.length : lineFeed;
    const line = text.slice(at, next).trimEnd();
    if (line === '' || (at > start && line.startsWith('__CURSOR='))) break;
    const match = field.exec(line);
    if (match) fields.set(normaliseFieldName(match[1] ?? ''), match[2] ?? '');
    end = at + line.length;
    at = next + 1;
  }
  return {
    end,
    fields: (context) => {
      const named = readNamedFields(fields, context);
      return { ...named, inner: named.message };
    },
  };
}
