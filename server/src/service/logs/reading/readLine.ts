import { formatsOf } from '../logFormats.ts';
import type { LineFields, LogFormat, LogTime, ReadContext } from '../logRecord.ts';
import { isWithinDay } from '../times/timePlace.ts';

/** The content of a line, read by its own format and by the formats of the lines it carries. */
export interface LineReading {
  /** The format that read the line, or the carried line where it is in one. */
  readonly format: LogFormat;
  readonly id: string;
  /** Id of the format that carries the line. */
  readonly carrier: string | undefined;
  readonly fields: LineFields;
  /** The stream that a carried line came by; undefined when nothing carries it. */
  readonly stream: string | undefined;
  /** The innermost line that is carried; undefined when nothing is. */
  readonly inside: string | undefined;
  /** A carried line that is of no format by itself. */
  readonly loose: string | undefined;
  /** The carried line begins a record that lines of no format belong to. */
  readonly anchored: boolean;
}

const deepest = 3;
// Colours of a terminal begin with the escape character, and so do links to files.
const escapes = /\u001b(?:\[[0-9;:?]{0,30}[A-Za-z]|\]8;[^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|\([AB0])/g;

// As rsyslog and pagers write the escape character.
const spelt = /(?:#033|\^\[)\[[\d;:]{0,20}m/g;

/** A text without terminal colours; the same text when it has no colours. */
export function removeColours(text: string): string {
  if (text.includes('#033[') || text.includes('^[[')) return text.replace(spelt, '').replace(escapes, '');
  return text.includes('\u001b') ? text.replace(escapes, '') : text;
}

/**
 * Reads a line by the first format that recognises it, and a line that it carries by that line's format.
 * @param line without byte order mark and colours
 * @returns undefined when the line begins no record
 */
export function readLine(line: string, context: ReadContext, depth = 0): LineReading | undefined {
  for (const { format, holds, readLine: read } of formatsOf(line)) {
    if (holds !== '' && !line.includes(holds)) continue;
    const fields = read(line, context);
    if (fields === undefined) continue;
    const reading = readCarried(format, fields, context, depth);
    return format.sharesZone === true ? shareZone(reading, fields, context) : reading;
  }
  return undefined;
}

/** Merges a reading with the line of another format that it carries. */
export function readCarried(format: LogFormat, fields: LineFields, context: ReadContext, depth = 0): LineReading {
  const id = fields.format ?? format.id;
  const { time, inner = fields.mayCarry } = fields;
  if (inner === undefined || depth >= deepest) return uncarried(format, id, fields);
  // A carrier's time gives the year of one without.
  const within = time === undefined ? context : carriedIn(context, time);
  const carried = readLine(removeColours(inner), within, depth + 1);
  if (fields.inner === undefined && (carried === undefined || carried.id === 'text' || saysNothing(carried.fields)))
    return uncarried(format, id, fields);
  const stream = `${id} ${fields.group ?? ''}`;
  // A message without a shape of its own belongs to the record's own format.
  if (carried === undefined)
    return { format, id, carrier: undefined, fields, stream, inside: inner, loose: inner, anchored: false };
  const merged = mergeFields(fields, namedTimes.has(carried.id) ? withoutOther(time, carried.fields) : carried.fields);
  const { loose, inside = inner } = carried;
  const anchored = carried.anchored || isAnchor(carried);
  if (carried.id === 'text' || carried.id === id)
    return { format: carried.format, id, carrier: undefined, fields: merged, stream, inside, loose, anchored };
  return { format: carried.format, id: carried.id, carrier: id, fields: merged, stream, inside, loose, anchored };
}

/** Where a time is known only by the name of its field, one that is far from the carrier's is not the record's. */
const namedTimes: ReadonlySet<string> = new Set(['json', 'logfmt']);

function withoutOther(outer: LogTime | undefined, fields: LineFields): LineFields {
  const { time } = fields;
  return outer === undefined || time === undefined || isWithinDay(outer, time) ? fields : { ...fields, time: undefined };
}

/** Whether a record has neither a time nor a level: it may be any text. */
export function saysNothing({ time, level }: LineFields): boolean {
  return time === undefined && level === undefined;
}

/** The same shape as `withFieldPaths` gives: a spread object would be slow at every later look. */
function carriedIn({ fieldPaths, memory, zone }: ReadContext, carrier: LogTime): ReadContext {
  return { near: carrier.ms, carrier, fieldPaths, memory, zone };
}

function uncarried(format: LogFormat, id: string, fields: LineFields): LineReading {
  return { format, id, carrier: undefined, fields, stream: undefined, inside: undefined, loose: undefined, anchored: false };
}

/** Whether lines without a shape of their own belong to the record that a line begins: it has a time, or a logger's level. */
export function isAnchor({ format, id, fields }: Pick<LineReading, 'format' | 'id' | 'fields'>): boolean {
  if (format.multiline !== true) return false;
  return fields.time !== undefined || fields.hasClock === true || (fields.level !== undefined && id !== 'text');
}

const quarter = 900_000;
const farthestEast = 14 * 3_600_000;

/**
 * A line that carries one with a zone, such as the first of a request of Rails, tells the zone of its own clock, which is more
 * exact, and that of the lines after it.
 */
function shareZone(reading: LineReading, { time: outer }: LineFields, { memory }: ReadContext): LineReading {
  const { time, ...others } = reading.fields;
  if (outer?.zoneAssumed !== true) return reading;
  if (time?.zoneAssumed === false) {
    const east = Math.round((outer.ms - time.ms) / quarter) * quarter;
    if (Math.abs(east) > farthestEast || Math.abs(outer.ms - time.ms - east) > 5_000) return reading;
    memory?.east.set(reading.id, east);
    return { ...reading, fields: { ...others, time: { ms: outer.ms - east, zoneAssumed: false, learntEast: east } } };
  }
  const east = memory?.east.get(reading.id);
  if (east === undefined) return reading;
  return { ...reading, fields: { ...others, time: { ms: outer.ms - east, zoneAssumed: false, learntEast: east } } };
}

/** Merges two readings. The carried line wins; its time only where the carrier has no time with a zone. */
export function mergeFields(outer: LineFields, inner: LineFields): LineFields {
  const innerTime = inner.isBareCount === true && outer.time !== undefined ? undefined : inner.time;
  const exact = [innerTime, outer.time].find((time) => time?.zoneAssumed === false);
  return {
    time: exact ?? innerTime ?? outer.time,
    level: inner.level ?? outer.level,
    status: inner.status ?? outer.status,
    method: inner.method ?? outer.method,
    path: inner.path ?? outer.path,
    requestId: inner.requestId ?? outer.requestId,
    message: inner.message ?? outer.message,
    isLater: inner.isLater,
    isBareCount: inner.isBareCount === true && outer.time === undefined,
    group: inner.group,
    hasClock: inner.hasClock,
    isPartial: outer.isPartial,
  };
}
