import type { SummarisedRequest } from './logSummary.ts';
import type { LogRecord } from '../logs/logRecord.ts';
import { copyText } from '../logs/copyText.ts';
import { requestKeyOf } from '../../shared/requestIds/requestIdSpellings.ts';

/** Follows the requests of a log in bounded memory. */
export interface RequestLedger {
  /** @param said the facts that are only in the record's text */
  readonly add: (requestId: string, record: LogRecord, said?: SaidOfRequest) => void;
  readonly result: () => RequestTotals;
}

/** Facts about a request in the text of one of its records. */
export interface SaidOfRequest {
  /** A value of `code` and the like that no catalogue has. */
  readonly unknownCode?: string | undefined;
  /** The milliseconds that the request took. */
  readonly durationMs?: number | undefined;
}

/** The results of a ledger at the end. */
export interface RequestTotals {
  readonly slowest: readonly SummarisedRequest[];
  readonly failing: readonly SummarisedRequest[];
  readonly requests: number;
  readonly failed: number;
  /** Requests were closed to make room: one that went on later counts as several. */
  readonly closed: boolean;
}

interface OpenRequest {
  readonly requestId: string;
  /** The same for all its spellings. */
  readonly key: string;
  first: number | undefined;
  last: number | undefined;
  records: number;
  request: string | undefined;
  code: string | undefined;
  status: number | undefined;
  /** The longest time that one of its records says it took. */
  saidMs: number;
  /** How its latest record with a result ended, and when. */
  isBad: boolean;
  decided: number;
}

const mostListed = 20;
const longestRequest = 200;
const never = Number.NEGATIVE_INFINITY;

/** @param mostOpen requests that are followed at a time; those without news for the longest are closed for new ones */
export function createRequestLedger(mostOpen = 50_000): RequestLedger {
  // The requests with news since the last change of both maps, and those without. Keeping all in order would take longer than
  // reading them.
  let [recent, old] = [new Map<string, OpenRequest>(), new Map<string, OpenRequest>()];
  const slowest = createTop((request) => durationOf(request));
  const failing = createTop(({ last }) => last ?? never);
  let requests = 0;
  let failed = 0;
  let closed = false;

  const close = (request: OpenRequest) => {
    requests++;
    if (durationOf(request) > 0) slowest.add(request);
    if (!request.isBad) return;
    failed++;
    failing.add(request);
  };

  const find = (requestId: string): OpenRequest => {
    const key = requestKeyOf(requestId);
    let request = recent.get(key);
    if (request) return request;
    request = old.get(key);
    if (request) old.delete(key);
    else request = createRequest(requestId, key);
    if (recent.size >= mostOpen / 2) {
      closed ||= old.size > 0;
      for (const left of old.values()) close(left);
      old = recent;
      recent = new Map();
    }
    recent.set(request.key, request);
    return request;
  };

  return {
    add: (requestId, record, said = {}) => note(find(requestId), record, said),
    result: () => {
      for (const open of [old, recent]) {
        for (const request of open.values()) close(request);
        open.clear();
      }
      return { slowest: slowest.list(), failing: failing.list(), requests, failed, closed };
    },
  };
}

function createRequest(requestId: string, key: string): OpenRequest {
  const copy = copyText(requestId);
  return {
    requestId: copy,
    key: key === requestId ? copy : key,
    first: undefined,
    last: undefined,
    records: 0,
    request: undefined,
    code: undefined,
    status: undefined,
    saidMs: 0,
    isBad: false,
    decided: never,
  };
}

function note(request: OpenRequest, record: LogRecord, { unknownCode, durationMs }: SaidOfRequest): void {
  const { time, status, method, path } = record;
  request.records++;
  // Records of several files come file by file: the last code is the one with the latest time.
  const isLatest = time === undefined || request.last === undefined || time.ms >= request.last;
  if (time !== undefined) {
    request.first = Math.min(request.first ?? time.ms, time.ms);
    request.last = Math.max(request.last ?? time.ms, time.ms);
  }
  if (path !== undefined) {
    request.request ??= copyText(`${method === undefined ? '' : `${method} `}${path}`.slice(0, longestRequest));
  }
  const isBad = endsBadly(record);
  // A code beside a good status is an answer that was got over.
  const code = record.code ?? (isBad === true ? unknownCode : undefined);
  if (code !== undefined && (isLatest || request.code === undefined)) request.code = copyText(code);
  request.saidMs = Math.max(request.saidMs, Math.round(durationMs ?? 0));
  const decided = time?.ms ?? request.last ?? never;
  if (isBad !== undefined && decided >= request.decided) {
    request.isBad = isBad;
    request.decided = decided;
  }
  if (status !== undefined && (isLatest || request.status === undefined)) request.status = status;
}

/**
 * Whether a record says that its request failed: by its status, else by an error's level or code. A request fails when its last
 * such record does: one that ended well after a retry did not.
 * @returns undefined when it says nothing about it
 */
function endsBadly({ status, level, code }: LogRecord): boolean | undefined {
  const isError = level === 'error' || level === 'fatal';
  if (status !== undefined) return status >= 400 || (isError && code !== undefined);
  return isError || code !== undefined ? true : undefined;
}

function durationOf({ first, last, saidMs }: OpenRequest): number {
  return Math.max(saidMs, first === undefined || last === undefined ? 0 : last - first);
}

/** Keeps the greatest by a measure. */
function createTop(measure: (request: OpenRequest) => number) {
  const kept: OpenRequest[] = [];
  return {
    add: (request: OpenRequest) => {
      const smallest = kept.at(-1);
      if (kept.length >= mostListed && smallest && measure(request) <= measure(smallest)) return;
      const at = kept.findIndex((other) => measure(other) < measure(request));
      kept.splice(at < 0 ? kept.length : at, 0, request);
      if (kept.length > mostListed) kept.pop();
    },
    list: (): SummarisedRequest[] => kept.map(describe),
  };
}

function describe(request: OpenRequest): SummarisedRequest {
  const { requestId, first, last, records, code, status } = request;
  return {
    requestId,
    first: first === undefined ? null : new Date(first).toISOString(),
    last: last === undefined ? null : new Date(last).toISOString(),
    durationMs: durationOf(request),
    records,
    request: request.request ?? null,
    code: code ?? null,
    status: status ?? null,
  };
}
