import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildTimeline } from '../../server/src/service/requests/requestTimeline.ts';
import type { EngineUse, LogSearchRequest } from '../../server/src/service/requests/logSearch.ts';
import { lookInEngines, now, useEngine } from './support/lookInEngines.ts';
import { id, logLine, recogniser as known } from './support/useLogFolder.ts';
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
    useEngine({ type: 'loki', url: loki.address, fields: 'none', ...entry }, authorization);
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

  it('are asked for all, of which the first, the last and those that failed are kept', async () => {
    loki.answerWith(answerLoki(lokiLines(2_500)));
    const { records, truncated } = await look([use()], { maxRecords: 20 });
    assert.deepEqual([records.length, truncated, loki.authorizations.length], [20, true, 3]);
    assert.match(records[0]?.text ?? '', /failed 0/);
    assert.match(records.at(-1)?.text ?? '', /failed 2499/);
  });

  it('report that there are more of one moment than they give at a time', async () => {
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
    ['answer a page', (_, response) => response.end('<html>Log in</html>'), /^Its answer is not one of Grafana Loki\.$/],
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

  it('are left between two of their records, too', async () => {
    const abort = new AbortController();
    loki.answerWith(answerLoki(lokiLines(1_000).map(({ ns, text }) => ({ ns, text: text + ' and more'.repeat(2_000) }))));
    const findCodes: typeof known.findCodes = (...asked) => {
      setImmediate(() => abort.abort());
      return known.findCodes(...asked);
    };
    const watched = { ...known, findCodes };
    const { records } = await look([use()], { signal: abort.signal, recogniser: () => Promise.resolve(watched) });
    assert.ok(records.length < 1_000, `${records.length} records`);
  });

  it('get credentials only with https or within the machine', async () => {
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

  it('are not sent credentials that no header can hold, and no message has them', async () => {
    for (const unsendable of ['Bearer hunter2\nX-Other: 1', 'Bearer hunter2€']) {
      let isRefused = false;
      const { skipped } = await look([{ ...use({}, unsendable), onRefused: () => (isRefused = true) }]);
      assert.deepEqual(skipped, [
        { file: 'logs (Grafana Loki)', reason: 'There is a character in its credentials that cannot be sent.' },
      ]);
      assert.deepEqual([isRefused, loki.authorizations], [true, []]);
    }
  });

  it('are asked for all pages, and about all ids, when they report that a part is missing', async () => {
    const answer = answerLoki(lokiLines(1_500));
    loki.answerWith((request, response) => {
      const end = response.end.bind(response);
      response.end = ((body: string) => end(JSON.stringify({ ...JSON.parse(body), warnings: ['a store is away'] }))) as never;
      answer(request, response);
    });
    const { found, skipped } = await look([use()], { requestIds: ['failed 0', 'failed'] });
    assert.deepEqual(
      found.map(({ records }) => records.length),
      [1, 1_500],
    );
    assert.deepEqual(skipped, [{ file: 'logs (Grafana Loki)', reason: 'It says: a store is away' }]);
  });

  it('have their records in the order that they were logged in, within a millisecond and at one time', async () => {
    const at = [0n, 100n, 100n, 200n];
    const lines = at.map((ns, index) => ({ ns: 1_777_896_000_000_000_000n + ns, text: `step ${index} ${id}` }));
    loki.answerWith(answerLoki(lines.toReversed()));
    const { records } = await look([use()]);
    assert.deepEqual(
      buildTimeline(records, id).entries.map(({ text }) => text.slice(0, 6)),
      ['step 0', 'step 1', 'step 2', 'step 3'],
    );
  });

  it('may give an invalid time: the record is kept without one', async () => {
    const hit = { _source: { message: `failed ${id}` }, sort: [9e15] };
    loki.answerWith((_, response) => response.end(JSON.stringify({ hits: { hits: [hit] } })));
    const { records, skipped } = await look([useEngine({ type: 'elasticsearch', url: loki.address })]);
    assert.deepEqual([records.map(({ record: { time } }) => time), skipped], [[undefined], []]);
  });

  it('have records of several lines, with the id anywhere, behind any letters', async () => {
    const text = `${'İ'.repeat(60)}\nlevel=error request_id=${id}\n`;
    loki.answerWith(answerLoki([{ ns: BigInt(now) * 1_000_000n, text }]));
    assert.deepEqual(
      (await look([use()])).records.map(({ line, record: { level } }) => [line, level]),
      [[2, 'error']],
    );
  });

  it('are named as they are, however the names of files are shown, and however many', async () => {
    loki.answerWith((_, response) => response.writeHead(500).end());
    // More than are named.
    for (let number = 0; number < 250; number += 1) writeFileSync(path.join(folder, `${number}.log.lz4`), '');
    const { skipped } = await look([use()], { displayPath: (file) => `workspace/${file}` });
    assert.ok(skipped.length > 200 && skipped.length < 250);
    const ofEngines = skipped.filter(({ file }) => !file.startsWith('workspace/') && file !== '');
    assert.deepEqual(ofEngines, [{ file: 'logs (Grafana Loki)', reason: 'It answered 500' }]);
  });

  it('leave no failure without a listener, while files are read', async () => {
    writeFileSync(path.join(folder, 'app.log'), 'x'.repeat(1_000_000));
    let asked = 0;
    const recogniser = () => (asked++ === 0 ? Promise.reject(new Error('broken')) : Promise.resolve(known));
    // Without a listener this would end the process.
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', listener);
    await assert.rejects(look([use()], { recogniser }), /^Error: broken$/);
    process.off('unhandledRejection', listener);
    assert.deepEqual(unhandled, []);
  });

  it('keep records that hold the id, and not those that only have its words', async () => {
    const texts = [`Failed ${id.toUpperCase().replace('A', 'a')}`, `failed ${id.replaceAll('-', ' ')}`];
    loki.answerWith(answerLoki(texts.map((text, index) => ({ ns: BigInt(now - index) * 1_000_000n, text }))));
    assert.deepEqual(
      (await look([use()])).records.map(({ text }) => text),
      texts.slice(0, 1),
    );
  });
});
