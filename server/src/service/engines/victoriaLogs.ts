import { isRecord } from '../isRecord.ts';
import { type EngineLine, type LogEngine, parseJson, readEach, readNanoseconds, writeNanoseconds } from './logEngine.ts';

const placeFields = ['service.name', 'app', 'service', 'kubernetes.container_name', 'container', 'job', 'hostname'];

/** VictoriaLogs' LogsQL over HTTP. */
export const victoriaLogs: LogEngine = {
  type: 'victorialogs',
  title: 'VictoriaLogs',
  options: {
    query: { description: 'A filter in LogsQL, such as `{app="api"}`, that records must match as well.' },
    tenant: { description: 'The tenant, as `AccountID:ProjectID`.' },
  },
  ask({ spellings = [], stream, isForward, from, until, limit }, { query, tenant }) {
    // In every field: structured records have their id in one of its own.
    const wanted = spellings.map((spelling) => `*:${JSON.stringify(spelling)}`).join(' or ');
    const filters = [stream === undefined ? query : `_stream:${stream}`, wanted === '' ? undefined : wanted];
    const filter = filters.flatMap((one) => (one === undefined ? [] : `(${one})`)).join(' ');
    const [account = '', project = '0'] = tenant?.split(':') ?? [];
    return {
      method: 'POST',
      path: '/select/logsql/query',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(tenant === undefined ? {} : { AccountID: account, ProjectID: project }),
      },
      body: new URLSearchParams({
        query: `${filter} | sort by (_time${isForward ? '' : ' desc'}) limit ${limit}`,
        start: writeNanoseconds(from),
        end: writeNanoseconds(until),
      }).toString(),
    };
  },
  read(body) {
    const lines = body.split('\n').filter((line) => line.trim() !== '');
    const read = readEach(lines, readLine, undefined).filter((line) => line !== undefined);
    // Where nothing can be read, something else has answered.
    if (read.length === 0 && lines.length > 0) return undefined;
    const unreadable = Array.from({ length: lines.length - read.length }, () => undefined);
    return { lines: read, ...(unreadable.length === 0 ? {} : { unreadable }) };
  },
  explain: (body) => body,
};

function readLine(text: string): EngineLine | undefined {
  const fields = parseJson(text);
  if (!isRecord(fields)) return undefined;
  const { _time, _msg, _stream, _stream_id, ...own } = fields;
  // Every record has a message or a time: an answer without both is from a different engine.
  if (_time === undefined && _msg === undefined) return undefined;
  const time = typeof _time === 'string' ? readNanoseconds(_time) : undefined;
  const place = placeFields.map((field) => own[field]).find((value) => typeof value === 'string');
  return {
    // As loggers name them, where the record has no field of that name.
    text: JSON.stringify({
      ['time' in own ? '_time' : 'time']: _time,
      ['message' in own ? '_msg' : 'message']: _msg,
      ...own,
    }),
    time,
    place: typeof place === 'string' ? place : undefined,
    stream: typeof _stream === 'string' && _stream !== '{}' ? _stream : undefined,
    level: undefined,
    // Fields come in any order.
    key: JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
