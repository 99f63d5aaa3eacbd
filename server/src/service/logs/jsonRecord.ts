import { isNilId } from '../../shared/requestIds/requestIdNames.ts';
import type { FieldPath, LineFields, ReadContext } from './logRecord.ts';
import { createFieldPaths } from './fieldPaths.ts';
import type { ReadName } from './fieldNames.ts';
import { type FieldValue, type NamedFields, readNamedFields } from './namedFields.ts';

const mostFields = 2_000;

/** The fields of a JSON object of a log, from any writer. Docker's and fluentd's carry another line in `log`. */
export function readJsonRecord(value: object, context: ReadContext): LineFields {
  const { fieldPaths = createFieldPaths() } = context;
  const { fields, own } = flattenFields(value, fieldPaths.root());
  const { time, level, status, method, path, requestId, message } = readNamedFields(fields, context, own);
  // Named one by one below: of a spread object every later look at it is slow, and a file may have millions of them.
  const { log } = value as { readonly log?: unknown };
  if (typeof log === 'string' && (fields.has('stream') || fields.has('containerid') || fields.has('kubernetes.podname'))) {
    const inner = log.trimEnd();
    return { time, level, status, method, path, requestId, message: inner, inner, format: 'docker', group: toGroup(fields) };
  }
  // Loki's command line prints the line of its stream beside the labels.
  const { line, labels } = value as { readonly line?: unknown; readonly labels?: unknown };
  if (typeof line === 'string' && typeof labels === 'object')
    return { time, level, status, method, path, requestId, message: line, inner: line };
  if (fields.has('timeunixnano') || fields.has('observedtimeunixnano')) {
    const trace = fields.get('traceid');
    const id = requestId ?? (typeof trace === 'string' && !isNilId(trace) ? trace : undefined);
    return { time, level, status, method, path, requestId: id, message, format: 'otlp' };
  }
  if (fields.has('realtimetimestamp'))
    return { time, level, status, method, path, requestId, message, inner: message, format: 'journald' };
  // Serilog's compact format leaves out the level that is most frequent.
  if ('@t' in value && ('@mt' in value || '@m' in value))
    return { time, level: level ?? 'info', status, method, path, requestId, message };
  const inner = level === undefined && status === undefined ? message : undefined;
  return { time, level, status, method, path, requestId, message, inner };
}

function toGroup(fields: NamedFields): string {
  return [fields.get('containerid'), fields.get('stream')].map((value) => String(value ?? '')).join(' ');
}

/** The fields of a record. */
interface Flattened {
  /** By their last name and by their path, breadth first: the shallowest keeps the name. */
  readonly fields: NamedFields;
  /** The fields of the record itself, by their whole names: `level`, and not `user.level`. Most records have no others. */
  readonly own: NamedFields;
}

function flattenFields(root: object, whole: FieldPath): Flattened {
  const own = new Map<ReadName, FieldValue>();
  let isFlat = true;
  for (const key of Object.keys(root)) {
    const child = (root as Readonly<Record<string, unknown>>)[key];
    const { own: name, names } = whole.of(key);
    if (!isFieldValue(child)) isFlat = false;
    else if (name !== undefined && !own.has(name)) own.set(name, child);
    if (names.length > (name === undefined ? 0 : 1)) isFlat = false;
  }
  return { fields: isFlat ? own : flattenAll(root, whole), own };
}

function flattenAll(root: object, whole: FieldPath): Map<ReadName, FieldValue> {
  const fields = new Map<ReadName, FieldValue>();
  const queue: { readonly value: object; readonly path: FieldPath }[] = [{ value: root, path: whole }];
  for (let at = 0; at < queue.length && fields.size < mostFields; at++) {
    const { value, path } = queue[at] ?? { value: {}, path: whole };
    for (const key of Object.keys(value)) {
      const child = (value as Readonly<Record<string, unknown>>)[key];
      const place = path.of(key);
      if (typeof child === 'object' && child !== null) {
        if (queue.length < mostFields && path.full.length < 500) queue.push({ value: child, path: place });
      } else if (isFieldValue(child)) {
        for (const name of place.names) if (!fields.has(name)) fields.set(name, child);
      }
    }
  }
  return fields;
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
