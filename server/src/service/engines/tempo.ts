import { isRecord } from '../isRecord.ts';
import { type LogEngine, parseJson } from './logEngine.ts';
import { readSpans, traceIn, type TraceSpan } from './traceSpan.ts';

/** Grafana Tempo's API: the spans of a trace, as OpenTelemetry's JSON. */
export const tempo: LogEngine = {
  type: 'tempo',
  title: 'Grafana Tempo',
  options: { tenant: { description: 'The tenant, as `X-Scope-OrgID`.' } },
  isAboutTraces: true,
  ask: ({ spellings = [] }, { tenant }) => ({
    method: 'GET',
    path: `/api/traces/${traceIn(spellings) ?? ''}`,
    headers: { Accept: 'application/json', ...(tenant !== undefined && { 'X-Scope-OrgID': tenant }) },
  }),
  read(body) {
    const answer = parseJson(body);
    const whole = isRecord(answer) && isRecord(answer['trace']) ? answer['trace'] : answer;
    const resources = isRecord(whole) ? (whole['batches'] ?? whole['resourceSpans']) : undefined;
    if (!Array.isArray(resources)) return undefined;
    const all = (resources as readonly unknown[]).flatMap((part) => {
      if (!isRecord(part)) return [{ span: undefined, service: undefined }];
      const scopes = part['scopeSpans'] ?? part['instrumentationLibrarySpans'];
      const { 'service.name': service } = readAttributes(isRecord(part['resource']) ? part['resource']['attributes'] : undefined);
      const spans = (Array.isArray(scopes) ? (scopes as readonly unknown[]) : []).flatMap((scope) =>
        isRecord(scope) && Array.isArray(scope['spans']) ? (scope['spans'] as readonly unknown[]) : [],
      );
      return spans.map((span) => ({ span, service }));
    });
    return readSpans(all, ({ span, service }) => readSpan(span, service));
  },
  explain: (body) => body,
};

function readSpan(span: unknown, service: unknown): TraceSpan | undefined {
  if (!isRecord(span)) return undefined;
  const { traceId, spanId, name, startTimeUnixNano, endTimeUnixNano, status } = span;
  const start = nanoseconds(startTimeUnixNano);
  const end = nanoseconds(endTimeUnixNano);
  const { code, message } = isRecord(status) ? status : {};
  const tags = readAttributes(span['attributes']);
  const said = typeof message === 'string' && message !== '' ? { 'error.message': message } : {};
  return {
    traceId: hexadecimal(traceId),
    spanId: hexadecimal(spanId),
    name: String(name),
    service: typeof service === 'string' ? service : undefined,
    start,
    duration: start === undefined || end === undefined ? undefined : end - start,
    isError: code === 2 || code === 'STATUS_CODE_ERROR',
    tags: { ...said, ...tags },
  };
}

/** Tempo writes ids as base64, since protobuf's JSON does; others in hexadecimal. */
function hexadecimal(id: unknown): string {
  const text = String(id);
  if (/^(?:[\da-f]{16}|[\da-f]{32})$/i.test(text)) return text.toLowerCase();
  return [...atob(text)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function nanoseconds(value: unknown): bigint | undefined {
  return /^\d{1,20}$/.test(String(value)) ? BigInt(String(value)) : undefined;
}

/** OpenTelemetry's attributes, each with the only value that it has. */
function readAttributes(attributes: unknown): Record<string, unknown> {
  if (!Array.isArray(attributes)) return {};
  return Object.fromEntries(
    (attributes as readonly unknown[]).flatMap((attribute) => {
      if (!isRecord(attribute) || !isRecord(attribute['value'])) return [];
      return [[String(attribute['key']), Object.values(attribute['value'])[0]]];
    }),
  );
}
