import { isRecord } from '../isRecord.ts';
import { type LogEngine, parseJson } from './logEngine.ts';
import { readSpans, traceIn, type TraceSpan } from './traceSpan.ts';
import { microseconds } from './zipkin.ts';

/** The HTTP API of Jaeger's query service: the spans of a trace. */
export const jaeger: LogEngine = {
  type: 'jaeger',
  title: 'Jaeger',
  options: {},
  isAboutTraces: true,
  ask: ({ spellings = [] }) => ({
    method: 'GET',
    path: `/api/traces/${traceIn(spellings) ?? ''}`,
    headers: { Accept: 'application/json' },
  }),
  read(body) {
    const answer = parseJson(body);
    if (!isRecord(answer) || !Array.isArray(answer['data'])) return undefined;
    const spans = (answer['data'] as readonly unknown[]).flatMap((trace) => {
      if (!isRecord(trace) || !Array.isArray(trace['spans'])) return [];
      const { processes } = trace;
      return (trace['spans'] as readonly unknown[]).map((span) => ({ span, processes }));
    });
    return readSpans(spans, ({ span, processes }) => readSpan(span, processes));
  },
  explain: (body) => {
    const answer = parseJson(body);
    const [first] = isRecord(answer) && Array.isArray(answer['errors']) ? (answer['errors'] as readonly unknown[]) : [];
    return isRecord(first) && typeof first['msg'] === 'string' ? first['msg'] : '';
  },
};

function readSpan(span: unknown, processes: unknown): TraceSpan | undefined {
  if (!isRecord(span) || typeof span['traceID'] !== 'string') return undefined;
  const { traceID, spanID, operationName, startTime, duration, processID } = span;
  const process = isRecord(processes) ? processes[String(processID)] : undefined;
  const service = isRecord(process) ? process['serviceName'] : undefined;
  const tags = readTags(span['tags']);
  return {
    traceId: traceID,
    spanId: String(spanID),
    name: String(operationName),
    service: typeof service === 'string' ? service : undefined,
    start: microseconds(startTime),
    duration: microseconds(duration),
    isError: tags['error'] === true || tags['error'] === 'true' || tags['otel.status_code'] === 'ERROR',
    tags,
  };
}

function readTags(tags: unknown): Record<string, unknown> {
  if (!Array.isArray(tags)) return {};
  return Object.fromEntries(
    (tags as readonly unknown[]).flatMap((tag) => (isRecord(tag) ? [[String(tag['key']), tag['value']]] : [])),
  );
}
