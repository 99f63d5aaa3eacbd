import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { id } from './support/useLogFolder.ts';
import { answerLoki, useEngineServer } from './support/useEngineServer.ts';

const secret = 'Bearer hunter2hunter2';

describe('log engines of a file, on the command line', function () {
  this.timeout(20_000);
  const loki = useEngineServer();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'engines-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
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
    const { status, stdout, stderr } = await run(`production: { type: loki, fields: none, url: "${loki.address}" }`, credentials);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /\n\S+ \S+ UTC {2}production\/api\n/);
    assert.match(stdout, /Searched 0 files, 0 bytes, production \(Grafana Loki, last 7 days\)\.$/m);
    assert.equal(loki.authorizations[0], secret);
  });

  it('get none of a different address, even with the same name', async () => {
    loki.answerWith(answerLoki([]));
    const { status, stdout } = await run(
      `production: { type: loki, fields: none, url: "${loki.address}", days: 1 }`,
      `https://logs.example.com ${secret}`,
    );
    assert.deepEqual([status, loki.authorizations[0]], [1, undefined]);
    assert.match(stdout, /^No record of \S+ in 0 files, 0 bytes, production \(Grafana Loki, last day\)\.$/m);
  });

  it('are in JSON', async () => {
    loki.answerWith(answerLoki(recent()));
    const { stdout } = await run(`production: { type: loki, fields: none, url: "${loki.address}" }`, '', ['--format', 'json']);
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
    assert.match(
      wrong.stderr,
      /^engines\.yaml:1:15: production\.type must be one of cloudwatch, datadog, elasticsearch, jaeger, loki, tempo, victorialogs, zipkin\.\n$/,
    );
    assert.deepEqual((await run('')).stderr, 'engines.yaml: There is no log engine in it.\n');
    const told = await run(`production: { type: loki, fields: none, url: "${loki.address}" }`, `${secret}\n`);
    assert.match(told.stderr, /^API_ERROR_CODES_CREDENTIALS: Line 1 is not an address/);
    assert.ok(!told.stderr.includes('hunter2'));
  });
});
