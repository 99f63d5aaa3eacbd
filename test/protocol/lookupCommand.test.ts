import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

describe('api-error-codes lookup', function () {
  this.timeout(20_000);
  let folder = '';
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', ...args], { cwd: folder, encoding: 'utf8' });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    mkdirSync(path.join(folder, 'logs'));
    writeFileSync(
      path.join(folder, 'logs', 'http.jsonl'),
      `{"level":30,"time":"2026-05-04T12:00:02Z","msg":"x"}\n{"level":50,"time":"2026-05-04T12:00:01.5Z","status":402,"code":"INSUFFICIENT_CREDITS","request_id":"${id}"}\n`,
    );
    writeFileSync(path.join(folder, 'app.log.1.gz'), gzipSync(`2026-05-04T12:00:00Z INFO started request_id=${id}\n`));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('prints JSON of the documented shape', () => {
    const { status, stdout, stderr } = run(id, '--format', 'json');
    assert.equal(status, 0, stderr);
    const answer = JSON.parse(stdout) as { searched: { bytes: number } };
    assert.ok(answer.searched.bytes > 0);
    assert.deepEqual(answer, {
      version: 1,
      requestId: id,
      records: [
        {
          source: 'file',
          file: 'app.log.1.gz',
          line: 1,
          time: '2026-05-04T12:00:00.000Z',
          level: 'info',
          status: null,
          code: null,
          text: `2026-05-04T12:00:00Z INFO started request_id=${id}`,
        },
        {
          source: 'file',
          file: 'logs/http.jsonl',
          line: 2,
          time: '2026-05-04T12:00:01.500Z',
          level: 'error',
          status: 402,
          code: 'INSUFFICIENT_CREDITS',
          text: `{"level":50,"time":"2026-05-04T12:00:01.5Z","status":402,"code":"INSUFFICIENT_CREDITS","request_id":"${id}"}`,
        },
      ],
      searched: { files: 2, bytes: answer.searched.bytes },
      skipped: [],
      truncated: false,
    });
  });

  it('prints a timeline for people, with the documented cause', () => {
    const { status, stdout } = run(id);
    assert.equal(status, 0);
    assert.match(stdout, /2 records over 1\.5 s/);
    assert.match(stdout, /\+1\.5 s {2}error {2}402 {2}INSUFFICIENT_CREDITS {2}logs\/http\.jsonl:2/);
    assert.match(stdout, /INSUFFICIENT_CREDITS \(402\), Pikzels API: API balance is too low/);
    assert.match(stdout, /Searched 2 files/);
  });

  it('keeps control characters of a log from the terminal', () => {
    writeFileSync(path.join(folder, 'evil.log'), `\u001b]0;title\u0007 ${id}\n`);
    assert.doesNotMatch(run(id, 'evil.log').stdout, /[\u001b\u0007]/);
  });

  it('answers 1 when nothing is found', () => {
    const { status, stdout } = run('no-such-id-1');
    assert.equal(status, 1);
    assert.match(stdout, /No record of no-such-id-1 in 2 files/);
  });

  it('answers 2 when something could not be read, and names it', () => {
    writeFileSync(path.join(folder, 'bad.log.gz'), 'no gzip');
    const { status, stdout, stderr } = run(id, '--format', 'json');
    assert.equal(status, 2);
    assert.match(stderr, /^bad\.log\.gz: The compressed data is damaged\.$/m);
    const answer = JSON.parse(stdout) as { records: unknown[]; skipped: unknown[] };
    assert.equal(answer.records.length, 2);
    assert.deepEqual(answer.skipped, [{ file: 'bad.log.gz', reason: 'The compressed data is damaged.' }]);
  });

  it('answers 2 on wrong usage', () => {
    assert.equal(run('').status, 2);
    assert.equal(run(id, '--format', 'xml').status, 2);
    assert.equal(run(id, 'missing').status, 2);
  });
});
