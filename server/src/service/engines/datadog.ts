import * as l10n from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';
import { type EngineLine, type LogEngine, parseJson, readEach, readNanoseconds } from './logEngine.ts';

/** Datadog's search for log events. */
export const datadog: LogEngine = {
  type: 'datadog',
  title: 'Datadog',
  options: {
    site: { description: 'The site, such as `datadoghq.eu`.', fallback: 'datadoghq.com' },
    query: { description: 'What records must match as well, such as `service:api env:prod`.' },
    index: { description: 'Indexes, with commas between them.', fallback: '*' },
  },
  addressOf: ({ site = '' }) => `https://api.${site}`,
  isOldestFirst: true,
  headersOf: readKeys,
  ask({ spellings = [], stream, isForward, from, until, limit, cursor }, { query, index = '' }) {
    // In the message and in every attribute.
    const wanted = spellings.map((spelling) => `*:${quote(spelling)}`).join(' OR ');
    const filters = [stream ?? query, wanted === '' ? undefined : wanted].flatMap((one) => (one === undefined ? [] : `(${one})`));
    return {
      method: 'POST',
      path: '/api/v2/logs/events/search',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        filter: {
          query: filters.join(' '),
          indexes: index.split(',').map((name) => name.trim()),
          from: String(from / 1_000_000n),
          to: String(until / 1_000_000n),
        },
        sort: isForward === false ? '-timestamp' : 'timestamp',
        page: { limit: Math.min(limit, mostAtOnce), ...(cursor !== undefined && { cursor }) },
      }),
    };
  },
  read(body) {
    const answer = parseJson(body);
    if (!isRecord(answer) || !Array.isArray(answer['data'])) return undefined;
    const read = readEach(answer['data'] as readonly unknown[], readEvent, undefined);
    const unreadable = read.filter((line) => line === undefined);
    const meta = isRecord(answer['meta']) ? answer['meta'] : {};
    const page = isRecord(meta['page']) ? meta['page'] : {};
    const { after } = page;
    const isLate = meta['status'] === 'timeout';
    return {
      lines: read.filter((line) => line !== undefined),
      ...(unreadable.length > 0 && { unreadable }),
      ...(typeof after === 'string' && after !== '' && { cursor: after }),
      ...(isLate && { problem: l10n.t('It stopped for lack of time: there may be more records.') }),
    };
  },
  explain: (body) => {
    const answer = parseJson(body);
    const errors = isRecord(answer) && Array.isArray(answer['errors']) ? (answer['errors'] as readonly unknown[]) : [];
    return errors
      .map(describe)
      .filter((error) => error !== '')
      .join('; ');
  },
};

// Its own limit.
const mostAtOnce = 1_000;

/** Its two keys, out of a name and a password, or as they are with a colon or a space between them. */
function readKeys(authorization: string): Readonly<Record<string, string>> {
  const [, packed] = /^basic\s+(\S+)$/i.exec(authorization) ?? [];
  const [, api = '', application = ''] = /^(?:\w+\s+)?([^\s:]+)[\s:]+(\S+)$/.exec(unpack(packed) ?? authorization) ?? [];
  return { 'DD-API-KEY': api, 'DD-APPLICATION-KEY': application };
}

function unpack(base64: string | undefined): string | undefined {
  try {
    return base64 === undefined ? undefined : atob(base64);
  } catch {
    // It is sent as it is; the engine decides about it.
    return undefined;
  }
}

function describe(error: unknown): string {
  const said = isRecord(error) ? (error['detail'] ?? error['title']) : error;
  return typeof said === 'string' ? said : '';
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

function readEvent(event: unknown): EngineLine | undefined {
  if (!isRecord(event) || !isRecord(event['attributes'])) return undefined;
  const { timestamp, message, status, service, host, attributes } = event['attributes'];
  const own = isRecord(attributes) ? attributes : {};
  const time = typeof timestamp === 'string' ? readNanoseconds(timestamp) : undefined;
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const streams = [isText(service) ? `service:${quote(service)}` : '', isText(host) ? `host:${quote(host)}` : ''];
  return {
    // As loggers name them, where the event has no attribute of that name.
    text: JSON.stringify({
      ['time' in own ? '_time' : 'time']: timestamp,
      ['level' in own ? '_level' : 'level']: status,
      ['message' in own ? '_message' : 'message']: message,
      ...own,
    }),
    time,
    place: isText(service) ? service : isText(host) ? host : undefined,
    stream: streams.join(' ').trim() || undefined,
    level: isText(status) ? status : undefined,
    key: String(event['id']),
  };
}
