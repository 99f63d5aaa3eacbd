import * as l10n from '@vscode/l10n';
import type { LogSummary, SummarisedCode } from './logSummary.ts';
import { describeStatus } from '../render/status.ts';
import { findCodeFields } from './codeFields.ts';
import { createCodeTimeline } from './codeTimeline.ts';
import { createCountedNames } from './countedNames.ts';
import { logLevels, type LogRecord } from '../logs/logRecord.ts';
import type { LogRecogniser } from '../logs/logRecogniser.ts';
import { findDuration } from './durations.ts';
import { createRequestLedger } from './requestLedger.ts';

export interface LogSummaryOptions {
  readonly recogniser: LogRecogniser;
  /** Milliseconds since 1970: records before, or from then on, are left out, and so are those without a time. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Requests that are followed at a time. */
  readonly mostOpenRequests?: number;
}

/** Counts of the reading, without the records. */
export interface ReadLogs {
  readonly files: number;
  readonly bytes: number;
  readonly skipped: LogSummary['skipped'];
  readonly cancelled: boolean;
}

/** Gathers numbers about the records of any amount of logs in bounded memory. */
export interface LogSummariser {
  /** @param text the record's own */
  readonly add: (record: LogRecord, text: string) => void;
  readonly result: (read: ReadLogs) => LogSummary;
}

const mostCodes = 50;
const mostSeries = 6;
const mostUnknown = 20;
const mostNames = 1_000;

/** Starts an empty summary. */
export function createLogSummariser({ recogniser, since, until, mostOpenRequests }: LogSummaryOptions): LogSummariser {
  const codes = createCountedNames(mostNames);
  const unknown = createCountedNames(mostNames);
  const formats = createCountedNames(mostNames);
  const levels = createCountedNames(mostNames);
  const timeline = createCodeTimeline();
  const requests = createRequestLedger(mostOpenRequests);
  const inRange = (ms: number | undefined) =>
    (since === undefined && until === undefined) ||
    (ms !== undefined && ms >= (since ?? Number.NEGATIVE_INFINITY) && ms < (until ?? Number.POSITIVE_INFINITY));
  let records = 0;
  let untimed = 0;
  let leftOut = 0;
  const assumedZones = new Set<string>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  const add = (record: LogRecord, text: string) => {
    const { time, code, requestId } = record;
    if (!inRange(time?.ms)) {
      leftOut++;
      return;
    }
    records++;
    formats.add(record.format);
    levels.add(record.level ?? 'none');
    if (time === undefined) untimed++;
    else {
      first = Math.min(first, time.ms);
      last = Math.max(last, time.ms);
      if (time.zoneAssumed) assumedZones.add(time.assumed?.zone ?? 'UTC');
    }
    if (code !== undefined) {
      codes.add(code);
      if (time !== undefined) timeline.add(code, time.ms);
    }
    let unknownCode: string | undefined;
    for (const value of findCodeFields(text)) {
      if (recogniser.entriesOf(value).length > 0) continue;
      unknown.add(value);
      unknownCode ??= value;
    }
    if (requestId === undefined) return;
    const durationMs = findDuration(text, record.status !== undefined);
    requests.add(requestId, record, { unknownCode, durationMs });
  };

  const result = (read: ReadLogs): LogSummary => {
    const { closed, ...totals } = requests.result();
    const found = codes.top(mostNames);
    const { strays, ...overTime } = timeline.result(found.slice(0, mostSeries).map(({ name }) => name));
    const allUnknown = unknown.top(mostNames);
    return {
      ...read,
      records,
      untimed,
      leftOut,
      first: Number.isFinite(first) ? new Date(first).toISOString() : null,
      last: Number.isFinite(last) ? new Date(last).toISOString() : null,
      zoneAssumed: assumedZones.size > 0,
      assumedZones: [...assumedZones].sort(),
      formats: formats.top(mostNames),
      levels: levels.top(mostNames).sort((one, other) => severityOf(other.name) - severityOf(one.name)),
      codes: found.slice(0, mostCodes).map(({ name, count }) => describeCode(name, count, recogniser)),
      overTime,
      ...totals,
      unknown: allUnknown.slice(0, mostUnknown),
      limits: [
        ...(strays === 1 ? [l10n.t('One record is months away from all others, and left out of the codes over time.')] : []),
        ...(strays > 1
          ? [l10n.t('{0} records are months away from all others, and left out of the codes over time.', strays)]
          : []),
        ...(found.length > mostCodes ? [l10n.t('{0} more codes are not listed.', found.length - mostCodes)] : []),
        ...(allUnknown.length > mostUnknown
          ? [l10n.t('{0} more unknown codes are not listed.', allUnknown.length - mostUnknown)]
          : []),
        ...(codes.dropped() > 0 ? [l10n.t('{0} records report still other codes.', codes.dropped())] : []),
        ...(unknown.dropped() > 0 ? [l10n.t('{0} records have still other unknown codes.', unknown.dropped())] : []),
        ...(closed
          ? [l10n.t('There are very many requests: one whose records lie far apart may count more than once, and as shorter.')]
          : []),
      ],
    };
  };
  return { add, result };
}

function severityOf(level: string): number {
  return logLevels.findIndex((known) => known === level);
}

function describeCode(code: string, count: number, recogniser: LogRecogniser): SummarisedCode {
  const entries = recogniser.entriesOf(code);
  return {
    code,
    count,
    status: describeStatus([...new Set(entries.flatMap(({ entry }) => entry.statuses))]),
    cause: entries.find(({ entry }) => entry.cause !== '')?.entry.cause ?? '',
    catalogues: entries.map(({ catalogue }) => catalogue.title),
  };
}
