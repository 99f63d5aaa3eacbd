import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { searchLogs } from '../../server/src/adapters/searchLogs.ts';
import { readEngineSettings } from '../../server/src/service/engines/engineSettings.ts';
import type { EngineUse, LogSearchRequest } from '../../server/src/service/logs/logSearch.ts';
import { id, logLine, recogniser } from './support/useLogFolder.ts';
import { type Answer, answerLoki, useLoki } from './support/useLoki.ts';

const now = Date.UTC(2026, 4, 4, 13);
const secret = 'Bearer hunter2hunter2';

/** Records of a Loki of its own, one a millisecond, the last one first. */
const lokiLines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ns: BigInt(Date.UTC(2026, 4, 4, 12) + count - index) * 1_000_000n,
    text: `level=error msg="failed ${index}" status=402 request_id=${id}`,
  }));

describe('log engines', function () {
  this.timeout(20_000);
  const loki = useLoki();
  const other = useLoki();
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'engines-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const use = (changes: Partial<EngineUse> = {}, entry: object = {}): EngineUse => {
    const [setting] = readEngineSettings({ logs: { type: 'loki', url: loki.address, ...entry } }, () => assert.fail());
    assert.ok(setting);
    return { setting, ...changes };
  };
  const look = async (engines: readonly EngineUse[], changes: Partial<LogSearchRequest> = {}) => {
    const result = await searchLogs({
      requestIds: [id],
      roots: [folder],
      openDocuments: [],
      globs: [],
      engines,
      recogniser: () => Promise.resolve(recogniser),
      maxRecords: 10_000,
      now,
      displayPath: (file) => path.basename(file),
      signal: new AbortController().signal,
      ...changes,
    });
    return { ...result, records: result.found[0]?.records ?? [], truncated: result.found[0]?.truncated };
  };

  it('are asked beside the files, and give records with their own name, service and time', async () => {
    writeFileSync(path.join(folder, 'app.log'), logLine(1));
    loki.answerWith(answerLoki(lokiLines(1)));
    const { records, skipped } = await look([use()]);
    assert.deepEqual(skipped, []);
    assert.deepEqual(
      records.map(({ source, file, uri, record: { level, status, time } }) => [
        source,
        file,
        uri !== undefined,
        level,
        status,
        time,
      ]),
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
      const { records, skipped } = await look([use(), use({}, { url: other.address })]);
      assert.equal(records.length, 1);
      assert.deepEqual(
        skipped.map(({ file }) => file),
        ['logs (Grafana Loki)'],
      );
      assert.match(skipped[0]?.reason ?? '', reason);
    });

  it('are left when the search is cancelled', async () => {
    const abort = new AbortController();
    loki.answerWith(() => abort.abort());
    const { cancelled, skipped } = await look([use()], { signal: abort.signal });
    assert.deepEqual([cancelled, skipped], [true, []]);
  });

  it('get credentials with https or within the machine alone', async () => {
    loki.answerWith(answerLoki(lokiLines(1)));
    assert.equal((await look([use({ authorization: secret })])).records.length, 1);
    assert.equal(loki.authorizations[0], secret);
    const { skipped } = await look([use({ authorization: secret }, { url: 'http://logs.example.com' })]);
    assert.match(skipped[0]?.reason ?? '', /^Its credentials are only sent with https/);
  });

  it('name credentials that do not count', async () => {
    loki.answerWith((_, response) => response.writeHead(403).end('no access'));
    const { skipped } = await look([use({ authorization: secret })]);
    assert.equal(skipped[0]?.reason, 'It answered 403: no access. Its credentials do not count there.');
  });

  describe('of a file, on the command line', () => {
    const run = async (text: string, credentials = '', args: readonly string[] = []) => {
      writeFileSync(path.join(folder, 'engines.yaml'), text);
      const command = [path.resolve('dist/cli.cjs'), 'lookup', id, '--engines', 'engines.yaml', ...args];
      const env = { ...process.env, API_ERROR_CODES_CREDENTIALS: credentials };
      const child = spawn(process.execPath, command, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      const [status] = (await once(child, 'close')) as [number];
      return { status, stdout, stderr };
    };
    // The command line looks back from today.
    const recent = () => [{ ns: BigInt(Date.now() - 60_000) * 1_000_000n, text: `failed, request_id=${id}` }];

    it('are asked, with the credentials for their address', async () => {
      loki.answerWith(answerLoki(recent()));
      const credentials = `https://other.example.com Bearer other\n${loki.address}/ ${secret}\n`;
      const { status, stdout, stderr } = await run(`production: { type: loki, url: "${loki.address}" }`, credentials);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /\n\S+ \S+ UTC {2}production\/api\n/);
      assert.match(stdout, /Searched 0 files, 0 bytes, production \(Grafana Loki, last 7 days\)\.\n$/);
      assert.equal(loki.authorizations[0], secret);
    });

    it('get none of another address, whatever their name', async () => {
      loki.answerWith(answerLoki([]));
      const { status, stdout } = await run(
        `production: { type: loki, url: "${loki.address}", days: 1 }`,
        `https://logs.example.com ${secret}`,
      );
      assert.deepEqual([status, loki.authorizations[0]], [1, undefined]);
      assert.match(stdout, /^No record of \S+ in 0 files, 0 bytes, production \(Grafana Loki, last day\)\.\n$/);
    });

    it('stand in JSON', async () => {
      loki.answerWith(answerLoki(recent()));
      const { stdout } = await run(`production: { type: loki, url: "${loki.address}" }`, '', ['--format', 'json']);
      const { records, searched } = JSON.parse(stdout) as {
        records: { source: string; file: string }[];
        searched: { engines: string[] };
      };
      assert.deepEqual(
        [records.map(({ source, file }) => [source, file]), searched.engines],
        [[['production', 'production/api']], ['production']],
      );
    });

    it('are not guessed at where the file is wrong', async () => {
      const wrong = await run('production: { type: lokki, url: https://logs.example.com }');
      assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
      assert.match(wrong.stderr, /^engines\.yaml:1:15: production\.type must be one of elasticsearch, loki, victorialogs\.\n$/);
      assert.deepEqual((await run('')).stderr, 'engines.yaml: There is no log engine in it.\n');
      const told = await run(`production: { type: loki, url: "${loki.address}" }`, `${secret}\n`);
      assert.match(told.stderr, /^API_ERROR_CODES_CREDENTIALS: Line 1 is not an address/);
      assert.ok(!told.stderr.includes('hunter2'));
    });
  });
});
