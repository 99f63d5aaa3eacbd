import type { LogFormat } from '../logRecord.ts';
import { type FieldValue, normaliseFieldName, readNamedFields } from '../namedFields.ts';

const mostFields = 2_000;
const longestLine = 2_000_000;

/**
 * One JSON object a line: pino, bunyan, winston, zap, logrus, slog, ECS, OpenTelemetry, CloudWatch, journald, Caddy.
 * Docker's json-file driver carries another line in `log`.
 */
export const jsonLines: LogFormat = {
  id: 'json-lines',
  title: 'JSON lines',
  readLine: (line, context) => {
    const text = line.trim();
    if (!text.startsWith('{') || text.length > longestLine) return undefined;
    const value = parseObject(text);
    if (value === undefined) return undefined;
    const fields = flatten(value);
    const log = fields.get('log');
    const carried = typeof log === 'string' && fields.has('stream') ? log.trimEnd() : undefined;
    return { ...readNamedFields(fields, context), inner: carried };
  },
};

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fields by their last name and by their path, breadth first: the shallowest keeps the name. */
function flatten(root: object): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  const queue: { readonly value: object; readonly path: string }[] = [{ value: root, path: '' }];
  for (let at = 0; at < queue.length && fields.size < mostFields; at++) {
    const { value, path } = queue[at] ?? { value: {}, path: '' };
    for (const [key, child] of Object.entries(value) as [string, unknown][]) {
      const name = normaliseFieldName(key);
      const full = path === '' ? name : `${path}.${name}`;
      if (typeof child === 'object' && child !== null) {
        if (queue.length < mostFields && path.length < 500) queue.push({ value: child, path: full });
      } else if (isFieldValue(child)) {
        for (const alias of [full, name, name.slice(name.lastIndexOf('.') + 1), full.replaceAll('.', '')]) {
          if (!fields.has(alias)) fields.set(alias, child);
        }
      }
    }
  }
  return fields;
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
