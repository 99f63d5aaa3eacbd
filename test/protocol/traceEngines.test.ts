import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildTimeline } from '../../server/src/service/requests/requestTimeline.ts';
import { lookUp } from '../../server/src/requests/lookUp.ts';
import { searchLogs } from '../../server/src/adapters/logSearch/searchLogs.ts';
import type { EngineUse } from '../../server/src/service/requests/logSearch.ts';
import { lookInEngines, now, useEngine } from './support/lookInEngines.ts';
import { id, recogniser } from './support/useLogFolder.ts';
import { useEngineServer } from './support/useEngineServer.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const at = Date.UTC(2026, 4, 4, 12);
const attribute = (key: string, value: object) => ({ key, value });

/** One request in a gateway and a worker, as each system answers. Zipkin's answer is as version 3.6 gave it; the others are emulated. */
const systems = {
  zipkin: {
    path: `/api/v2/trace/${trace}`,
    answer: [
      {
        ...{
          traceId: trace,
          id: '00f067aa0ba902b7',
          kind: 'SERVER',
          name: 'post /pay',
          timestamp: at * 1_000,
          duration: 210_500,
        },
        localEndpoint: { serviceName: 'gateway' },
        tags: { 'http.method': 'POST', 'http.path': '/pay', 'http.status_code': '502', error: 'upstream failed' },
      },
      {
        ...{ traceId: trace, parentId: '00f067aa0ba902b7', id: '00f067aa0ba902b8', kind: 'CLIENT', name: 'charge' },
        ...{ timestamp: at * 1_000 + 3_000, duration: 200_000, localEndpoint: { serviceName: 'worker' } },
      },
    ],
  },
  jaeger: {
    path: `/api/traces/${trace}`,
    answer: {
      data: [
        {
          traceID: trace,
          processes: { p1: { serviceName: 'gateway' }, p2: { serviceName: 'worker' } },
          spans: [
            {
              ...{ traceID: trace, spanID: '00f067aa0ba902b7', operationName: 'SERVER post /pay', processID: 'p1' },
              ...{ startTime: at * 1_000, duration: 210_500 },
              tags: [
                { key: 'http.method', type: 'string', value: 'POST' },
                { key: 'http.target', type: 'string', value: '/pay' },
                { key: 'http.status_code', type: 'int64', value: 502 },
                { key: 'error', type: 'bool', value: true },
                { key: 'error.message', type: 'string', value: 'upstream failed' },
              ],
            },
            {
              ...{ traceID: trace, spanID: '00f067aa0ba902b8', operationName: 'CLIENT charge', processID: 'p2' },
              ...{ startTime: at * 1_000 + 3_000, duration: 200_000, tags: [] },
            },
          ],
        },
      ],
    },
  },
  tempo: {
    path: `/api/traces/${trace}`,
    answer: {
      batches: [
        {
          resource: { attributes: [attribute('service.name', { stringValue: 'gateway' })] },
          scopeSpans: [
            {
              spans: [
                {
                  traceId: Buffer.from(trace, 'hex').toString('base64'),
                  spanId: Buffer.from('00f067aa0ba902b7', 'hex').toString('base64'),
                  name: 'SERVER post /pay',
                  startTimeUnixNano: `${at}000000`,
                  endTimeUnixNano: `${at + 210}500000`,
                  attributes: [
                    attribute('http.request.method', { stringValue: 'POST' }),
                    attribute('url.path', { stringValue: '/pay' }),
                    attribute('http.response.status_code', { intValue: '502' }),
                  ],
                  status: { code: 'STATUS_CODE_ERROR', message: 'upstream failed' },
                },
              ],
            },
          ],
        },
        {
          resource: { attributes: [attribute('service.name', { stringValue: 'worker' })] },
          scopeSpans: [
            {
              spans: [
                {
                  ...{ traceId: trace, spanId: '00f067aa0ba902b8', name: 'CLIENT charge' },
                  ...{ startTimeUnixNano: `${at + 3}000000`, endTimeUnixNano: `${at + 203}000000` },
                },
              ],
            },
          ],
        },
      ],
    },
  },
} as const;

describe('traces', function () {
  this.timeout(20_000);
  const server = useEngineServer();
  let folder = '';
  let asked: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'traces-'));
    asked = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const use = (type: string): EngineUse => useEngine({ type, url: server.address });

  for (const [type, { path: wanted, answer }] of Object.entries(systems)) {
    const serve = () =>
      server.answerWith(({ url = '' }, response) => {
        asked.push(url);
        if (url === wanted) response.end(JSON.stringify(answer));
        else response.writeHead(404).end('trace not found');
      });

    it(`of ${type} are records: when each part began, how long it took and how it ended`, async () => {
      serve();
      const { records, skipped } = await lookInEngines(folder, [use(type)], { requestIds: [`00-${trace}-00f067aa0ba902b7-01`] });
      assert.deepEqual(skipped, []);
      assert.deepEqual(asked, [wanted]);
      assert.deepEqual(
        buildTimeline(records).entries.map(({ file, record: { time, level, status, method, path: target, message } }) => {
          return [file, (time?.ms ?? 0) - at, level, status, method, target, message];
        }),
        [
          ['logs/gateway', 0, 'error', 502, 'POST', '/pay', 'span SERVER post /pay: upstream failed'],
          ['logs/worker', 3, 'info', undefined, undefined, undefined, 'span CLIENT charge'],
        ],
      );
      assert.ok(records.some(({ text }) => text.includes('"duration_ms":210.5,')));
    });

    it(`of ${type} that it does not have are none, and other ids are not asked about`, async () => {
      serve();
      for (const requestId of [trace.replace('4', '5'), 'req_vQ8x7zK2m1nB4c']) {
        const { records, skipped } = await lookInEngines(folder, [use(type)], { requestIds: [requestId] });
        assert.deepEqual([records, skipped], [[], []]);
      }
      assert.deepEqual(asked, [wanted.replace(trace, trace.replace('4', '5'))]);
    });
  }

  it('are taken in beside the logs of a request that names its trace', async () => {
    server.answerWith((_, response) => response.end(JSON.stringify(systems.zipkin.answer)));
    writeFileSync(path.join(folder, 'app.log'), `2026-05-04T12:00:01Z ERROR request_id=${id} trace_id=${trace} failed\n`);
    const { requests } = await lookUp(
      {
        ...{ requestIds: [id], related: true, roots: [folder], openDocuments: [], globs: [], engines: [use('zipkin')] },
        ...{ recogniser: () => Promise.resolve(recogniser), maxRecords: 100, signal: new AbortController().signal },
      },
      { searchLogs, now: () => now },
    );
    assert.deepEqual(
      requests[0]?.timeline.entries.map(({ source, tiedBy }) => [source, tiedBy]),
      [
        ['logs', `trace ${trace}`],
        ['logs', `trace ${trace}`],
        ['file', undefined],
      ],
    );
  });

  it('say what is wrong with an answer', async () => {
    for (const [body, status, reason] of [
      ['{"x":1}', 200, 'Its answer is not one of Zipkin.'],
      ['no', 500, 'It answered 500: no'],
      ['[{"traceId":"1"},{}]', 200, '1 of its records cannot be read, and may hold the id.'],
    ] as const) {
      server.answerWith((_, response) => response.writeHead(status).end(body));
      const { skipped } = await lookInEngines(folder, [use('zipkin')], { requestIds: [trace] });
      assert.deepEqual(skipped, [{ file: 'logs (Zipkin)', reason }]);
    }
  });
});

describe('Datadog, emulated', function () {
  this.timeout(20_000);
  const server = useEngineServer();
  let folder = '';
  let bodies: { filter: { query: string; from: string; to: string; indexes: string[] }; sort: string; page: object }[] = [];
  let keys: unknown[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'datadog-'));
    bodies = [];
    keys = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const event = (index: number) => ({
    id: `event-${index}`,
    type: 'log',
    attributes: {
      ...{ timestamp: new Date(at + index).toISOString(), status: 'error', service: 'pay', host: 'web-1', tags: ['env:prod'] },
      ...{ message: `failed ${index}`, attributes: { request_id: id, http: { status_code: 502, method: 'POST' } } },
    },
  });
  const serve = (events: readonly object[]) =>
    server.answerWith((request, response) => {
      keys.push([request.headers['dd-api-key'], request.headers['dd-application-key'], request.headers.authorization]);
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        const question = JSON.parse(body) as (typeof bodies)[number] & { page: { limit: number; cursor?: string } };
        bodies.push(question);
        const within = (events as ReturnType<typeof event>[]).filter(({ attributes: { timestamp } }) => {
          const ms = Date.parse(timestamp);
          return ms >= Number(question.filter.from) && ms < Number(question.filter.to);
        });
        const from = Number(question.page.cursor ?? 0);
        const data = within.slice(from, from + question.page.limit);
        const isMore = from + data.length < within.length;
        response.end(
          JSON.stringify({ data, meta: { page: isMore ? { after: String(from + data.length) } : {}, status: 'done' } }),
        );
      });
    });
  const use = (entry: object = {}, authorization?: string) =>
    useEngine({ type: 'datadog', url: server.address, ...entry }, authorization);

  it('is asked page by page with both of its keys, and gives records', async () => {
    serve(Array.from({ length: 1_500 }, (_, index) => event(index)));
    const basic = `Basic ${Buffer.from('api-key-1234:app-key-1234').toString('base64')}`;
    const { records, skipped } = await lookInEngines(folder, [use({ query: 'env:prod', index: 'main, web' }, basic)]);
    assert.deepEqual(skipped, []);
    assert.deepEqual([records.length, new Set(records.map(({ text }) => text)).size], [1_500, 1_500]);
    assert.deepEqual(keys[0], ['api-key-1234', 'app-key-1234', undefined]);
    const { filter, sort } = bodies[0] ?? {};
    assert.match(filter?.query ?? '', new RegExp(`^\\(env:prod\\) \\(\\*:"${id}" OR `));
    assert.deepEqual([filter?.indexes, sort], [['main', 'web'], 'timestamp']);
    const { file, record } = records[0] ?? {};
    assert.deepEqual([file, record?.level, record?.status, record?.requestId], ['logs/pay', 'error', 502, id]);
  });

  it('takes its address from the site, and names what it answers', async () => {
    assert.equal(useEngine({ type: 'datadog' }).setting.url, 'https://api.datadoghq.com');
    assert.equal(useEngine({ type: 'datadog', site: 'datadoghq.eu' }).setting.url, 'https://api.datadoghq.eu');
    server.answerWith((_, response) =>
      response.writeHead(403).end('{"errors":[{"title":"Forbidden","detail":"Bad key app-key-1234"}]}'),
    );
    const { skipped } = await lookInEngines(folder, [use({}, 'api-key-1234:app-key-1234')]);
    assert.deepEqual(skipped, [
      { file: 'logs (Datadog)', reason: 'It answered 403: Bad key [credential]. Its credentials do not count there.' },
    ]);
  });
});
