import type { SummarisedRequest } from './logSummary.ts';
import type { LogRecord } from '../logs/logRecord.ts';
import { copyText } from '../logs/copyText.ts';
import { requestKeyOf } from '../../shared/requestIdSpellings.ts';

/** Follows the requests of a log in bounded memory. */
export interface RequestLedger {
  readonly add: (requestId: string, record: LogRecord) => void;
  readonly result: () => RequestTotals;
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
    if (!fails(request)) return;
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
    add: (requestId, record) => note(find(requestId), record),
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
  };
}

function note(request: OpenRequest, { time, code, status, method, path }: LogRecord): void {
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
  if (code !== undefined && (isLatest || request.code === undefined)) request.code = copyText(code);
  if (status !== undefined && (isLatest || request.status === undefined)) request.status = status;
}

/** A failure needs no code that a catalogue knows. */
function fails({ code, status }: OpenRequest): boolean {
  return code !== undefined || (status ?? 0) >= 400;
}

function durationOf({ first, last }: OpenRequest): number {
  return first === undefined || last === undefined ? 0 : last - first;
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
