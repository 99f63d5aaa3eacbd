import type { LineFields, ReadContext } from './logRecord.ts';
import { type FieldValue, normaliseFieldName, readNamedFields } from './namedFields.ts';

const mostFields = 2_000;

/** What a JSON object of a log says, whoever wrote it. Docker's and fluentd's carry another line in `log`. */
export function readJsonRecord(value: object, context: ReadContext): LineFields {
  const fields = flattenFields(value);
  const named = readNamedFields(fields, context);
  const { log } = value as { readonly log?: unknown };
  if (typeof log === 'string' && (fields.has('stream') || fields.has('containerid') || fields.has('kubernetes.podname'))) {
    return { ...named, message: log.trimEnd(), inner: log.trimEnd(), format: 'docker', group: toGroup(fields) };
  }
  if ('timeUnixNano' in value || 'observedTimeUnixNano' in value) {
    const trace = fields.get('traceid');
    return {
      ...named,
      format: 'otlp',
      requestId: named.requestId ?? (typeof trace === 'string' && trace !== '' ? trace : undefined),
    };
  }
  if (fields.has('realtimetimestamp')) return { ...named, inner: named.message, format: 'journald' };
  // Serilog's compact format leaves out the level that is most frequent.
  if ('@t' in value && ('@mt' in value || '@m' in value)) return { ...named, level: named.level ?? 'info' };
  const shipped = named.level === undefined && named.status === undefined;
  return { ...named, inner: shipped ? named.message : undefined };
}

function toGroup(fields: ReadonlyMap<string, FieldValue>): string {
  return [fields.get('containerid'), fields.get('stream')].map((value) => String(value ?? '')).join(' ');
}

/** Fields by their last name and by their path, breadth first: the shallowest keeps the name. */
function flattenFields(root: object): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  const queue: { readonly value: object; readonly path: string }[] = [{ value: root, path: '' }];
  for (let at = 0; at < queue.length && fields.size < mostFields; at++) {
    const { value, path } = queue[at] ?? { value: {}, path: '' };
    for (const [key, child] of Object.entries(value) as [string, unknown][]) {
      const name = normaliseFieldName(key);
      const full = path === '' ? name : `${path}.${name}`;
      if (typeof child === 'object' && child !== null) {
        if (queue.length < mostFields && path.length < 500) queue.push({ value: child, path: full });
      } else if (isFieldValue(child)) addField(fields, name, full, child);
    }
  }
  return fields;
}

function addField(fields: Map<string, FieldValue>, name: string, full: string, value: FieldValue): void {
  if (!fields.has(full)) fields.set(full, value);
  if (name !== full && !fields.has(name)) fields.set(name, value);
  const dot = full.lastIndexOf('.');
  if (dot < 0) return;
  const last = full.slice(dot + 1);
  if (!fields.has(last)) fields.set(last, value);
  const joined = full.replaceAll('.', '');
  if (!fields.has(joined)) fields.set(joined, value);
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
