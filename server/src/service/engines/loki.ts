import * as l10n from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';
import { escapeRegExp } from '../matching/codeMatcher.ts';
import { type EngineLine, type LogEngine, parseJson, readEach } from './logEngine.ts';

/** Labels that name a service, the most informative first. */
const placeLabels = ['service_name', 'app', 'service', 'container', 'job', 'filename'];
const levelLabels = ['level', 'detected_level', 'severity'];

/** An id, as questions have it. */
type LookedFor = { readonly spellings: readonly string[]; readonly anyCase: boolean };

/** Grafana Loki's query_range (HTTP API of Loki 2 and 3). */
export const loki: LogEngine = {
  type: 'loki',
  title: 'Grafana Loki',
  options: {
    query: {
      description: 'The stream selector in LogQL, such as `{app="api"}`, with further filters if need be.',
      fallback: '{service_name=~".+"}',
    },
    fields: {
      description: 'Names of structured metadata that hold request ids, with commas between them; `none`: it is not looked into.',
      fallback: 'request_id,requestId,x_request_id,http_request_id,correlation_id,trace_id,traceId',
    },
    tenant: { description: 'The tenant, sent as X-Scope-OrgID.' },
  },
  // A filter of lines does not look into the fields that OpenTelemetry sends beside them.
  partsOf: (options) => {
    const lines = { name: 'lines', options: { ...options, fields: '' } };
    return namesOf(options['fields'] ?? '').length === 0 ? [lines] : [lines, { name: 'structured metadata', options }];
  },
  ask({ spellings = [], anyCase = false, stream, isForward, from, until, limit }, { query = '', fields = '', tenant }) {
    const id: LookedFor = { spellings, anyCase };
    const filter = fields === '' ? filterLines(id, '|') : filterFields(id, namesOf(fields));
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
  read(body, { fields = '' }) {
    const answer = parseJson(body);
    if (!isRecord(answer) || !isRecord(answer['data']) || !Array.isArray(answer['data']['result'])) return undefined;
    const given = answer['data']['result'] as readonly unknown[];
    const streams = readEach(given, (stream) => readStream(stream, fields !== ''), unread);
    const lines = streams.flatMap((stream) => stream.lines);
    const unreadable = streams.reduce((sum, stream) => sum + stream.unreadable, 0);
    const { warnings } = answer;
    const [problem] = Array.isArray(warnings) ? warnings.filter((warning) => typeof warning === 'string') : [];
    const told = problem === undefined ? {} : { problem: l10n.t('It says: {0}', problem) };
    return {
      lines: lines.sort((a, b) => compare(b.time ?? 0n, a.time ?? 0n)),
      ...(unreadable === 0 ? {} : { unreadable: Array.from({ length: unreadable }, () => undefined) }),
      ...told,
    };
  },
  // Plain text, except from proxies before it.
  explain: (body) => {
    const answer = parseJson(body);
    const message = isRecord(answer) ? (answer['message'] ?? answer['error']) : body;
    return typeof message === 'string' ? message : '';
  },
};

/** Lines that contain an id. Its text is always data. @param sign `|` for those, `!` for the others */
function filterLines(id: LookedFor, sign: '|' | '!'): string {
  const [first = ''] = id.spellings;
  return id.spellings.length === 1 ? `${sign}= ${quote(first)}` : `${sign}~ ${quote(patternOf(id))}`;
}

/** One pattern for all spellings. */
function patternOf({ spellings, anyCase }: LookedFor): string {
  if (!anyCase) return spellings.map(escapeRegExp).join('|');
  return `(?i)${[...new Set(spellings.map((spelling) => spelling.toLowerCase()))].map(escapeRegExp).join('|')}`;
}

/** Lines that have an id beside them, and not in them: others are found by their text. */
function filterFields(id: LookedFor, names: readonly string[]): string {
  const either = names.flatMap((name) =>
    id.anyCase ? `${name}=~${quote(patternOf(id))}` : id.spellings.map((spelling) => `${name}=${quote(spelling)}`),
  );
  return `${filterLines(id, '!')} | ${either.join(' or ')}`;
}

function namesOf(fields: string): string[] {
  if (fields === 'none') return [];
  // A text that is no name would be LogQL.
  return fields
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^[A-Za-z_]\w*$/.test(name));
}

/** A stream of which nothing can be read has a record at least. */
const unread = { lines: [] as readonly EngineLine[], unreadable: 1 };

/** @param isBeside the text that was looked for is beside the lines: it is shown behind each */
function readStream(stream: unknown, isBeside: boolean): { readonly lines: readonly EngineLine[]; readonly unreadable: number } {
  if (!isRecord(stream) || !Array.isArray(stream['values'])) return unread;
  // Labels are strings; nothing else is written anywhere.
  const given = isRecord(stream['stream']) ? stream['stream'] : {};
  const labels = Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string'));
  const first = (names: readonly string[]): string | undefined => {
    const value = names.map((name) => labels[name]).find((found) => typeof found === 'string' && found !== '');
    return typeof value === 'string' ? value : undefined;
  };
  const place = first(placeLabels);
  const level = first(levelLabels);
  const name = JSON.stringify(labels);
  const label = placeLabels.find((one) => labels[one] === place);
  // Only the labels of the stream count there, and the answer does not show which of all labels these are.
  const selector = place === undefined || label === undefined ? undefined : `{${label}=${quote(place)}}`;
  const values = stream['values'] as readonly unknown[];
  const lines = values.flatMap((value): EngineLine[] => {
    const [time, line] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    if (typeof line !== 'string') return [];
    const ns = typeof time === 'string' && /^\d{1,20}$/.test(time) ? BigInt(time) : undefined;
    const text = isBeside ? [line, ...writeFields(labels)].join(' ') : line;
    return [{ text, time: ns, place, stream: selector, level, key: `${String(ns)} ${name} ${text}` }];
  });
  return { lines, unreadable: values.length - lines.length };
}

/** Returns the labels beside a line that are shown nowhere else, as pairs. */
function writeFields(labels: Readonly<Record<string, unknown>>): string[] {
  const told = [...placeLabels, ...levelLabels];
  return Object.entries(labels).flatMap(([name, value]) => {
    if (typeof value !== 'string' || told.includes(name)) return [];
    return [`${name}=${/^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)}`];
  });
}

/** A string of LogQL, which has Go's escapes. */
function quote(text: string): string {
  return JSON.stringify(text);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
