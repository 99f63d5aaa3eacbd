import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineUse, LogSearchRequest } from '../../server/src/service/logs/logSearch.ts';
import { lookInEngines, now, useEngine } from './support/lookInEngines.ts';
import { id, logLine } from './support/useLogFolder.ts';
import { type Answer, answerLoki, useEngineServer } from './support/useEngineServer.ts';

const secret = 'Bearer hunter2hunter2';

/** Records of a Loki of its own, one a millisecond, the last one first. */
const lokiLines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ns: BigInt(Date.UTC(2026, 4, 4, 12) + count - index) * 1_000_000n,
    text: `level=error msg="failed ${index}" status=402 request_id=${id}`,
  }));

describe('log engines', function () {
  this.timeout(20_000);
  const loki = useEngineServer();
  const other = useEngineServer();
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'engines-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const use = (entry: object = {}, authorization?: string) =>
    useEngine({ type: 'loki', url: loki.address, ...entry }, authorization);
  const look = (engines: readonly EngineUse[], changes: Partial<LogSearchRequest> = {}) =>
    lookInEngines(folder, engines, changes);

  it('are asked beside the files, and give records with their own name, service and time', async () => {
    writeFileSync(path.join(folder, 'app.log'), logLine(1));
    loki.answerWith(answerLoki(lokiLines(1)));
    const { records, skipped } = await look([use()]);
    assert.deepEqual(skipped, []);
    assert.deepEqual(
      records
        .toSorted((one, other) => one.source.localeCompare(other.source))
        .map(({ source, file, uri, record: { level, status, time } }) => [source, file, uri !== undefined, level, status, time]),
      [
        ['file', 'app.log', true, 'info', undefined, { ms: Date.UTC(2026, 4, 4, 12, 0, 1), zoneAssumed: false }],
        ['logs', 'logs/api', false, 'error', 402, { ms: Date.UTC(2026, 4, 4, 12) + 1, zoneAssumed: false }],
      ],
    );
  });

  it('are asked page after page, and give each record once', async () => {
    loki.answerWith(answerLoki(lokiLines(2_500)));
    const { records, truncated } = await look([use()]);
    assert.deepEqual([records.length, truncated, loki.authorizations.length], [2_500, false, 3]);
    assert.equal(new Set(records.map(({ text }) => text)).size, 2_500);
  });

  it('are asked no further than records are kept', async () => {
    loki.answerWith(answerLoki(lokiLines(2_500)));
    const { records, truncated } = await look([use()], { maxRecords: 20 });
    assert.deepEqual([records.length, truncated, loki.authorizations.length], [20, true, 1]);
    assert.match(records[0]?.text ?? '', /failed 0/);
  });

  it('say that there are more of one moment than they give at a time', async () => {
    loki.answerWith(answerLoki(lokiLines(2_500).map((line) => ({ ...line, ns: 1_777_896_000_000_000_000n }))));
    const { records, skipped } = await look([use()]);
    assert.equal(records.length, 1_000);
    assert.deepEqual(skipped, [
      { file: 'logs (Grafana Loki)', reason: 'It has more records of one millisecond than it gives at a time.' },
    ]);
  });

  const problems: readonly (readonly [string, Answer, RegExp])[] = [
    [
      'answer with an error',
      (_, response) => response.writeHead(400).end('parse error\nat line 1'),
      /^It answered 400: parse error at line 1$/,
    ],
    ['want credentials', (_, response) => response.writeHead(401).end(), /^It answered 401\. It asks for credentials\.$/],
    ['answer a page', (_, response) => response.end('<html>Log in</html>'), /^Its answer is none of Grafana Loki\.$/],
    ['break off', ({ socket }) => socket.destroy(), /^It cannot be reached: /],
    [
      'lead elsewhere',
      (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end(),
      /^It leads to another address, which is not followed: http:\/\/127\.0\.0\.1:9\/elsewhere$/,
    ],
  ];
  for (const [what, given, reason] of problems)
    it(`are named when they ${what}, and others are asked all the same`, async () => {
      loki.answerWith(given);
      other.answerWith(answerLoki(lokiLines(1)));
      const { records, skipped } = await look([use(), use({ url: other.address })]);
      assert.equal(records.length, 1);
      assert.deepEqual(
        skipped.map(({ file }) => file),
        ['logs (Grafana Loki)'],
      );
      assert.match(skipped[0]?.reason ?? '', reason);
    });

  it('are asked again on a connection of its own when one that was kept is ended', async () => {
    let asked = 0;
    loki.answerWith((request, response) => {
      if (++asked === 1) request.socket.destroy();
      else answerLoki(lokiLines(1))(request, response);
    });
    const { records, skipped } = await look([use()]);
    assert.deepEqual([records.length, skipped, asked], [1, [], 2]);
  });

  it('are left when the search is cancelled', async () => {
    const abort = new AbortController();
    loki.answerWith(() => abort.abort());
    const { cancelled, skipped } = await look([use()], { signal: abort.signal });
    assert.deepEqual([cancelled, skipped], [true, []]);
  });

  it('get credentials with https or within the machine alone', async () => {
    loki.answerWith(answerLoki(lokiLines(1)));
    assert.equal((await look([use({}, secret)])).records.length, 1);
    assert.equal(loki.authorizations[0], secret);
    const { skipped } = await look([use({ url: 'http://logs.example.com' }, secret)]);
    assert.match(skipped[0]?.reason ?? '', /^Its credentials are only sent with https/);
  });

  it('name credentials that do not count', async () => {
    loki.answerWith((_, response) => response.writeHead(403).end('no access'));
    const { skipped } = await look([use({}, secret)]);
    assert.equal(skipped[0]?.reason, 'It answered 403: no access. Its credentials do not count there.');
  });

  it('keep records that hold the id, and not those that have its words alone', async () => {
    const texts = [`Failed ${id.toUpperCase().replace('A', 'a')}`, `failed ${id.replaceAll('-', ' ')}`];
    loki.answerWith(answerLoki(texts.map((text, index) => ({ ns: BigInt(now - index) * 1_000_000n, text }))));
    assert.deepEqual(
      (await look([use()])).records.map(({ text }) => text),
      texts.slice(0, 1),
    );
  });
});
