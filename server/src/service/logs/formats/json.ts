import { normaliseFieldName } from '../fieldNames.ts';
import { readJsonRecord } from '../jsonRecord.ts';
import type { LogFormat } from '../logRecord.ts';
import { type FieldValue, readNamedFields } from '../namedFields.ts';

const longestLine = 2_000_000;
const longestBroken = 20_000;
const pair =
  /(["'])([\w.@ -]{1,100})\1\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){0,4000})"|'((?:[^'\\]|\\.){0,4000})'|(-?\d{1,25}(?:\.\d{1,20})?)(?=[\s,}\]]))/g;

/**
 * One JSON object a line: pino, bunyan, winston, zap, logrus, slog, ECS, CloudWatch, journald, Caddy, GitLab, Cloudflare, and
 * Docker's json-file driver. An object that is cut off, or not quite JSON (Python's), is read as far as it goes.
 */
export const json: LogFormat = {
  id: 'json',
  title: 'JSON lines',
  first: '{ \t',
  readLine: (line, context) => {
    const text = line.trim();
    if (!text.startsWith('{') || text.length > longestLine) return undefined;
    const whole = text.endsWith(',') ? text.slice(0, -1) : text;
    const value = whole.endsWith('}') ? parseObject(whole) : undefined;
    if (value !== undefined) return readJsonRecord(value, context);
    const fields = readPairs(text.slice(0, longestBroken));
    return fields.size < 2 ? undefined : readNamedFields(fields, context);
  },
};

/** The JSON object or list of a text; undefined for any other text. */
export function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // A line that is no JSON has a different format.
    return undefined;
  }
}

/** Names with their strings and numbers, anywhere in the text. */
function readPairs(text: string): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  for (const [, , name = '', double, single, number] of text.matchAll(pair)) {
    const key = normaliseFieldName(name);
    if (!fields.has(key)) fields.set(key, double ?? single ?? Number(number));
  }
  return fields;
}
