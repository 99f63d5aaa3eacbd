import { isRecord } from '../isRecord.ts';
import { type EngineLine, type EngineOptions, type LogEngine, parseJson, readEach } from './logEngine.ts';

/** CloudWatch Logs' FilterLogEvents (API version 2014-03-28, JSON 1.1). */
export const cloudWatch: LogEngine = {
  type: 'cloudwatch',
  title: 'Amazon CloudWatch Logs',
  signing: 'aws',
  // Pages of it begin with the oldest records, and may be empty.
  isOldestFirst: true,
  options: {
    region: { description: 'The region, such as `eu-central-1`.', isRequired: true },
    groups: { description: 'Names of log groups, with commas between them.', isRequired: true },
    profile: { description: 'The profile of the AWS configuration files whose credentials are used.' },
  },
  addressOf: ({ region = '' }) => `https://logs.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
  partsOf: (options) => namesOf(options).map((groups) => ({ name: groups, options: { ...options, groups } })),
  ask({ spellings = [], stream, from, until, limit, cursor }, { groups = '' }) {
    const [group, logStreamName] = stream === undefined ? [groups] : readStream(stream);
    const terms = spellings.map((spelling) => JSON.stringify(spelling));
    return {
      method: 'POST',
      path: '/',
      headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'Logs_20140328.FilterLogEvents' },
      body: JSON.stringify({
        // A plain name cannot contain a colon.
        ...(group.startsWith('arn:') ? { logGroupIdentifier: group } : { logGroupName: group }),
        ...(logStreamName === undefined ? {} : { logStreamNames: [logStreamName] }),
        // Any of several terms.
        ...(terms.length === 0
          ? {}
          : { filterPattern: terms.length === 1 ? terms[0] : terms.map((term) => `?${term}`).join(' ') }),
        startTime: Number(from / 1_000_000n),
        // The last millisecond that counts.
        endTime: Number((until - 1n) / 1_000_000n),
        limit,
        ...(cursor === undefined ? {} : { nextToken: cursor }),
      }),
    };
  },
  read(body, { groups = '' }) {
    const answer = parseJson(body);
    if (!isRecord(answer) || !Array.isArray(answer['events'])) return undefined;
    const { events, nextToken } = answer;
    const place = groups.replace(/^arn:.*:log-group:/, '').replace(/^\/+/, '');
    const lines = readEach(events as readonly unknown[], (event) => readEvent(event, place, groups), []).flat();
    return {
      lines,
      ...(lines.length === events.length
        ? {}
        : { unreadable: Array.from({ length: events.length - lines.length }, () => undefined) }),
      ...(typeof nextToken === 'string' ? { cursor: nextToken } : {}),
    };
  },
  explain: (body) => {
    const answer = parseJson(body);
    if (!isRecord(answer)) return '';
    const { __type: type, message = answer['Message'] } = answer;
    const name = typeof type === 'string' ? type.replace(/^.*#/, '') : '';
    return [name, message].filter((part) => typeof part === 'string' && part !== '').join(': ');
  },
};

function namesOf({ groups = '' }: EngineOptions): string[] {
  return groups
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A group and one of its streams, as a line names them. */
function readStream(stream: string): readonly [group: string, name?: string] {
  const read = parseJson(stream);
  const [group, name] = Array.isArray(read) ? (read as readonly unknown[]) : [];
  return [typeof group === 'string' ? group : '', ...(typeof name === 'string' ? [name] : [])] as [string, string?];
}

function readEvent(event: unknown, place: string, group: string): EngineLine[] {
  if (!isRecord(event)) return [];
  const { timestamp, message, eventId, logStreamName } = event;
  if (typeof message !== 'string') return [];
  const isTime = typeof timestamp === 'number' && Number.isFinite(timestamp);
  return [
    {
      text: message.trimEnd(),
      time: isTime ? BigInt(Math.trunc(timestamp)) * 1_000_000n : undefined,
      place,
      stream: JSON.stringify([group, logStreamName]),
      level: undefined,
      key: `${place} ${String(logStreamName)} ${String(eventId)}`,
    },
  ];
}
