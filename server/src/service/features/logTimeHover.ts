import * as l10n from '@vscode/l10n';
import { assumeZone } from '../logs/times/assumedZones.ts';
import type { LogRecogniser } from '../logs/logRecogniser.ts';
import type { LogRecord, LogTime, ReadContext } from '../logs/logRecord.ts';
import { findTime, readEpoch } from '../logs/times/logTime.ts';
import { readRecordAt } from '../logs/reading/readRecordAt.ts';
import { findLineEnd } from '../logs/reading/textLines.ts';
import { formatRecordTime } from '../render/recordTime.ts';
import type { Span } from '../types.ts';
import { formatDuration } from '../../shared/formatDuration.ts';

/** The content of a hover over a time in a log. */
export interface LogTimeHover {
  readonly span: Span;
  readonly markdown: string;
}

/** How far before the pointer a line is read, in characters. */
const farthest = 5_000;

/**
 * Hover over a time in a log: local and in UTC, and for the record's own time how long after the record before it.
 * @returns undefined when no time is at the offset
 */
export function provideLogTimeHover(
  text: string,
  offset: number,
  recogniser: LogRecogniser,
  context: ReadContext,
): LogTimeHover | undefined {
  const written = findWrittenTime(text, offset, context);
  const count = written ? undefined : findEpoch(text, offset);
  const found = written ?? count;
  if (found === undefined) return undefined;
  const record = readRecordAt(text, offset, recogniser, context);
  const isOwn = record?.time?.ms === found.time.ms;
  // A number is only a time where the record takes it for one.
  if (count && !isOwn) return undefined;
  const parts = [
    `**${formatRecordTime(found.time.ms, 'local')}**`,
    formatRecordTime(found.time.ms, 'utc'),
    record && isOwn ? describeDistance(found.time, readRecordBefore(text, record, recogniser, context)?.time) : undefined,
    found.time.zoneAssumed
      ? l10n.t('The log gives no time zone; the time was read as {0}.', found.time.assumed?.zone ?? 'UTC')
      : undefined,
  ];
  return { span: found.span, markdown: parts.filter((part) => part !== undefined).join('\n\n') };
}

interface TimeAt {
  readonly time: LogTime;
  readonly span: Span;
}

function findWrittenTime(text: string, offset: number, context: ReadContext): TimeAt | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = findLineEnd(text, offset);
  let from = Math.max(lineStart, offset - farthest);
  while (from <= offset) {
    const found = findTime(text.slice(from, Math.min(lineEnd, offset + 100)), offset - from, context);
    if (found === undefined) return undefined;
    const span = { start: from + found.start, end: from + found.end };
    if (offset <= span.end) return { time: assumeZone(found.time, context.zone), span };
    from = span.end;
  }
  return undefined;
}

/** A count since 1970 around the offset. */
function findEpoch(text: string, offset: number): TimeAt | undefined {
  const near = text.slice(Math.max(0, offset - 40), offset);
  const start = offset - (/[\d.]{0,40}$/.exec(near)?.[0].length ?? 0);
  const [digits = ''] = /^\d{9,19}(?:\.\d{1,9})?/.exec(text.slice(start, start + 40)) ?? [];
  const end = start + digits.length;
  if (digits === '' || offset > end || /[\w.]/.test(text.charAt(end))) return undefined;
  const time = readEpoch(Number(digits));
  return time && { time, span: { start, end } };
}

function readRecordBefore(
  text: string,
  { span }: LogRecord,
  recogniser: LogRecogniser,
  context: ReadContext,
): LogRecord | undefined {
  let end = span.start;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const before = end === 0 ? undefined : readRecordAt(text, end - 1, recogniser, context);
  return before && before.span.start < span.start ? before : undefined;
}

function describeDistance({ ms }: LogTime, before: LogTime | undefined): string | undefined {
  if (before === undefined) return undefined;
  const distance = ms - before.ms;
  if (distance === 0) return l10n.t('At the same moment as the record before it');
  return distance > 0
    ? l10n.t('{0} after the record before it', formatDuration(distance))
    : l10n.t('{0} earlier than the record before it', formatDuration(-distance));
}
