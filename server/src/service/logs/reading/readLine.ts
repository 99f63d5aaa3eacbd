import { formatsOf } from '../logFormats.ts';
import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';

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
  for (const format of formatsOf(line)) {
    if (format.holds !== undefined && !line.includes(format.holds)) continue;
    const fields = format.readLine(line, context);
    if (fields !== undefined) return readCarried(format, fields, context, depth);
  }
  return undefined;
}

/** Merges a reading with the line of another format that it carries. */
export function readCarried(format: LogFormat, fields: LineFields, context: ReadContext, depth = 0): LineReading {
  const id = fields.format ?? format.id;
  const { inner } = fields;
  if (inner === undefined || depth >= deepest)
    return { format, id, carrier: undefined, fields, stream: undefined, loose: undefined, anchored: false };
  const carried = readLine(removeColours(inner), context, depth + 1);
  const stream = `${id} ${fields.group ?? ''}`;
  // A message without a shape of its own belongs to the record's own format.
  if (carried === undefined) return { format, id, carrier: undefined, fields, stream, loose: inner, anchored: false };
  const merged = mergeFields(fields, carried.fields);
  const { loose } = carried;
  const anchored = carried.anchored || isAnchor(carried);
  if (carried.id === 'text' || carried.id === id)
    return { format: carried.format, id, carrier: undefined, fields: merged, stream, loose, anchored };
  return { format: carried.format, id: carried.id, carrier: id, fields: merged, stream, loose, anchored };
}

/** Whether lines without a shape of their own belong to the record that a line begins: it has a time, or a logger's level. */
export function isAnchor({ format, id, fields }: Pick<LineReading, 'format' | 'id' | 'fields'>): boolean {
  if (format.multiline !== true) return false;
  return fields.time !== undefined || fields.hasClock === true || (fields.level !== undefined && id !== 'text');
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
