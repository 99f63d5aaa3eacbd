import type { LogRecogniser } from '../logRecogniser.ts';
import type { LogRecord, ReadContext } from '../logRecord.ts';
import { noteDirective } from '../formats/w3c.ts';
import { finishRecord } from './finishRecord.ts';
import { beginsRecord, readRecords } from './readRecords.ts';
import { readCutExport } from './readBlock.ts';
import { countLineBreaks, findLineEnd } from './textLines.ts';

const longestRecord = 256_000;
const mostLines = 1_000;

/**
 * Reads the record at an offset of a text. Looks only at a bounded stretch around the offset.
 * @returns undefined when the offset is in blank lines before any record
 */
export function readRecordAt(
  text: string,
  offset: number,
  recogniser: LogRecogniser,
  given: ReadContext = {},
): LogRecord | undefined {
  const context = withHeader(text, offset, given);
  const start = findStretchStart(text, offset, context);
  const end = findStretchEnd(text, offset, context);
  const record = readRecords(text.slice(start, end), recogniser, context).findLast(({ span }) => start + span.start <= offset);
  if (record === undefined || start + record.span.end < offset) return undefined;
  const cut = record.format === 'text' && record.time === undefined ? readCutExport(text, start, offset, context) : undefined;
  if (cut) {
    const line = countLineBreaks(text, 0, cut.start);
    const head = { ...cut, line, later: {}, trace: undefined, isPartial: undefined };
    return finishRecord(text, head, recogniser, true, context.zone);
  }
  const span = { start: start + record.span.start, end: start + record.span.end };
  return { ...record, span, line: record.line + countLineBreaks(text, 0, start) };
}

/** The names of columns are at the beginning of a file, or where they change. */
function withHeader(text: string, offset: number, context: ReadContext): ReadContext {
  if (!/^\uFEFF?#/.test(text)) return context;
  const memory = { east: new Map<string, number>() };
  for (const name of ['#Date:', '#Fields:']) {
    const at = text.lastIndexOf(name, offset);
    if (at >= 0) noteDirective(text.slice(at, findLineEnd(text, at)), memory);
  }
  return { ...context, memory };
}

/** The nearest line at or before the offset that begins a record by itself. */
function findStretchStart(text: string, offset: number, context: ReadContext): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  for (let lines = 0; start > 0 && lines < mostLines && offset - start < longestRecord; lines++) {
    if (!isContinued(text, start) && beginsRecord(text.slice(start, findLineEnd(text, start)), context)) break;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return start;
}

/** The end of the line before the next one that begins a record by itself. */
function findStretchEnd(text: string, offset: number, context: ReadContext): number {
  let end = findLineEnd(text, offset);
  for (let lines = 0; lines < mostLines && end - offset < longestRecord; lines++) {
    const next = text.indexOf('\n', end) + 1;
    if (next === 0 || (!isContinued(text, next) && beginsRecord(text.slice(next, findLineEnd(text, next)), context))) break;
    end = findLineEnd(text, next);
  }
  return end;
}

/**
 * Whether the line before the one that starts at an offset goes on in it: it ends inside JSON, or is a part of a container's
 * line.
 */
export function isContinued(text: string, lineStart: number): boolean {
  if (/[[{,]\s*$/.test(text.slice(Math.max(0, lineStart - 20), lineStart))) return true;
  const before = text.lastIndexOf('\n', lineStart - 2) + 1;
  return /^\d{4}-\S{1,40} std(?:out|err) P /.test(text.slice(before, Math.min(lineStart, before + 60)));
}
