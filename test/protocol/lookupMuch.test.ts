import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

describe('api-error-codes lookup in much text', function () {
  this.timeout(20_000);
  let folder = '';
  const command = [path.resolve('dist/cli.cjs'), 'lookup'];
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [...command, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds little of a line of 150 MB in memory', function () {
    if (process.platform !== 'linux') this.skip();
    const file = path.join(folder, 'long.log');
    for (const part of [Buffer.alloc(75_000_000, 'x'), ` ${id} `, Buffer.alloc(75_000_000, 'y')]) appendFileSync(file, part);
    // The shell's limit counts for ripgrep as well, on data that a process has, files aside.
    const { status, stdout } = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -d 130000; exec "$@"',
        'sh',
        process.execPath,
        '--jitless',
        path.resolve('dist/cli.cjs'),
        'lookup',
        id,
        file,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(status, 0);
    assert.match(stdout, /1 record/);
  });

  it('keeps no more of thousands of records than is shown of them', () => {
    const lines = Array.from({ length: 3_000 }, (_, number) => `2026-05-04T12:00:00Z INFO step=${number} ${id}\n`);
    writeFileSync(path.join(folder, 'busy.log'), lines.join(''));
    // The text around them all would be four times as much.
    const memory = '--max-old-space-size=100';
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [memory, path.resolve('dist/cli.cjs'), 'lookup', id, 'busy.log', '--max-records', '3000', '--format', 'json'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 },
    );
    assert.equal(status, 0, stderr);
    assert.equal((JSON.parse(stdout) as { records: unknown[] }).records.length, 3_000);
  });

  it('needs no more addresses than a limit leaves, which WebAssembly reserves many of', function () {
    if (process.platform !== 'linux') this.skip();
    writeFileSync(path.join(folder, 'app.log'), `2026-05-04T12:00:00Z INFO ${id}\n`);
    const limited = ['-c', 'ulimit -v 8000000 && exec "$0" "$@"', process.execPath, ...command, id];
    const { status, stdout, stderr } = spawnSync('sh', limited, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /app\.log:1/);
  });

  describe('in thousands of small files', () => {
    const small = (): number => {
      let bytes = 0;
      const put = (name: string, content: string | Buffer) => {
        writeFileSync(path.join(folder, name), content);
        bytes += Buffer.byteLength(content);
      };
      for (let number = 0; number < 2_500; number++) put(`${number}.log`, `x${number}\n`);
      put('wide.log', Buffer.from(`2026-05-04T12:00:03Z INFO ${id}\n`, 'utf16le'));
      put('empty.log', '');
      put('.HIDDEN.LOG', `2026-05-04T12:00:04Z INFO ${id}\n`);
      put('old.log-20260504', `2026-05-04T12:00:05Z INFO ${id}\n`);
      mkdirSync(path.join(folder, 'node_modules'));
      writeFileSync(path.join(folder, 'node_modules', 'other.log'), `${id}\n`);
      writeFileSync(path.join(folder, 'notes.txt'), `${id}\n`);
      const packed = `2026-05-04T12:00:00Z INFO started request_id=${id}\n`;
      writeFileSync(path.join(folder, 'app.log.1.gz'), gzipSync(packed));
      return bytes + Buffer.byteLength(packed);
    };
    const found = ['app.log.1.gz', 'wide.log', '.HIDDEN.LOG', 'old.log-20260504'];
    const look = () => {
      const { status, stdout, stderr } = run(id, '--format', 'json');
      assert.equal(status, 0, stderr);
      const { records, searched } = JSON.parse(stdout) as {
        records: { file: string }[];
        searched: { files: number; bytes: number };
      };
      return { files: records.map(({ file }) => file), searched };
    };

    it('finds it in any encoding, and counts what was searched', () => {
      const bytes = small();
      assert.deepEqual(look(), { files: found, searched: { files: 2_505, bytes, otherFiles: 1 } });
    });

    it('finds it in a large one among them as well', () => {
      small();
      writeFileSync(path.join(folder, 'large.log'), `${'y\n'.repeat(300_000)}2026-05-04T12:00:06Z INFO ${id}\n`);
      const { files, searched } = look();
      assert.deepEqual(files, [...found, 'large.log']);
      assert.equal(searched.files, 2_506);
    });
  });

  it('finds a UUID in large files among thousands that end alike, in either case', () => {
    const at = (uuid: string) => `2026-05-04T12:00:00Z INFO ${uuid}\n`;
    const others = Array.from({ length: 4_000 }, (_, number) =>
      at(id.replace(/^.{8}/, `a${String(number).padStart(7, '0')}`)),
    ).join('');
    writeFileSync(path.join(folder, 'large.log'), others + at(id.toUpperCase()) + others + at(id));
    const { records } = JSON.parse(run(id, 'large.log', '--format', 'json').stdout) as { records: { line: number }[] };
    assert.deepEqual(
      records.map(({ line }) => line),
      [4_001, 8_002],
    );
  });
});
