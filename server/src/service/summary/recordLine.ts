import { assumedZoneOf } from '../requests/lookup.ts';
import type { LogRecord } from '../logs/logRecord.ts';
import { findTraceIds } from '../logs/traceIdFinder.ts';
import { renderJsonLine } from '../render/json.ts';

/** The place of a record in its log. */
export interface RecordPlace {
  /** For people and programs: relative, with `/`. */
  readonly file: string;
  /** Its first line, from 1. */
  readonly line: number;
}

const longestSearched = 64_000;

/**
 * A record of any format as one line of JSON with a line break: what is not known is left out, and text of a log cannot steer a
 * terminal.
 * @param text the record's own
 */
export function renderRecordLine(record: LogRecord, text: string, { file, line }: RecordPlace): string {
  const { time, level, status, code, requestId, method, path, message } = record;
  const [trace] = findTraceIds(text.slice(0, longestSearched), 1);
  const fields = {
    file,
    line,
    endLine: line + record.lines - 1,
    time: time === undefined ? undefined : new Date(time.ms).toISOString(),
    assumedZone: assumedZoneOf(record),
    level,
    status,
    code,
    requestId,
    traceId: trace && (/^00-([\da-f]{32})-/i.exec(trace.id)?.[1] ?? trace.id),
    method,
    path,
    message,
  };
  return `${renderJsonLine(fields)}\n`;
}
