import { chooseCode, type CodeMention } from './codeFinder.ts';
import { logFormats } from './logFormats.ts';
import type { LogRecogniser } from './logRecogniser.ts';
import type { LineFields, LogRecord, ReadContext } from './logRecord.ts';
import { chooseRequestId } from './requestIdFinder.ts';
import { findRequestLine, findStatuses } from './textFacts.ts';

const longestLine = 2_000_000;
const longestRecord = 256_000;
const longestMessage = 2_000;
const mostLines = 1_000;
// Colours of a terminal begin with the escape character.
const colours = /\u001b\[[0-9;]{0,20}[A-Za-z]/g;
const continuation = /^(?:\s|at |\.{3} |Caused by|Traceback|During handling|The above exception|goroutine |[})\]]|#\d+ |--> )/;

interface Head {
  readonly start: number;
  readonly line: number;
  readonly format: string;
  readonly fields: LineFields;
}

/**
 * Reads every record of a text. Never throws, whatever the text; its time grows linearly with it.
 * A line that begins no record of any format continues the one before it where that one has a time or the line looks like
 * a part of a stack trace; otherwise it is a record of its own, with the format `text`.
 */
export function readRecords(text: string, recogniser: LogRecogniser, context: ReadContext = {}): LogRecord[] {
  const records: LogRecord[] = [];
  let head: Head | undefined;
  let line = 0;
  let end = 0;
  for (let start = 0; start < text.length || start === 0; line++) {
    const lineEnd = findLineEnd(text, start);
    const next = text.indexOf('\n', start) < 0 ? text.length + 1 : text.indexOf('\n', start) + 1;
    const begun = beginRecord(text.slice(start, lineEnd), start, line, head, context);
    if (begun) {
      if (head) records.push(finishRecord(text, head, end, line, recogniser));
      head = begun;
    }
    if (begun || lineEnd > start) end = lineEnd;
    start = next;
  }
  if (head) records.push(finishRecord(text, head, end, line, recogniser));
  return records;
}

/**
 * Reads the record that an offset of a text stands in, looking at no more than a bounded stretch around it.
 * @returns undefined when the offset stands in blank lines before any record
 */
export function readRecordAt(
  text: string,
  offset: number,
  recogniser: LogRecogniser,
  context: ReadContext = {},
): LogRecord | undefined {
  const start = findStretchStart(text, offset, context);
  const end = findStretchEnd(text, offset, context);
  const record = readRecords(text.slice(start, end), recogniser, context).findLast(({ span }) => start + span.start <= offset);
  if (record === undefined || start + record.span.end < offset) return undefined;
  const span = { start: start + record.span.start, end: start + record.span.end };
  return { ...record, span, line: record.line + countLineBreaks(text, start) };
}

function beginRecord(raw: string, start: number, line: number, head: Head | undefined, context: ReadContext): Head | undefined {
  if (raw.trim() === '') return undefined;
  const read = readLine(cleanLine(raw), context, 0);
  if (read) return { start, line, ...read };
  const continues = head !== undefined && line - head.line < mostLines && (hasAnchor(head) || continuation.test(raw));
  return continues ? undefined : { start, line, format: 'text', fields: { message: raw } };
}

/** Without byte order mark and terminal colours, and of bounded length. */
function cleanLine(raw: string): string {
  const text = raw.length > longestLine ? raw.slice(0, longestLine) : raw;
  const line = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return line.includes('\u001b') ? line.replace(colours, '') : line;
}

/** A line without a time or level after one with both is a part of it; after JSON it is another program's. */
function hasAnchor({ format, fields }: Head): boolean {
  return format === 'plain-text' && fields.time !== undefined;
}

function readLine(line: string, context: ReadContext, depth: number): { format: string; fields: LineFields } | undefined {
  for (const { id, readLine: read } of logFormats) {
    const fields = read(line, context);
    if (fields === undefined) continue;
    const inner = fields.inner === undefined || depth >= 2 ? undefined : readLine(fields.inner, context, depth + 1)?.fields;
    return { format: id, fields: inner === undefined ? fields : mergeFields(fields, inner) };
  }
  return undefined;
}

/** What the carried line says counts more; its time only where the carrier has none with a zone. */
function mergeFields(outer: LineFields, inner: LineFields): LineFields {
  const exact = [inner.time, outer.time].find((time) => time?.zoneAssumed === false);
  return {
    time: exact ?? inner.time ?? outer.time,
    level: inner.level ?? outer.level,
    status: inner.status ?? outer.status,
    method: inner.method ?? outer.method,
    path: inner.path ?? outer.path,
    requestId: inner.requestId ?? outer.requestId,
    message: inner.message ?? outer.message,
  };
}

function finishRecord(text: string, head: Head, end: number, nextLine: number, recogniser: LogRecogniser): LogRecord {
  const { fields } = head;
  const body = text.slice(head.start, Math.min(end, head.start + longestRecord));
  const request = fields.method === undefined || fields.path === undefined ? findRequestLine(body) : undefined;
  const code = chooseCode(recogniser.findCodes(body, 0, body.length, 20));
  return {
    span: { start: head.start, end },
    line: head.line,
    lines: countLines(text, head.start, end, nextLine - head.line),
    format: head.format,
    time: fields.time,
    level: fields.level,
    status: fields.status ?? findStatuses(body, 1)[0]?.status ?? findStatusBefore(body, code),
    method: fields.method ?? request?.method,
    path: fields.path ?? request?.path,
    code: code?.code,
    requestId: fields.requestId ?? chooseRequestId(recogniser.findRequestIds(body, 20))?.id,
    message: (fields.message ?? body).slice(0, longestMessage),
  };
}

/** `failed: 504 GENERATION_TIMEOUT`: a number right before an error code is its status. */
function findStatusBefore(body: string, code: CodeMention | undefined): number | undefined {
  const match = code && /(?:^|[^\w.:-])([1-5]\d\d)[\s:]\s?$/.exec(body.slice(Math.max(0, code.span.start - 8), code.span.start));
  return match ? Number(match[1]) : undefined;
}

function findLineEnd(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  if (at < 0) return text.length;
  return at > start && text.charAt(at - 1) === '\r' ? at - 1 : at;
}

/** Lines from the first to the last that is not blank. */
function countLines(text: string, start: number, end: number, most: number): number {
  if (most <= 1) return 1;
  let count = 1;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function countLineBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The nearest line at or before the offset that begins a record by itself. */
function findStretchStart(text: string, offset: number, context: ReadContext): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  for (let lines = 0; start > 0 && lines < mostLines && offset - start < longestRecord; lines++) {
    if (readLine(cleanLine(text.slice(start, findLineEnd(text, start))), context, 0)) break;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return start;
}

/** The end of the line before the next one that begins a record by itself. */
function findStretchEnd(text: string, offset: number, context: ReadContext): number {
  let end = findLineEnd(text, offset);
  for (let lines = 0; lines < mostLines && end - offset < longestRecord; lines++) {
    const next = text.indexOf('\n', end) + 1;
    if (next === 0 || readLine(cleanLine(text.slice(next, findLineEnd(text, next))), context, 0)) break;
    end = findLineEnd(text, next);
  }
  return end;
}
