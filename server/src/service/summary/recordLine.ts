import { assumedZoneOf } from '../requests/lookup.ts';
import type { LogRecord } from '../logs/logRecord.ts';
import { renderJsonLine } from '../render/json.ts';

/** The place of a record in its log. */
export interface RecordPlace {
  /** For people and programs: relative, with `/`. */
  readonly file: string;
  /** Its first line, from 1. */
  readonly line: number;
}

/**
 * A record of any format as one line of JSON with a line break: what is not known is left out, and text of a log cannot steer a
 * terminal.
 */
export function renderRecordLine(record: LogRecord, { file, line }: RecordPlace): string {
  const { time, level, status, code, requestId, traceId, method, path, message } = record;
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
    traceId: traceId && (/^00-([\da-f]{32})-/i.exec(traceId)?.[1] ?? traceId),
    method,
    path,
    message,
  };
  return `${renderJsonLine(fields)}\n`;
}
