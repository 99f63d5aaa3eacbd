import { withFieldPaths } from '../fieldPaths.ts';
import { mayHoldColour } from '../escapes.ts';
import { translatedLevels } from '../logLevel.ts';
import { finishRecord, type RecordHead } from './finishRecord.ts';
import type { LogRecogniser } from '../logRecogniser.ts';
import type { LineFields, LogRecord, ReadContext } from '../logRecord.ts';
import { type Block, readBlock, type ScanBudget } from './readBlock.ts';
import { isAnchor, type LineReading, readLine, removeColours, saysNothing } from './readLine.ts';
import { continuesTrace, isStreamTraceLine, isTraceLine, mayBeTraceLine, namesException, traceAfter } from './stackTrace.ts';
import { countLineBreaks, findLineEnd } from './textLines.ts';

const longestLine = 2_000_000;
const mostLines = 1_000;
const scanBudget = 32_000_000;

/**
 * Reads every record of a text. Never throws on any text; its time grows linearly with the text. A line that begins no record
 * of any format continues the record before it in two cases: that record has a time, or the line looks like a part of a stack
 * trace. Otherwise it is a record of its own, with the format `text`. Every line that is not blank belongs to exactly one
 * record; one line may contain several records.
 */
export function readRecords(text: string, recogniser: LogRecogniser, context: ReadContext = {}): LogRecord[] {
  const records: LogRecord[] = [];
  readEachRecord(text, recogniser, context, (record) => records.push(record));
  return records;
}

/**
 * Passes the same records to `onRecord` one by one. If many were made at once, the garbage collector would have to keep those
 * that are no longer needed.
 */
export function readEachRecord(
  text: string,
  recogniser: LogRecogniser,
  given: ReadContext,
  onRecord: (record: LogRecord) => void,
): void {
  const context = withFieldPaths(given);
  const isColoured = mayHoldColour(text);
  const budget: ScanBudget = { left: scanBudget };
  let head: RecordHead | undefined;
  let line = 0;
  const begin = (next: RecordHead): void => {
    if (head) onRecord(finishRecord(text, head, recogniser, isColoured, context.zone));
    head = next;
  };
  for (let start = 0; start < text.length; line++) {
    const lineFeed = text.indexOf('\n', start);
    const lineEnd = findLineEnd(text, start, lineFeed);
    const block = readBlock(text, start, lineEnd, context, budget);
    if (block) {
      if (head && belongsTo(head, block)) head.end = block.end;
      else for (const part of toHeads(text, block, line)) begin(part);
      const next = text.indexOf('\n', block.end);
      line += countLineBreaks(text, start, next < 0 ? block.end : next);
      start = next < 0 ? text.length : next + 1;
      continue;
    }
    const begun = beginRecord(text.slice(start, lineEnd), isColoured, start, line, head, context);
    if (begun) begin(begun);
    if (head && !isBlank(text, start, Math.min(lineEnd, start + 2_000))) head.end = lineEnd;
    start = lineFeed < 0 ? text.length : lineFeed + 1;
  }
  if (head) onRecord(finishRecord(text, head, recogniser, isColoured, context.zone));
}

/** Whether a line is blank. For nearly all lines the first character is enough to deny it. */
function isBlank(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  return start >= end || (first > 0x20 && first < 0x7f ? false : !/\S/.test(text.slice(start, end)));
}

/** A record that begins with a line; undefined when the line is blank or belongs to the record before it. */
function beginRecord(
  raw: string,
  isColoured: boolean,
  start: number,
  line: number,
  head: RecordHead | undefined,
  context: ReadContext,
): RecordHead | undefined {
  if (raw.trim() === '') return undefined;
  const clean = cleanLine(raw, isColoured);
  const near = head !== undefined && line - head.line < mostLines ? head : undefined;
  const later = near?.reading.format.readLaterLine?.(clean, near.reading.fields);
  if (near && later) {
    near.later = mergeLater(near.later, later);
    return undefined;
  }
  const read = readLine(clean, context);
  const reading = near && read && (contradicts(near, read) || isRest(near, read)) ? undefined : read;
  if (reading === undefined) {
    if (
      near &&
      (isAnchor(near.reading) || isTraceLine(clean) || continuesTrace(near.trace, clean) || explains(near, clean, line))
    ) {
      near.trace = traceAfter(near.trace, clean);
      return undefined;
    }
    return toHead(start, line, plainReading(raw), clean);
  }
  const carried = near && readCarriedLater(near, reading);
  if (near && carried) {
    near.later = mergeLater(near.later, carried);
    return undefined;
  }
  if (near && continuesStream(near, reading, line)) {
    near.trace = traceAfter(near.trace, reading.loose ?? '');
    near.isPartial = reading.fields.isPartial;
    return undefined;
  }
  if (near && continuesStack(near, reading)) return undefined;
  // JSON without a time or level right below a line of text belongs to that line.
  if (near && isAnchor(near.reading) && reading.id === 'json' && saysNothing(reading.fields)) return undefined;
  return toHead(start, line, reading, reading.loose ?? '');
}

function toHead(start: number, line: number, reading: LineReading, said: string): RecordHead {
  const { isPartial } = reading.fields;
  return { start, end: start, line, reading, later: {}, body: undefined, trace: traceAfter(undefined, said), isPartial };
}

/** Whether a number of a plausible size is no time: the record before it has a time of a different kind, or is much younger. */
function contradicts({ reading: { fields } }: RecordHead, { fields: { time, isBareCount } }: LineReading): boolean {
  if (isBareCount !== true || time === undefined || fields.time === undefined) return false;
  const later = time.ms - fields.time.ms;
  return fields.isBareCount === true ? later < -86_400_000 : Math.abs(later) > 3_600_000;
}

/** Whether a line that only may begin a record is right behind one with a time: then it belongs to that. */
function isRest({ reading }: RecordHead, { fields }: LineReading): boolean {
  return fields.isWeak === true && isAnchor(reading) && reading.fields.time !== undefined;
}

function toHeads(text: string, block: Block, firstLine: number): RecordHead[] {
  let line = firstLine;
  let counted = block.parts[0]?.start ?? 0;
  return block.parts.map(({ start, end, reading, body }) => {
    line += countLineBreaks(text, counted, start);
    counted = start;
    return { start, end, line, reading, later: {}, body, trace: undefined, isPartial: undefined };
  });
}

function belongsTo(head: RecordHead, { parts }: Block): boolean {
  const [only] = parts;
  return parts.length === 1 && only?.reading.id === 'json' && isAnchor(head.reading) && saysNothing(only.reading.fields);
}

/** A line of a request over several lines, each of which a container or a drain carries. */
function readCarriedLater({ reading: { format, stream, fields } }: RecordHead, later: LineReading): LineFields | undefined {
  if (stream === undefined || stream !== later.stream || later.inside === undefined) return undefined;
  // Lines with a time or level of their own are records.
  if (!saysNothing(later.fields)) return undefined;
  return format.readLaterLine?.(later.inside, fields);
}

/** A container's or a drain's line that carries a part of a stack trace which the line before it began. */
function continuesStream(head: RecordHead, { stream, loose }: LineReading, line: number): boolean {
  if (stream === undefined || stream !== head.reading.stream) return false;
  if (head.isPartial === true) return true;
  if (loose === undefined) return false;
  if (isStreamTraceLine(loose)) return true;
  return (
    (head.reading.anchored && namesException(loose)) ||
    explains(head, loose, line) ||
    (mayBeTraceLine(loose) && continuesTrace(head.trace, loose))
  );
}

/** Whether a line names the exception of a record at level error, right below it. Further exceptions are records of their own. */
function explains(head: RecordHead, text: string, line: number): boolean {
  const { level } = head.reading.fields;
  return line === head.line + 1 && (level === 'error' || level === 'fatal') && namesException(text);
}

/** Many lines with a time of their own are one stack trace: those of the same stream right after each other. */
function continuesStack(head: RecordHead, { stream, fields }: LineReading): boolean {
  return fields.isLater === true && head.reading.fields.time !== undefined && stream === head.reading.stream;
}

function mergeLater(known: LineFields, later: LineFields): LineFields {
  return {
    level: later.level ?? known.level,
    status: later.status ?? known.status,
    message: later.message ?? known.message,
    time: known.time ?? later.time,
    requestId: known.requestId ?? later.requestId,
  };
}

const noFormat = { id: 'text', title: 'plain text', readLine: () => undefined };

function plainReading(message: string): LineReading {
  return {
    format: noFormat,
    id: 'text',
    carrier: undefined,
    fields: { message },
    stream: undefined,
    inside: undefined,
    loose: undefined,
    anchored: false,
  };
}

/** Without byte order mark and terminal colours, and of bounded length. */
function cleanLine(raw: string, isColoured: boolean): string {
  const text = raw.length > longestLine ? raw.slice(0, longestLine) : raw;
  const line = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return isColoured ? removeColours(line) : line;
}

// Lies inside a JSON object, an entry of journald's export, or is the second line of java.util.logging.
const inner = new RegExp(
  String.raw`^(?:[\s"}\]),]|__?[A-Z]|[A-Z][A-Z_0-9]{1,63}=|(?:SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST|${translatedLevels.join('|')}): |(?:ERROR|WARN|DEBUG|TRACE): (?! ))`,
);

/** Whether a line begins a record after any other line. */
export function beginsRecord(raw: string, context: ReadContext): boolean {
  if (inner.test(raw)) return false;
  const reading = readLine(cleanLine(raw, true), context);
  if (reading === undefined) return false;
  const { format, id, fields, loose } = reading;
  if (fields.isLater === true || fields.isBareCount === true || fields.isWeak === true) return false;
  if (format.readLaterLine !== undefined && fields.time === undefined) return false;
  if (id === 'json' && saysNothing(fields)) return false;
  return loose === undefined || !mayBeTraceLine(loose);
}
