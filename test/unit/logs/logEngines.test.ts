import assert from 'node:assert/strict';
import { type EngineSetting, readEngineSettings } from '../../../server/src/service/engines/engineSettings.ts';
import { type EngineQuestion, readNanoseconds, writeNanoseconds } from '../../../server/src/service/engines/logEngine.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const question: EngineQuestion = {
  spellings: [id, id.toUpperCase()],
  from: 1_795_000_000_000_000_000n,
  until: 1_795_659_720_200_000_001n,
  limit: 10,
};

const engine = (entry: Readonly<Record<string, unknown>>): EngineSetting => {
  const [setting] = readEngineSettings({ logs: { url: 'https://logs.example.com', ...entry } }, (path, expected) =>
    assert.fail(`${path.join('.')} ${expected}`),
  );
  assert.ok(setting);
  return setting;
};
const ask = (entry: Readonly<Record<string, unknown>>, spellings: readonly string[] = [id, id.toUpperCase()]) => {
  const { engine: kind, options } = engine(entry);
  return kind.ask({ ...question, spellings }, kind.partsOf?.(options)[0]?.options ?? options);
};
const read = (type: string, body: string) => {
  const { engine: kind, options } = engine({ type });
  return kind.read(body, options);
};

// Answers as the engines gave them: Loki 3.6, Elasticsearch 8.15 and VictoriaLogs 1.52.
const lokiAnswer = JSON.stringify({
  status: 'success',
  data: {
    resultType: 'streams',
    result: [
      {
        stream: { app: 'api', detected_level: 'info', level: 'info', service_name: 'api' },
        values: [
          ['1795659720200000000', `{"message": "request failed", "status": 402, "requestId": "${id}"}`],
          ['1795659717000000000', `{"message": "accepted", "requestId": "${id}"}`],
        ],
      },
      { stream: { level: 'error' }, values: [['1795659722000000123', `worker 7 gave up, request_id=${id}`]] },
    ],
    stats: {},
  },
});
const elasticsearchAnswer = {
  took: 248,
  timed_out: false,
  _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
  hits: {
    max_score: null,
    hits: [
      {
        _index: 'logs-app',
        _id: 'eMDAFaIBtJumlE6hhjBC',
        _score: null,
        _source: { '@timestamp': '2026-11-26T02:17:50.200Z', message: 'request failed', requestId: id, service: { name: 'api' } },
        sort: [1_795_659_470_200],
      },
    ],
  },
};
const victoriaLogsAnswer = `{"_msg":"request failed","_stream":"{app=\\"api\\"}","_stream_id":"0000000000000000b229f2d1af9fff8980a49eec4250ada3","_time":"2026-11-26T02:17:52.2Z","app":"api","error.code":"INSUFFICIENT_CREDITS","level":"error","requestId":"${id}","status":"402"}\n`;

const readBody = (body = '') => JSON.parse(body) as Readonly<Record<string, unknown>>;

describe('log engines', () => {
  it('ask Loki with a line filter behind the selector, in which an id is text', () => {
    const { method, path, headers } = ask({ type: 'loki', query: '{app="api"}', tenant: 'team-a' }, ['a.b"} |= `x`\\']);
    const { pathname, searchParams } = new URL(path, 'https://logs.example.com');
    assert.deepEqual([method, pathname, headers['X-Scope-OrgID']], ['GET', '/loki/api/v1/query_range', 'team-a']);
    assert.equal(searchParams.get('query'), '{app="api"} |= "a.b\\"} |= `x`\\\\"');
    assert.deepEqual(
      ['start', 'end', 'limit', 'direction'].map((name) => searchParams.get(name)),
      ['1795000000000000000', '1795659720200000001', '10', 'backward'],
    );
    const spelt = new URL(ask({ type: 'loki' }, ['a.1', 'A.1']).path, 'https://logs.example.com').searchParams.get('query');
    assert.equal(spelt, '{service_name=~".+"} |~ "a\\\\.1|A\\\\.1"');
  });

  it('ask Loki about structured metadata too, and show it behind the line', () => {
    const { engine: loki, options } = engine({ type: 'loki', query: '{app="api"}', fields: 'trace_id, x"} or, request_id' });
    const [, beside, ...others] = loki.partsOf?.(options) ?? [];
    assert.ok(beside && others.length === 0);
    const { path: inAnyCase } = loki.ask({ ...question, anyCase: true, spellings: ['ab', 'AB', 'a-b'] }, beside.options);
    assert.ok(decodeURIComponent(inAnyCase).includes('!~+"(?i)ab|a-b"+|+trace_id=~"(?i)ab|a-b"+or+request_id=~'), inAnyCase);
    const { path } = loki.ask({ ...question, spellings: ['a"b'] }, beside.options);
    const { searchParams } = new URL(path, 'https://logs.example.com');
    assert.equal(searchParams.get('query'), '{app="api"} != "a\\"b" | trace_id="a\\"b" or request_id="a\\"b"');
    const stream = { app: 'api', level: 'error', trace_id: 'a"b', http_status_code: '402' };
    const answer = JSON.stringify({ data: { result: [{ stream, values: [['1', 'charge failed']] }] } });
    assert.equal(loki.read(answer, beside.options)?.lines[0]?.text, 'charge failed trace_id="a\\"b" http_status_code=402');
    assert.equal(engine({ type: 'loki', fields: 'none' }).engine.partsOf?.({ fields: 'none' }).length, 1);
  });

  it('read what Loki answers, the newest first, with the labels that name service and level', () => {
    assert.deepEqual(
      read('loki', lokiAnswer)?.lines.map(({ time, place, level }) => [time, place, level]),
      [
        [1_795_659_722_000_000_123n, undefined, 'error'],
        [1_795_659_720_200_000_000n, 'api', 'info'],
        [1_795_659_717_000_000_000n, 'api', 'info'],
      ],
    );
  });

  it('ask Elasticsearch for the phrase in every field, and read its answer', () => {
    const { path, body = '' } = ask({ type: 'elasticsearch', index: 'logs-*,app/x' });
    assert.equal(path, '/logs-*%2Capp%2Fx/_search?allow_no_indices=false');
    const { size, query } = JSON.parse(body) as { size: number; query: { bool: { filter: unknown[] } } };
    assert.equal(size, 10);
    assert.deepEqual(query.bool.filter, [
      {
        range: {
          '@timestamp': {
            gte: '2026-11-18T11:06:40.000000000Z',
            lt: '2026-11-26T02:22:00.200000001Z',
            format: 'strict_date_optional_time_nanos',
          },
        },
      },
      {
        bool: {
          should: [id, id.toUpperCase()].map((text) => ({ multi_match: { query: text, type: 'phrase', lenient: true } })),
          minimum_should_match: 1,
        },
      },
    ]);
    const { lines = [], problem } = read('elasticsearch', JSON.stringify(elasticsearchAnswer)) ?? {};
    assert.deepEqual(
      lines.map(({ time, place, key }) => [time, place, key]),
      [[1_795_659_470_200_000_000n, 'api', 'logs-app eMDAFaIBtJumlE6hhjBC']],
    );
    assert.equal(problem, undefined);
    assert.match(lines[0]?.text ?? '', /"message":"request failed","requestId":"18b2ad5e/);
  });

  it('take the time of an Elasticsearch record from the engine, not from the record', () => {
    const times = [
      ['2026-11-26T02:17:50.200400600Z', 1_795_659_470_200, 1_795_659_470_200_400_600n],
      ['2026-11-26T03:17:50.2004+01:00', 1_795_659_470_200, 1_795_659_470_200_400_000n],
      // Without a zone it is in UTC there; a number may be of anything.
      ['2026-11-26T02:17:50.200', 1_795_659_470_200, 1_795_659_470_200_000_000n],
      ['2026-11-26 02:17:50', 1_795_659_470_000, 1_795_659_470_000_000_000n],
      [1_795_659_470, 1_795_659_470_000, 1_795_659_470_000_000_000n],
    ] as const;
    const hits = times.map(([written, sorted]) => ({ _source: { '@timestamp': written }, sort: [sorted, 1] }));
    assert.deepEqual(
      read('elasticsearch', JSON.stringify({ hits: { hits } }))?.lines.map(({ time }) => time),
      times.map(([, , expected]) => expected),
    );
  });

  it('keep the texts of a VictoriaLogs record under names that others have for time and message', () => {
    const fields = { _time: '2026-11-26T02:17:52.2Z', _msg: `failed ${id}`, message: 'other', time: 'noon' };
    const text = read('victorialogs', JSON.stringify(fields))?.lines[0]?.text ?? '';
    assert.deepEqual(JSON.parse(text), fields);
  });

  it('report that Elasticsearch gave only a part', () => {
    const { _shards: shards } = elasticsearchAnswer;
    const failed = read('elasticsearch', JSON.stringify({ ...elasticsearchAnswer, _shards: { ...shards, total: 3, failed: 2 } }));
    assert.deepEqual([failed?.lines.length, failed?.problem], [1, '2 of 3 shards failed: there may be more records.']);
    const late = read('elasticsearch', JSON.stringify({ ...elasticsearchAnswer, timed_out: true }));
    assert.equal(late?.problem, 'It stopped for lack of time: there may be more records.');
  });

  it('ask VictoriaLogs in every field, and read its answer', () => {
    const { body = '', headers } = ask({ type: 'victorialogs', query: '{app="api"} or x', tenant: '12:34' }, ['a"b']);
    const form = new URLSearchParams(body);
    assert.equal(form.get('query'), '({app="api"} or x) (*:"a\\"b") | sort by (_time desc) limit 10');
    assert.deepEqual([headers['AccountID'], headers['ProjectID']], ['12', '34']);
    const [line] = read('victorialogs', victoriaLogsAnswer)?.lines ?? [];
    assert.deepEqual([line?.time, line?.place], [1_795_659_472_200_000_000n, 'api']);
    assert.match(line?.text ?? '', /^\{"time":"2026-11-26T02:17:52.2Z","message":"request failed","app":"api"/);
    assert.deepEqual(read('victorialogs', ''), { lines: [] });
  });

  it('ask CloudWatch for any of the spellings in each log group, and read its answer', () => {
    const {
      engine: cloudWatch,
      url,
      options,
    } = engine({
      type: 'cloudwatch',
      url: undefined,
      region: 'cn-north-1',
      groups: '/aws/lambda/api, arn:aws:logs:cn-north-1:123456789012:log-group:/ecs/web',
    });
    assert.equal(url, 'https://logs.cn-north-1.amazonaws.com.cn');
    const parts = cloudWatch.partsOf?.(options) ?? [];
    const [first, second] = parts.map((part) => readBody(cloudWatch.ask({ ...question, cursor: 'next' }, part.options).body));
    assert.deepEqual(first, {
      logGroupName: '/aws/lambda/api',
      filterPattern: `?"${id}" ?"${id.toUpperCase()}"`,
      startTime: 1_795_000_000_000,
      endTime: 1_795_659_720_200,
      limit: 10,
      nextToken: 'next',
    });
    assert.equal(second?.['logGroupIdentifier'], 'arn:aws:logs:cn-north-1:123456789012:log-group:/ecs/web');
    const event = {
      logStreamName: 's1',
      timestamp: 1_795_659_470_200,
      message: `failed ${id}\n`,
      ingestionTime: 0,
      eventId: '39',
    };
    const answer = cloudWatch.read(JSON.stringify({ events: [event], searchedLogStreams: [], nextToken: 'more' }), options);
    assert.equal(answer?.cursor, 'more');
    assert.deepEqual(
      cloudWatch
        .read(JSON.stringify({ events: [event] }), parts[1]?.options ?? {})
        ?.lines.map(({ text, time, place }) => [text, time, place]),
      [[`failed ${id}`, 1_795_659_470_200_000_000n, 'ecs/web']],
    );
    const missing =
      '{"__type":"com.amazonaws.logs#ResourceNotFoundException","message":"The specified log group does not exist."}';
    assert.equal(cloudWatch.explain(missing), 'ResourceNotFoundException: The specified log group does not exist.');
  });

  it('are asked for the neighbours of a line by its stream', () => {
    const askAround = (type: string, body: string, options: Readonly<Record<string, unknown>> = {}) => {
      const { engine: kind, options: own } = engine({ type, ...options });
      const stream = kind.read(body, own)?.lines[0]?.stream;
      assert.ok(stream !== undefined);
      const { from, until, limit } = question;
      return kind.ask({ stream, isForward: true, from, until, limit }, kind.partsOf?.(own)[0]?.options ?? own);
    };
    const [, first] = (JSON.parse(lokiAnswer) as { data: { result: unknown[] } }).data.result;
    const named = JSON.stringify({ data: { result: [{ ...(first as object), stream: { app: 'a"b', detected_level: 'x' } }] } });
    const { searchParams } = new URL(askAround('loki', named, { query: '{x="y"}' }).path, 'https://logs.example.com');
    assert.deepEqual([searchParams.get('query'), searchParams.get('direction')], ['{app="a\\"b"}', 'forward']);
    const inService = readBody(askAround('elasticsearch', JSON.stringify(elasticsearchAnswer)).body) as {
      query: { bool: { filter: unknown[] } };
      sort: unknown[];
    };
    const { query, sort } = inService;
    assert.deepEqual(query.bool.filter.slice(1), [{ match_phrase: { 'service.name': 'api' } }]);
    assert.deepEqual(sort, [{ '@timestamp': { order: 'asc', unmapped_type: 'date', numeric_type: 'date' } }, { _doc: 'asc' }]);
    const [hit] = elasticsearchAnswer.hits.hits;
    const unnamed = { hits: { hits: [{ ...hit, _source: { message: id } }] } };
    const inIndex = readBody(askAround('elasticsearch', JSON.stringify(unnamed)).body) as typeof inService;
    assert.deepEqual(inIndex.query.bool.filter.slice(1), [{ term: { _index: 'logs-app' } }]);
    const form = new URLSearchParams(askAround('victorialogs', victoriaLogsAnswer, { query: 'x' }).body);
    assert.equal(form.get('query'), '(_stream:{app="api"}) | sort by (_time) limit 10');
    const event = { logStreamName: 's1', timestamp: 1, message: 'm', eventId: '1' };
    const groups = { url: undefined, region: 'eu-central-1', groups: '/a' };
    const body = readBody(askAround('cloudwatch', JSON.stringify({ events: [event] }), groups).body);
    assert.deepEqual([body['logGroupName'], body['logStreamNames'], body['filterPattern']], ['/a', ['s1'], undefined]);
  });

  it('take no other answer for one of theirs', () => {
    for (const type of ['loki', 'elasticsearch', 'victorialogs'])
      for (const body of ['<html>Log in</html>', '{}', '[]', 'null', '{"data":{"result":3},"hits":{"hits":{}}}', '"x"'])
        assert.equal(read(type, body), undefined, `${type} ${body}`);
  });

  it('pass on the errors of an engine', () => {
    const explain = (type: string, body: string) => engine({ type }).engine.explain(body);
    assert.equal(explain('loki', 'parse error at line 1, col 6: syntax error'), 'parse error at line 1, col 6: syntax error');
    const missing = { error: { root_cause: [{ type: 'index_not_found_exception', reason: 'no such index [x]' }] }, status: 404 };
    assert.equal(explain('elasticsearch', JSON.stringify(missing)), 'no such index [x]');
    assert.equal(explain('elasticsearch', '{"error":"Incorrect HTTP method","status":405}'), 'Incorrect HTTP method');
    assert.equal(explain('victorialogs', 'cannot parse `query` arg'), 'cannot parse `query` arg');
  });

  it('keep all digits of a time', () => {
    assert.equal(readNanoseconds('2026-11-26T02:17:52.123456789Z'), 1_795_659_472_123_456_789n);
    assert.equal(readNanoseconds('2026-11-26T03:17:52.5+01:00'), 1_795_659_472_500_000_000n);
    assert.equal(readNanoseconds('yesterday'), undefined);
    assert.equal(writeNanoseconds(1_795_659_472_000_000_001n), '2026-11-26T02:17:52.000000001Z');
  });
});
