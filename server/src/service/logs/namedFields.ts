import { isNilId } from '../../shared/requestIds/requestIdNames.ts';
import { readLevelLetter, readLevelName, readOpenTelemetrySeverity, readPinoLevel, readSyslogSeverity } from './logLevel.ts';
import {
  levelNames,
  messageNames,
  methodNames,
  pathNames,
  type ReadName,
  requestIdNames,
  splitTimes,
  statusNames,
  timeNames,
} from './fieldNames.ts';
import type { LineFields, LogLevel, LogTime, ReadContext } from './logRecord.ts';
import { readEpoch, readTime } from './times/logTime.ts';

export type FieldValue = string | number | boolean | null;

/** Fields of a structured record by normalised name; the shallowest one where a name occurs several times. */
export interface NamedFields {
  readonly get: (name: ReadName) => FieldValue | undefined;
  readonly has: (name: ReadName) => boolean;
}

// RFC 9110 section 9, PATCH (RFC 5789), WebDAV (RFC 4918) and requests to caches. A payment's `method: "card"` is not a method.
const methods = new Set(
  'GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH PURGE BAN QUERY LINK UNLINK REPORT SEARCH MKCOL COPY MOVE LOCK UNLOCK PROPFIND PROPPATCH'.split(
    ' ',
  ),
);
const longestMethod = 9;
const noId = /^(?:null|nil|none|undefined|unknown|missing|false|true|n\/a|\[filtered\]|\[redacted\])$/i;

/**
 * Reads the facts under the names that loggers use. A value of an unlikely shape (a job's `status: "Pending"`) is ignored.
 * @param own the fields of the record itself by their whole names: they go before those of the same meaning inside other fields
 */
export function readNamedFields(fields: NamedFields, context: ReadContext, own: NamedFields = fields): LineFields {
  const pick = <T>(names: readonly ReadName[], read: (value: FieldValue) => T | undefined): T | undefined =>
    pickFrom(own, names, read) ?? (own === fields ? undefined : pickFrom(fields, names, read));
  return {
    time: pick(timeNames, (value) => toTime(value, context)) ?? readSplitTime(fields, context),
    level:
      pick(levelNames, fields.has('shortmessage') ? toPriority : toLevel) ??
      pick(['priority'], toPriority) ??
      pick(['severitynumber'], toSeverity) ??
      (fields.has('remoteaddr') && fields.has('app') ? pick(['level'], toNextcloudLevel) : undefined) ??
      (fields.has('ctx') ? pick(['s'], toMongoLevel) : undefined),
    status: pick(statusNames, toStatus),
    method: pick(methodNames, toMethod),
    path: pick(pathNames, toPath),
    requestId: pick(requestIdNames, toRequestId),
    message: pick(messageNames, (value) => (typeof value === 'string' && value !== '' ? value : undefined)),
  };
}

function pickFrom<T>(fields: NamedFields, names: readonly ReadName[], read: (value: FieldValue) => T | undefined): T | undefined {
  for (const name of names) {
    const value = fields.get(name);
    const result = value === undefined ? undefined : read(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** A time whose seconds and nanoseconds are fields by themselves, or its date and its time of day. */
function readSplitTime(fields: NamedFields, context: ReadContext): LogTime | undefined {
  for (const [seconds, nanos] of splitTimes) {
    const time = fields.has(seconds) ? readEpoch(Number(fields.get(seconds))) : undefined;
    if (time) return { ...time, ms: time.ms + Math.floor(Number(fields.get(nanos) ?? 0) / 1e6 || 0) };
  }
  // Laurel's audit events: seconds and a running number.
  const [, audited] = /^(\d{10}\.\d{3}):\d{1,12}$/.exec(String(fields.get('id') ?? '')) ?? [];
  if (audited !== undefined) return readEpoch(Number(audited));
  const date = fields.get('date');
  const clock = fields.get('time');
  if (typeof date !== 'string' || typeof clock !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  // CloudFront's are in UTC.
  return readTime(`${date}T${clock}${fields.has('xedgerequestid') ? 'Z' : ''}`, context);
}

function toTime(value: FieldValue, context: ReadContext): LogTime | undefined {
  if (typeof value === 'number') return readEpoch(value);
  return typeof value === 'string' ? readTime(value, context) : undefined;
}

function toLevel(value: FieldValue): LogLevel | undefined {
  if (typeof value === 'string')
    return (
      readLevelName(value.includes('\u001b') ? value.replace(/\u001b\[[\d;]{0,20}m/g, '') : value) ??
      (/^\d{2,3}$/.test(value) ? readPinoLevel(Number(value)) : readLevelLetter(value))
    );
  return typeof value === 'number' ? readPinoLevel(value) : undefined;
}

function toPriority(value: FieldValue): LogLevel | undefined {
  if (typeof value === 'string' && !/^\d$/.test(value)) return readLevelName(value);
  return readSyslogSeverity(Number(value));
}

/** Nextcloud's numbers, 0 debug to 4 fatal. */
function toNextcloudLevel(value: FieldValue): LogLevel | undefined {
  const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'fatal'];
  return typeof value === 'number' ? levels[value] : undefined;
}

/** MongoDB's letters: `F`, `E`, `W`, `I` and `D1` to `D5`. */
function toMongoLevel(value: FieldValue): LogLevel | undefined {
  const levels: Readonly<Record<string, LogLevel>> = { F: 'fatal', E: 'error', W: 'warn', I: 'info', D: 'debug' };
  return typeof value === 'string' && /^[FEWID]\d?$/.test(value) ? levels[value.charAt(0)] : undefined;
}

function toSeverity(value: FieldValue): LogLevel | undefined {
  return readOpenTelemetrySeverity(Number(value));
}

function toStatus(value: FieldValue): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

function toMethod(value: FieldValue): string | undefined {
  const method = typeof value === 'string' && value.length <= longestMethod ? value.toUpperCase() : '';
  return methods.has(method) ? method : undefined;
}

function toRequestId(value: FieldValue): string | undefined {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && /^[\w.:+/=@#-]{3,200}$/.test(id) && !isNilId(id) && !noId.test(id) ? id : undefined;
}

function toPath(value: FieldValue): string | undefined {
  return typeof value === 'string' && /^(?:\/|https?:\/\/)/.test(value) ? value.slice(0, 2_000) : undefined;
}
