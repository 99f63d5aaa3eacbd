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
  const command = [path.resolve('dist/cli.cjs'), 'lookup'];
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [...command, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });

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
      related: [],
      total: 2,
      searched: { files: 2, bytes: answer.searched.bytes, otherFiles: 0 },
      skipped: [],
      truncated: false,
      leftOut: 0,
      cancelled: false,
    });
  });

  it('prints a timeline for people, with the documented cause', () => {
    const { status, stdout } = run(id);
    assert.equal(status, 0);
    assert.match(stdout, /2 records in 1\.5 s/);
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
    writeFileSync(path.join(folder, 'bad.log.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]));
    const { status, stdout, stderr } = run(id, '--format', 'json');
    assert.equal(status, 2);
    assert.match(stderr, /^bad\.log\.gz: The compressed data is damaged\.$/m);
    const answer = JSON.parse(stdout) as { records: unknown[]; skipped: unknown[] };
    assert.equal(answer.records.length, 2);
    assert.deepEqual(answer.skipped, [{ file: 'bad.log.gz', reason: 'The compressed data is damaged.' }]);
  });

  describe('with --ids-file', () => {
    const other = 'req-1';

    it('finds all in one pass, grouped, and answers 0', () => {
      writeFileSync(path.join(folder, 'more.log'), `2026-05-04T12:00:03Z WARN slow ${other} ${id}\n`);
      writeFileSync(path.join(folder, 'ids.txt'), `# from support\r\n\r\n  ${other}\r\n${id}\r\n${other}\r\n`);
      const { status, stdout, stderr } = run('--ids-file', 'ids.txt', '.', '--format', 'json');
      assert.equal(status, 0, stderr);
      const answer = JSON.parse(stdout) as {
        lookups: { requestId: string; records: { file: string; line: number }[]; truncated: boolean }[];
        searched: { files: number; bytes: number };
      };
      assert.deepEqual(
        answer.lookups.map(({ requestId, records, truncated }) => [requestId, records.map(({ file }) => file), truncated]),
        [
          [other, ['more.log'], false],
          [id, ['app.log.1.gz', 'logs/http.jsonl', 'more.log'], false],
        ],
      );
      assert.deepEqual(
        { ...answer, lookups: [] },
        {
          version: 1,
          lookups: [],
          searched: { files: 3, bytes: answer.searched.bytes, otherFiles: 1 },
          skipped: [],
          truncated: false,
          cancelled: false,
        },
      );
      const pretty = run('--ids-file', 'ids.txt').stdout;
      assert.match(pretty, new RegExp(`^${other}: 1 record\n[^]*\n${id}: 3 records in 3\\.0 s\n[^]*Searched 3 files`));
    });

    it('reads the ids from standard input, and answers 1 when one of them is not found', () => {
      const { status, stdout } = spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', '--ids-file', '-'], {
        cwd: folder,
        encoding: 'utf8',
        input: `\uFEFF${id}\nno-such-id-1\n`,
      });
      assert.equal(status, 1);
      assert.match(stdout, /: 2 records[^]*No record of no-such-id-1 in 2 files/);
    });

    it('reports that there are too many ids, or none, and exits with 2', () => {
      const ids = Array.from({ length: 10_001 }, (_, index) => `id-${index}`);
      writeFileSync(path.join(folder, 'many.txt'), [id, ...ids].join('\n'));
      const many = run('--ids-file', 'many.txt', '--format', 'json');
      assert.equal(many.status, 2);
      assert.equal(many.stderr, 'many.txt:10001: Only the first 10000 request ids are looked up.\n');
      assert.equal((JSON.parse(many.stdout) as { lookups: unknown[] }).lookups.length, 10_000);
      writeFileSync(path.join(folder, 'none.txt'), '# nothing\n');
      const none = run('--ids-file', 'none.txt');
      assert.deepEqual([none.status, none.stderr], [2, 'none.txt: There is no request id in it.\n']);
      const missing = run('--ids-file', 'missing.txt');
      assert.deepEqual([missing.status, missing.stderr], [2, 'missing.txt: The file does not exist.\n']);
    });

    it('calls nothing missing because others fill the memory that is kept', () => {
      const ids = Array.from({ length: 4_000 }, (_, index) => `req-${10_000 + index}`);
      writeFileSync(path.join(folder, 'ids.txt'), ids.join('\n'));
      writeFileSync(
        path.join(folder, 'long.log'),
        ids.map((each) => `2026-05-04T12:00:03Z INFO ${each} ${'x '.repeat(4_000)}\n`).join(''),
      );
      const { status, stdout } = run('--ids-file', 'ids.txt', 'long.log');
      assert.equal(status, 0);
      assert.ok(!stdout.includes('No record of'));
      assert.match(stdout, /^req-13999: 1 record$/m);
    });

    it('calls nothing missing because no records are to be kept', () => {
      writeFileSync(path.join(folder, 'ids.txt'), `${id}\nno-such-id-1\n`);
      const { status, stdout } = run('--ids-file', 'ids.txt', '--max-records', '0');
      assert.equal(status, 1);
      assert.match(stdout, new RegExp(`^${id}: 0 records\n\nThere are records; none of them is kept`, 'm'));
      assert.match(stdout, /^No record of no-such-id-1 in /m);
      assert.equal(run(id, '--max-records', '0').status, 0);
    });

    it('keeps a bounded number of records of each id', () => {
      writeFileSync(path.join(folder, 'ids.txt'), `${id}\n${other}\n`);
      writeFileSync(path.join(folder, 'many.log'), `2026-05-04T12:00:03Z INFO ${id}\n`.repeat(50_000) + `${other}\n`);
      const { status, stdout } = run('--ids-file', 'ids.txt', 'many.log', '--max-records', '10', '--format', 'json');
      assert.equal(status, 0);
      const { lookups, truncated } = JSON.parse(stdout) as {
        lookups: { records: unknown[]; truncated: boolean }[];
        truncated: boolean;
      };
      assert.deepEqual(
        lookups.map((lookup) => [lookup.records.length, lookup.truncated]),
        [
          [10, true],
          [1, false],
        ],
      );
      assert.equal(truncated, true);
    });
  });

  it('explains what to do where there are no logs', () => {
    mkdirSync(path.join(folder, 'empty'));
    const { status, stdout } = run(id, 'empty');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^No record of \S+ in 0 files, 0 bytes\.\nThere are no logs here by their names .* name files or folders/,
    );
    writeFileSync(path.join(folder, 'empty', 'a.log'), 'x\n');
    assert.doesNotMatch(run(id, 'empty').stdout, /no logs here/);
  });

  it('knows the codes of a catalogue that the folder has of its own, wherever the logs are', () => {
    mkdirSync(path.join(folder, 'docs', 'api'), { recursive: true });
    writeFileSync(
      path.join(folder, 'docs', 'api', 'shop.error-codes.yaml'),
      'id: shop\ntitle: Shop API\ncodes:\n  - code: OUT_OF_STOCK\n    cause: None is left.\n',
    );
    writeFileSync(path.join(folder, 'shop.log'), `2026-05-04T12:00:05Z ERROR failed with OUT_OF_STOCK ${id}\n`);
    for (const where of ['.', 'shop.log']) assert.match(run(id, where, '--format', 'json').stdout, /"code": ?"OUT_OF_STOCK"/);
  });

  it('searches what the configuration file of the folder names, and outside of it what the user names', () => {
    const other = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    try {
      writeFileSync(path.join(other, 'far.log'), `2026-05-04T12:00:07Z INFO ${id}\n`);
      writeFileSync(path.join(folder, 'app.trace'), `2026-05-04T12:00:06Z INFO ${id}\n`);
      writeFileSync(
        path.join(folder, 'api-error-codes.json'),
        JSON.stringify({ logs: { files: ['*.trace'] }, lookup: { folders: [other], maxRecords: 2 } }),
      );
      const { records, truncated } = JSON.parse(run(id, '--format', 'json', '--max-records', '10').stdout) as {
        records: { file: string }[];
        truncated: boolean;
      };
      assert.deepEqual(
        records.map(({ file }) => path.basename(file)),
        ['app.log.1.gz', 'http.jsonl', 'app.trace'],
      );
      assert.equal(truncated, false);
      const { stderr, status } = run(id);
      assert.ok(stderr.includes(`lookup.folders names ${other}, which lies outside of the folder`), stderr);
      assert.equal(status, 2);
      assert.match(run(id, '.', other, '--max-records', '10').stdout, /far\.log/);
      assert.match(run(id, '--format', 'json').stdout, /"truncated": ?true/);
      // Only the named paths are searched.
      assert.doesNotMatch(run(id, '.').stdout, /far\.log/);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('answers 2 on wrong usage', () => {
    assert.equal(run().status, 2);
    assert.equal(run('x'.repeat(2_000)).status, 2);
    assert.equal(run('').status, 2);
    assert.equal(run(id, '--format', 'xml').status, 2);
    assert.equal(run(id, 'missing').status, 2);
  });
});
