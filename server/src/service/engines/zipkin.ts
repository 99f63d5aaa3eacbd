import { isRecord } from '../isRecord.ts';
import { type LogEngine, parseJson } from './logEngine.ts';
import { readSpans, traceIn, type TraceSpan } from './traceSpan.ts';

/** Zipkin's API: the spans of a trace. */
export const zipkin: LogEngine = {
  type: 'zipkin',
  title: 'Zipkin',
  options: {},
  isAboutTraces: true,
  ask: ({ spellings = [] }) => ({
    method: 'GET',
    path: `/api/v2/trace/${traceIn(spellings) ?? ''}`,
    headers: { Accept: 'application/json' },
  }),
  read(body) {
    const spans = parseJson(body);
    if (!Array.isArray(spans)) return undefined;
    return readSpans(spans as readonly unknown[], readSpan);
  },
  explain: (body) => body,
};

function readSpan(span: unknown): TraceSpan | undefined {
  if (!isRecord(span) || typeof span['traceId'] !== 'string') return undefined;
  const { traceId, id, name, kind, timestamp, duration, localEndpoint } = span;
  const tags = isRecord(span['tags']) ? span['tags'] : {};
  const service = isRecord(localEndpoint) ? localEndpoint['serviceName'] : undefined;
  return {
    traceId,
    spanId: String(id),
    name: [kind, name].filter((part) => typeof part === 'string').join(' '),
    service: typeof service === 'string' ? service : undefined,
    start: microseconds(timestamp),
    duration: microseconds(duration),
    isError: 'error' in tags,
    tags,
  };
}

/** In nanoseconds; undefined for anything but a number. */
export function microseconds(value: unknown): bigint | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) * 1_000n : undefined;
}
