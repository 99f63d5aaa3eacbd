import * as l10n from '@vscode/l10n';
import type { LogRecord } from '../logs/logRecord.ts';
import { requestKeyOf } from '../../shared/requestIds/requestIdSpellings.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { formatDuration } from '../../shared/formatDuration.ts';

/** The additions that an open log shows beside its text. */
export interface LogOverview {
  /** Records of more than one line, at most 20,000; an editor folds fewer and reports it. */
  readonly folds: readonly RecordFold[];
  /** Requests with at least two records here, by their first. */
  readonly requests: readonly RequestSummary[];
  /** There were too many requests to follow them all. */
  readonly cut: boolean;
}

/** The first and the last line of a record, from 0. */
export interface RecordFold {
  readonly startLine: number;
  readonly endLine: number;
}

/** A summary of a request in one log. */
export interface RequestSummary {
  readonly requestId: string;
  /** Line of its first record, from 0. */
  readonly line: number;
  readonly records: number;
  /** Milliseconds from its earliest record to its latest; null with fewer than two times. */
  readonly durationMs: number | null;
  /** The error code that it ended with; undefined when no record has one. */
  readonly code: string | undefined;
}

/** A line of text above a line of a log. */
export interface LogLens {
  /** From 0. */
  readonly line: number;
  readonly title: string;
  /** The request that a click looks up; undefined where a click does nothing. */
  readonly requestId: string | undefined;
}

const mostFolds = 20_000;
const mostRequests = 200_000;
const mostLenses = 1_000;

interface RequestSoFar {
  /** As its first record spells it. */
  readonly requestId: string;
  readonly line: number;
  records: number;
  times: number;
  earliest: number;
  latest: number;
  code: string | undefined;
}

/** Gathers an overview out of records that come in the order of the text. */
export function createOverviewBuilder(): { add(records: readonly LogRecord[]): void; finish(): LogOverview } {
  const folds: RecordFold[] = [];
  const requests = new Map<string, RequestSoFar>();
  let cut = false;
  const addToRequest = ({ requestId: own, traceId, line, time, code }: LogRecord): void => {
    const requestId = own ?? traceId;
    if (requestId === undefined) return;
    const key = requestKeyOf(requestId);
    let request = requests.get(key);
    if (request === undefined) {
      if (requests.size >= mostRequests) {
        cut = true;
        return;
      }
      request = { requestId, line, records: 0, times: 0, earliest: Infinity, latest: -Infinity, code: undefined };
      requests.set(key, request);
    }
    request.records++;
    request.code = code ?? request.code;
    if (time === undefined) return;
    request.times++;
    request.earliest = Math.min(request.earliest, time.ms);
    request.latest = Math.max(request.latest, time.ms);
  };
  return {
    add(records) {
      for (const record of records) {
        if (record.lines > 1 && folds.length < mostFolds)
          folds.push({ startLine: record.line, endLine: record.line + record.lines - 1 });
        addToRequest(record);
      }
    },
    finish: () => ({
      folds,
      requests: [...requests.values()]
        .filter(({ records }) => records > 1)
        .map(({ requestId, line, records, times, earliest, latest, code }) => ({
          requestId,
          line,
          records,
          durationMs: times < 2 ? null : latest - earliest,
          code,
        })),
      cut,
    }),
  };
}

/**
 * `5 records, 3.2 s, failed with GENERATION_TIMEOUT` above the first record of each request; a lens reports where some are left
 * out.
 */
export function findLogLenses({ requests, cut }: LogOverview, limit = mostLenses): LogLens[] {
  const lenses = requests
    .slice(0, limit)
    .map((request) => ({ line: request.line, title: showOnOneLine(describeRequest(request)), requestId: request.requestId }));
  if (!cut && requests.length <= limit) return lenses;
  const title = l10n.t('Only the first {0} requests of this log have a summary. A look-up finds every request.', lenses.length);
  return [{ line: 0, title, requestId: undefined }, ...lenses];
}

function describeRequest({ records, durationMs, code }: RequestSummary): string {
  return [
    l10n.t('{0} records', records),
    ...(durationMs === null ? [] : [formatDuration(durationMs)]),
    ...(code === undefined ? [] : [l10n.t('failed with {0}', code)]),
  ].join(', ');
}
