import { assumeZone } from '../times/assumedZones.ts';
import { chooseCode, type CodeMention } from '../codeFinder.ts';
import { container } from '../formats/container.ts';
import { removeEscapedColours } from '../escapes.ts';
import { readJsonRecord } from '../jsonRecord.ts';
import type { LogRecogniser } from '../logRecogniser.ts';
import type { LineFields, LogRecord } from '../logRecord.ts';
import { type LineReading, mergeFields, readCarried, removeColours } from './readLine.ts';
import type { OpenTrace } from './stackTrace.ts';
import { findRequestLine, findStatuses } from '../textFacts.ts';
import { countLineBreaks } from './textLines.ts';

const longestRecord = 256_000;
const longestMessage = 2_000;

/** A record whose end is not known yet. */
export interface RecordHead {
  readonly start: number;
  /** Grows with the lines that belong to the record. */
  end: number;
  readonly line: number;
  readonly reading: LineReading;
  /** The fields of its later lines. */
  later: LineFields;
  /** The text that is searched for codes, statuses and ids; undefined: the record's text. */
  readonly body: string | undefined;
  /** A stack trace that its last line leaves open. */
  trace: OpenTrace | undefined;
  /** Its last line is only a part of the program's line: the next line of its stream is the rest. */
  isPartial: boolean | undefined;
}

/**
 * Reads the facts of a whole record that are not in its first line.
 * @param isColoured whether the text may contain a terminal's colours
 * @param zone the one of times that have none; absent: UTC
 */
export function finishRecord(
  text: string,
  head: RecordHead,
  recogniser: LogRecogniser,
  isColoured: boolean,
  zone: string | undefined,
): LogRecord {
  const { start, end, later } = head;
  const source = withoutMark((head.body ?? text.slice(start, end)).slice(0, longestRecord));
  const whole = head.reading.fields.isPartial === true ? joinParts(source, head.reading.fields) : undefined;
  const coloured = whole?.fields.inner ?? source;
  const body = isColoured || head.body !== undefined ? removeColours(coloured) : coloured;
  const { fields, id, carrier } = whole ?? readCarriedObject(body, head.reading) ?? head.reading;
  const plain = removeEscapedColours(body);
  const time = fields.time ?? later.time;
  const request = fields.method === undefined || fields.path === undefined ? findRequestLine(plain) : undefined;
  const code = chooseCode(recogniser.findCodes(plain, 0, plain.length, 20));
  return {
    span: { start, end },
    line: head.line,
    lines: countLineBreaks(text, start, end) + 1,
    format: id,
    carrier,
    time: time && assumeZone(time, zone),
    level: fields.level ?? later.level,
    status: later.status ?? fields.status ?? findStatuses(plain, 1)[0]?.status ?? findStatusBeside(plain, code, recogniser),
    method: fields.method ?? request?.method,
    path: fields.path ?? request?.path,
    code: code?.code,
    requestId: fields.requestId ?? later.requestId ?? recogniser.findOwnId(plain),
    traceId: recogniser.findOwnTrace(plain),
    message: removeColours((later.message ?? fields.message ?? body).slice(0, longestMessage)),
  };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Joins the parts of a container's log that a program wrote as one line. */
function joinParts(source: string, { time, group }: LineFields): LineReading {
  const inner = source
    .split(/\r?\n/)
    .map((line) => line.replace(/^\S{1,40} std(?:out|err) [FP] /, ''))
    .join('');
  const reading = readCarried(container, { time, group, message: inner, inner }, {});
  return { ...reading, fields: { ...reading.fields, inner } };
}

/** JSON over several lines, each behind a carrier's prefix, such as a container's name. */
function readCarriedObject(
  body: string,
  { loose, id, fields }: LineReading,
): Pick<LineReading, 'fields' | 'id' | 'carrier'> | undefined {
  if (loose?.trimEnd() !== '{') return undefined;
  const lines = body.split(/\r?\n/);
  const width = (lines[0]?.trimEnd().length ?? 0) - 1;
  try {
    const value: unknown = JSON.parse(lines.map(id === 'docker' ? readDockerLine : (line) => line.slice(width)).join('\n'));
    if (typeof value !== 'object' || value === null) return undefined;
    return { fields: mergeFields(fields, readJsonRecord(value, {})), id: 'json', carrier: id };
  } catch {
    // Lines that only begin like JSON stay text.
    return undefined;
  }
}

function readDockerLine(line: string): string {
  const value: unknown = JSON.parse(line);
  return typeof value === 'object' && value !== null && 'log' in value && typeof value.log === 'string' ? value.log : '';
}

/**
 * `failed: 504 GENERATION_TIMEOUT`: a number right before an error code is its status; in brackets, or behind the code in
 * brackets, only one that the code is documented with.
 */
function findStatusBeside(body: string, code: CodeMention | undefined, { entriesOf }: LogRecogniser): number | undefined {
  if (code === undefined) return undefined;
  const [before, after] = [
    body.slice(Math.max(0, code.span.start - 8), code.span.start),
    body.slice(code.span.end, code.span.end + 7),
  ];
  const plain = /(?:^|[^\w.:-])([1-5]\d\d)[\s:]\s?$/.exec(before);
  if (plain) return Number(plain[1]);
  const set =
    /[([]([1-5]\d\d)[)\]]:?\s?$/.exec(before) ??
    /(?:^|[^\w.:-])([1-5]\d\d)(?:\/|\s[-|]\s)$/.exec(before) ??
    /^\s?[([]([1-5]\d\d)[)\]]/.exec(after);
  const status = Number(set?.[1]);
  return entriesOf(code.code).some(({ entry }) => entry.statuses.includes(status)) ? status : undefined;
}
