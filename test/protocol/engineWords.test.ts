import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lookInEngines, now, useEngine } from './support/lookInEngines.ts';
import { useEngineServer } from './support/useEngineServer.ts';
import { id } from './support/useLogFolder.ts';

describe('an answer of a log engine', function () {
  this.timeout(20_000);
  const server = useEngineServer();
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'engines-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Answers as Elasticsearch does that keeps these hits, the newest first, a millisecond apart. */
  const answerHits = (hits: readonly object[]): void =>
    server.answerWith((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const { size, query } = JSON.parse(body) as { size: number; query: { bool: { filter: { range: object }[] } } };
        const [range] = Object.values(query.bool.filter[0]?.range ?? {}) as { lt: string }[];
        const within = hits
          .map((hit, index) => ({ ...hit, sort: [now - index] }))
          .filter(({ sort: [ms = 0] }) => ms < Date.parse(range?.lt ?? ''));
        response.end(JSON.stringify({ hits: { hits: within.slice(0, size) } }));
      });
    });

  it('is read to its end beside hits that cannot be read, which are counted and named', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const hits = Array.from({ length: 2_500 }, (_, index) => ({ _id: String(index), _source: { message: `failed ${id}` } }));
    const odd: object[] = [...hits];
    odd[500] = { _id: 'no source' };
    odd[999] = { _id: 'no source either' };
    odd[1_500] = { _id: 'deep', _source: { message: `failed ${id}`, deep: JSON.parse(deep) as unknown } };
    server.answerWith(() => undefined);
    answerHits(odd.map((hit, index) => (index === 1_500 ? { _id: 'deep', _source: 7 } : hit)));
    const { records, skipped } = await lookInEngines(folder, [useEngine({ type: 'elasticsearch', url: server.address })]);
    assert.equal(records.length, 2_497);
    assert.deepEqual(skipped, [
      { file: 'logs (Elasticsearch or OpenSearch)', reason: '3 of its records cannot be read, and may hold the id.' },
    ]);
  });

  it('takes nothing along with a hit that is nested without end', async () => {
    const source = (inner: string): string =>
      `{"_id":"${inner.length}","_source":{"message":"failed ${id}","deep":${inner}},"sort":[${now}]}`;
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    server.answerWith((_, response) => response.end(`{"hits":{"hits":[${source('1')},${source(deep)},${source('12')}]}}`));
    const { records, skipped } = await lookInEngines(folder, [useEngine({ type: 'elasticsearch', url: server.address })]);
    assert.equal(records.length, 2);
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['1 of its records cannot be read, and may hold the id.'],
    );
  });

  it('has no time where the engine gives none, and is shown without one', async () => {
    const lines = [{ _msg: `failed ${id}` }, { _time: '2026-05-04T12:59:00Z', _msg: `failed again ${id}` }];
    server.answerWith((_, response) => response.end(`${lines.map((line) => JSON.stringify(line)).join('\n')}\nno JSON\n`));
    const { records, skipped } = await lookInEngines(folder, [useEngine({ type: 'victorialogs', url: server.address })]);
    assert.deepEqual(
      new Set(records.map(({ record: { time } }) => time?.ms)),
      new Set([Date.UTC(2026, 4, 4, 12, 59), undefined]),
    );
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['1 of its records cannot be read, and may hold the id.'],
    );
  });

  for (const [name, header, parts] of [
    ['a token', 'Bearer hunter2hunter2', ['hunter2hunter2']],
    [
      'a name and a password',
      `Basic ${btoa('otto:correct horse')}`,
      [btoa('otto:correct horse'), 'correct horse', 'correct%20horse'],
    ],
  ] as const) {
    it(`never shows ${name} that it was sent, even when it echoes them`, async () => {
      const echo = `you sent Authorization: ${header}, that is ${parts.join(' and ')}, failed ${id}`;
      const answers: ((response: ServerResponse) => unknown)[] = [
        (response) => response.writeHead(500).end(echo),
        (response) => response.writeHead(401).end(JSON.stringify({ message: echo })),
        (response) =>
          response
            .writeHead(302, { location: `http://127.0.0.1:9/?${new URLSearchParams({ echo }).toString().replace(/\+/g, '%20')}` })
            .end(),
        (response) => response.end(JSON.stringify({ data: { result: [] }, warnings: [echo] })),
        (response) =>
          response.end(
            JSON.stringify({ data: { result: [{ stream: { app: echo }, values: [[String(BigInt(now) * 1_000_000n), echo]] }] } }),
          ),
      ];
      for (const answer of answers) {
        server.answerWith((_, response) => answer(response));
        const result = await lookInEngines(folder, [useEngine({ type: 'loki', fields: 'none', url: server.address }, header)]);
        const all = JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
        assert.ok(result.records.length + result.skipped.length > 0, all);
        for (const part of [header, ...parts]) assert.ok(!all.includes(part), all);
      }
    });
  }
});
