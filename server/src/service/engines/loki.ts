import { isRecord } from '../isRecord.ts';
import { type EngineLine, type LogEngine, parseJson } from './logEngine.ts';

/** Labels that name a service, the most telling first. */
const placeLabels = ['service_name', 'app', 'service', 'container', 'job', 'filename'];
const levelLabels = ['level', 'detected_level', 'severity'];

/** Grafana Loki's query_range (HTTP API of Loki 2 and 3). */
export const loki: LogEngine = {
  type: 'loki',
  title: 'Grafana Loki',
  options: {
    query: {
      description: 'The stream selector in LogQL, such as `{app="api"}`, with further filters if need be.',
      fallback: '{service_name=~".+"}',
    },
    tenant: { description: 'The tenant, sent as X-Scope-OrgID.' },
  },
  ask({ spellings = [], stream, isForward, from, until, limit }, { query = '', tenant }) {
    // A line filter of its own: its text is data, whatever stands in the id.
    const filter =
      spellings.length === 1 ? `|= ${quote(spellings[0] ?? '')}` : `|~ ${quote(spellings.map(escapePattern).join('|'))}`;
    const parameters = new URLSearchParams({
      query: [stream ?? query, ...(spellings.length === 0 ? [] : [filter])].join(' '),
      start: String(from),
      end: String(until),
      limit: String(limit),
      direction: isForward ? 'forward' : 'backward',
    });
    return {
      method: 'GET',
      path: `/loki/api/v1/query_range?${parameters.toString()}`,
      headers: { Accept: 'application/json', ...(tenant === undefined ? {} : { 'X-Scope-OrgID': tenant }) },
    };
  },
  read(body) {
    const answer = parseJson(body);
    if (!isRecord(answer) || !isRecord(answer['data']) || !Array.isArray(answer['data']['result'])) return undefined;
    const lines = (answer['data']['result'] as readonly unknown[]).flatMap(readStream);
    const { warnings } = answer;
    const [problem] = Array.isArray(warnings) ? warnings.filter((warning) => typeof warning === 'string') : [];
    return { lines: lines.sort((a, b) => compare(b.time, a.time)), ...(problem === undefined ? {} : { problem }) };
  },
  // Plain text, but for proxies before it.
  explain: (body) => {
    const answer = parseJson(body);
    const message = isRecord(answer) ? (answer['message'] ?? answer['error']) : body;
    return typeof message === 'string' ? message : '';
  },
};

function readStream(stream: unknown): EngineLine[] {
  if (!isRecord(stream) || !Array.isArray(stream['values'])) return [];
  const labels = isRecord(stream['stream']) ? stream['stream'] : {};
  const first = (names: readonly string[]): string | undefined => {
    const value = names.map((name) => labels[name]).find((found) => typeof found === 'string' && found !== '');
    return typeof value === 'string' ? value : undefined;
  };
  const [place, level, name] = [first(placeLabels), first(levelLabels), JSON.stringify(labels)];
  const label = placeLabels.find((one) => labels[one] === place);
  // Of all labels only those of the stream count there, and nobody tells which these are.
  const selector = place === undefined || label === undefined ? undefined : `{${label}=${quote(place)}}`;
  return (stream['values'] as readonly unknown[]).flatMap((value): EngineLine[] => {
    if (!Array.isArray(value)) return [];
    const [time, text] = value as readonly unknown[];
    if (typeof time !== 'string' || !/^\d{1,20}$/.test(time) || typeof text !== 'string') return [];
    return [{ text, time: BigInt(time), place, stream: selector, level, key: `${time} ${name} ${text}` }];
  });
}

/** A string of LogQL, which has Go's escapes. */
function quote(text: string): string {
  return JSON.stringify(text);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
