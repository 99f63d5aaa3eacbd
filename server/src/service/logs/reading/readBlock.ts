import { journalExport, readJournalExport } from '../formats/journalExport.ts';
import { json, parseObject } from '../formats/json.ts';
import { readJsonRecord } from '../jsonRecord.ts';
import { findElements, findJsonEnd } from '../jsonScan.ts';
import type { LineFields, ReadContext } from '../logRecord.ts';
import { readEpoch } from '../times/logTime.ts';
import { simplifyOtlp } from '../openTelemetry.ts';
import { type LineReading, readCarried } from './readLine.ts';
import { findLineEnd } from './textLines.ts';

/** One record of a block. */
export interface BlockPart {
  readonly start: number;
  readonly end: number;
  readonly reading: LineReading;
  /** The text that is searched for codes, statuses and ids; without the parts that other records of the block share with it. */
  readonly body: string;
}

/** Records that are not one to a line: JSON over several lines, several records in one object or array, journald's export. */
export interface Block {
  readonly end: number;
  readonly parts: readonly BlockPart[];
}

/** The number of characters that may still be searched in vain. It bounds the cost of brackets that are never closed. */
export interface ScanBudget {
  left: number;
}

const longestObject = 512_000;
const longestContainer = 16_000_000;
const mostParts = 200_000;
const headLength = 2_000;
const containerHead =
  /"(?:resourceLogs|scopeLogs|logRecords|resource_logs|scope_logs|log_records|logEvents)"\s{0,40}:|^\s{0,40}\{\s{0,40}"(?:Records|events)"\s{0,40}:\s{0,40}\[/;
const containerKey = /"(logRecords|log_records|logEvents|Records|events)"\s{0,40}:\s{0,40}\[/g;
const continued = /[{[,]\s*$/;

/**
 * Reads the block that begins with a line.
 * @param lineEnd the offset of the line's end
 * @returns undefined when the line begins no block: it may be a record by itself
 */
export function readBlock(
  text: string,
  start: number,
  lineEnd: number,
  context: ReadContext,
  budget: ScanBudget,
): Block | undefined {
  const at = skipBlanks(text, start, lineEnd);
  const first = text.charAt(at);
  if (first === '_') {
    const export_ = at === start ? readJournalExport(text, start) : undefined;
    if (export_ === undefined) return undefined;
    const reading = readCarried(journalExport, export_.fields(context), context);
    return { end: export_.end, parts: [{ start, end: export_.end, reading, body: text.slice(start, export_.end) }] };
  }
  if (first === '[')
    return /^\[\s{0,400}\{/.test(text.slice(at, at + 402)) ? readArray(text, start, at, context, budget) : undefined;
  return first === '{' ? readObject(text, start, at, lineEnd, context, budget) : undefined;
}

function readObject(
  text: string,
  start: number,
  at: number,
  lineEnd: number,
  context: ReadContext,
  budget: ScanBudget,
): Block | undefined {
  const severalLines = continued.test(text.slice(Math.max(at, lineEnd - 100), lineEnd));
  if (severalLines && budget.left <= 0) return undefined;
  const container = containerHead.test(text.slice(at, severalLines ? at + headLength : Math.min(at + headLength, lineEnd)));
  if (!severalLines && !container) return readConcatenated(text, start, at, lineEnd, context);
  const end = findEnd(text, at, container ? longestContainer : longestObject, budget) ?? (severalLines ? undefined : lineEnd);
  if (end === undefined || (end <= lineEnd && !container)) return undefined;
  const blockEnd = findRest(text, end);
  if (blockEnd === undefined) return undefined;
  const parts = container ? readContainer(text, at, end, context) : [];
  if (parts.length > 0) return { end: blockEnd, parts: stretchParts(text, start, blockEnd, parts) };
  if (end <= lineEnd) return undefined;
  const part = readElement(text, { start: at, end }, 'object', context);
  // An object inside a text that is no JSON is left out, unless it has a field that only a record has.
  if (part === undefined || (at > start && part.reading.fields.time === undefined && part.reading.fields.level === undefined))
    return undefined;
  return { end: blockEnd, parts: [{ ...part, start, end: blockEnd }] };
}

function readArray(text: string, start: number, at: number, context: ReadContext, budget: ScanBudget): Block | undefined {
  const end = findEnd(text, at, longestContainer, budget);
  const blockEnd = end === undefined ? undefined : findRest(text, end);
  if (end === undefined || blockEnd === undefined) return undefined;
  const parts = findElements(text, at, end, mostParts).flatMap((span) => readElement(text, span, 'object', context) ?? []);
  // A list in a program's output is no list of records.
  const records = parts.filter(({ reading: { fields } }) => fields.time !== undefined || fields.level !== undefined);
  if (parts.length === 0 || records.length * 2 < parts.length) return undefined;
  return { end: blockEnd, parts: stretchParts(text, start, blockEnd, parts) };
}

/** `{…}{…}` on one line, as Kinesis Data Firehose joins records. */
function readConcatenated(text: string, start: number, at: number, lineEnd: number, context: ReadContext): Block | undefined {
  if (text.charAt(lineEnd - 1) !== '}' || !text.slice(at, lineEnd).includes('}{"')) return undefined;
  const parts: BlockPart[] = [];
  for (let next = at; next < lineEnd; ) {
    const end = text.charAt(next) === '{' ? findJsonEnd(text, next, lineEnd) : undefined;
    const part = end === undefined ? undefined : readElement(text, { start: next, end }, 'object', context);
    if (end === undefined || part === undefined) return undefined;
    parts.push(part);
    next = skipBlanks(text, end, lineEnd);
  }
  return parts.length < 2 ? undefined : { end: lineEnd, parts: stretchParts(text, start, lineEnd, parts) };
}

/** Whether a line with this beginning contains several records: the beginning need not be true of each. */
export function beginsList(head: string): boolean {
  return /^\s{0,400}\[\s{0,400}\{/.test(head) || containerHead.test(head) || head.includes('}{"');
}

const elementStarts = [
  ['{"timeUnixNano"', 'otlp'],
  ['{"observedTimeUnixNano"', 'otlp'],
  ['{"time_unix_nano"', 'otlp'],
  ['{"id":"', 'event'],
] as const;

/**
 * Reads the record of an export around an offset where the text begins in the middle of the export's line.
 * @returns undefined when no record is recognised there
 */
export function readCutExport(text: string, start: number, offset: number, context: ReadContext): BlockPart | undefined {
  const lineEnd = findLineEnd(text, offset);
  for (const [beginning, kind] of elementStarts) {
    const at = text.lastIndexOf(beginning, offset);
    const end = at < start ? undefined : findJsonEnd(text, at, lineEnd);
    const part = end === undefined || end <= offset ? undefined : readElement(text, { start: at, end }, kind, context);
    if (part?.reading.fields.time !== undefined) return part;
  }
  return undefined;
}

function findEnd(text: string, at: number, longest: number, budget: ScanBudget): number | undefined {
  const limit = Math.min(text.length, at + longest);
  if (budget.left <= 0) return undefined;
  const end = findJsonEnd(text, at, limit);
  if (end === undefined) budget.left -= limit - at;
  return end;
}

/** The end of the line that a block ends in; undefined when something else follows it there. */
function findRest(text: string, end: number): number | undefined {
  const lineFeed = text.indexOf('\n', end);
  const lineEnd = lineFeed < 0 ? text.length : lineFeed;
  const rest = text.slice(end, Math.min(lineEnd, end + 100));
  if (/[^\s,;]/.test(rest)) return undefined;
  return end + rest.trimEnd().length;
}

function readContainer(text: string, start: number, end: number, context: ReadContext): BlockPart[] {
  const parts: BlockPart[] = [];
  containerKey.lastIndex = start;
  for (let match = containerKey.exec(text); match && match.index < end; match = containerKey.exec(text)) {
    const kind =
      match[1]?.startsWith('log') && match[1] !== 'logEvents'
        ? 'otlp'
        : match[1] === 'logEvents' || match[1] === 'events'
          ? 'event'
          : 'object';
    const from = containerKey.lastIndex;
    const spans = findElements(text, from - 1, end, mostParts - parts.length);
    for (const span of spans) {
      const part = readElement(text, span, kind, context);
      if (part) parts.push(part);
    }
    containerKey.lastIndex = spans.at(-1)?.end ?? from;
  }
  return parts;
}

function readElement(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  kind: 'object' | 'otlp' | 'event',
  context: ReadContext,
): BlockPart | undefined {
  const source = text.slice(start, end);
  const value = parseObject(source);
  if (value === undefined) return undefined;
  if (kind === 'event') {
    const message = 'message' in value && typeof value.message === 'string' ? value.message.trimEnd() : '';
    const time = 'timestamp' in value && typeof value.timestamp === 'number' ? readEpoch(value.timestamp) : undefined;
    const fields: LineFields = { time, message, inner: message, format: 'cloudwatch' };
    return { start, end, reading: readCarried(json, fields, context), body: message };
  }
  const simple = kind === 'otlp' ? simplifyOtlp(value) : value;
  const record = typeof simple === 'object' && simple !== null ? simple : value;
  const fields: LineFields =
    kind === 'otlp' ? { ...readJsonRecord(record, context), format: 'otlp' } : readJsonRecord(record, context);
  return { start, end, reading: readCarried(json, fields, context), body: kind === 'otlp' ? JSON.stringify(record) : source };
}

/** Divides the whole block among its records: text before a record belongs to that record, text at the end to the last one. */
function stretchParts(text: string, start: number, end: number, parts: readonly BlockPart[]): BlockPart[] {
  return parts.map((part, index) => {
    const before = parts[index - 1];
    let from = before === undefined ? start : before.end;
    while (before !== undefined && from < part.start && /[\s,]/.test(text.charAt(from))) from++;
    return { ...part, start: from, end: index === parts.length - 1 ? end : part.end };
  });
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text.charAt(at) === ' ' || text.charAt(at) === '\t' || text.charAt(at) === '\uFEFF')) at++;
  return at;
}
