import { readTraceDigits } from '../../shared/requestIds/traceIds.ts';
import { type EngineAnswer, type EngineLine, readEach } from './logEngine.ts';

/** A part of a trace, as every tracing system has it. */
export interface TraceSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly name: string;
  readonly service: string | undefined;
  /** Nanoseconds since 1970. */
  readonly start: bigint | undefined;
  /** Nanoseconds. */
  readonly duration: bigint | undefined;
  readonly isError: boolean;
  /** The program's notes about it. */
  readonly tags: Readonly<Record<string, unknown>>;
}

/** The id of a trace that one of the spellings of an id is: 32 digits, or 16 where it has no more; undefined where it is not one. */
export function traceIn(spellings: readonly string[]): string | undefined {
  const digits = spellings.map((spelling) => readTraceDigits(spelling)).find((found) => found !== undefined);
  return digits?.replace(/^0{16}/, '');
}

const statusTags = ['http.response.status_code', 'http.status_code'];
const methodTags = ['http.request.method', 'http.method'];
const pathTags = ['url.path', 'http.target', 'http.path', 'http.route', 'url.full', 'http.url'];
const errorTags = ['error.message', 'exception.message', 'otel.status_description', 'error'];

/** Reads spans: one that cannot be read is counted and takes no other with it. */
export function readSpans<Item>(items: readonly Item[], read: (item: Item) => TraceSpan | undefined): EngineAnswer {
  const toLine = (item: Item): EngineLine | undefined => {
    const span = read(item);
    return span && spanLine(span);
  };
  const lines = readEach(items, toLine, undefined);
  const unreadable = lines.filter((line) => line === undefined);
  return { lines: lines.filter((line) => line !== undefined), ...(unreadable.length > 0 && { unreadable }) };
}

/** A span as a record: its beginning, how long it took, and how it ended. */
function spanLine(span: TraceSpan): EngineLine {
  const { traceId, spanId, name, service, start, duration, isError, tags } = span;
  const tag = (names: readonly string[]): unknown => names.map((each) => tags[each]).find((value) => value !== undefined);
  const status = Number(tag(statusTags));
  const said = isError ? tag(errorTags) : undefined;
  const took = duration === undefined ? undefined : Number(duration / 1_000n) / 1_000;
  const message = [`span ${name}`, ...(typeof said === 'string' && said !== 'true' ? [said] : [])].join(': ');
  return {
    text: JSON.stringify({
      time: start === undefined ? undefined : new Date(Number(start / 1_000_000n)).toISOString(),
      level: isError ? 'error' : 'info',
      service,
      message,
      duration_ms: took,
      method: tag(methodTags),
      path: tag(pathTags),
      status: Number.isInteger(status) && status > 0 ? status : undefined,
      trace_id: traceId,
      span_id: spanId,
      tags,
    }),
    time: start,
    place: service,
    stream: undefined,
    level: isError ? 'error' : 'info',
    key: `${traceId} ${spanId}`,
  };
}
