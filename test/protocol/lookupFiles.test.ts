import assert from 'node:assert/strict';
import { chmodSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib, { gzipSync } from 'node:zlib';
import { findProgram } from '../../server/src/adapters/programs/findProgram.ts';
import { readExcerpt } from '../../server/src/adapters/logReading/excerpt.ts';
import { id, logLine, places, useLogFolder } from './support/useLogFolder.ts';

describe('searchLogs on unusual files', function () {
  this.timeout(20_000);
  const logs = useLogFolder();

  it('names what it cannot read, and finds the rest', async () => {
    logs.put('good.log', logLine(1));
    logs.put('corrupt.log.gz', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from('not compressed at all')]));
    const whole = gzipSync(`${logLine(2)}${Array.from({ length: 20_000 }, (_, index) => `${index * 7919}\n`).join('')}`);
    logs.put('cut.log.gz', whole.subarray(0, whole.length / 2));
    const result = await logs.search({ roots: [logs.root, path.join(logs.root, 'missing')] });
    assert.deepEqual(places(result), ['cut.log.gz:1', 'good.log:1']);
    assert.deepEqual(
      [...result.skipped].sort((a, b) => a.file.localeCompare(b.file)),
      [
        { file: 'corrupt.log.gz', reason: 'The compressed data is damaged.' },
        { file: 'cut.log.gz', reason: 'The compressed data ends too early.' },
        { file: 'missing', reason: 'The file does not exist.' },
      ],
    );
  });

  it('takes the year of a time without one from when the file was written', async () => {
    const line = `Dec 31 23:59:59 web app[1]: request_id=${id}\n`;
    logs.put('small.log', line);
    logs.put('large.log', `${'Dec 31 23:00:00 web app[1]: filler\n'.repeat(3_000)}${line}`);
    logs.put('packed.log.gz', gzipSync(line));
    for (const file of ['small.log', 'large.log', 'packed.log.gz'])
      utimesSync(path.join(logs.root, file), new Date('2024-02-10'), new Date('2024-02-10'));
    const small = path.join(logs.root, 'small.log');
    for (const openDocuments of [[], [{ uri: pathToFileURL(small).href, path: small, text: line }]]) {
      const { records } = await logs.search({ openDocuments });
      assert.deepEqual(
        records.map(({ record }) => record.time?.ms),
        records.map(() => Date.UTC(2023, 11, 31, 23, 59, 59)),
      );
      assert.equal(records.length, 3);
    }
    // A time in the future is not believed.
    utimesSync(small, new Date('2031-01-01'), new Date('2031-01-01'));
    const { records } = await logs.search({ roots: [small], openDocuments: [{ uri: 'untitled:1', text: line }] });
    assert.deepEqual(
      records.map(({ record }) => record.time?.ms),
      records.map(() => Date.UTC(2025, 11, 31, 23, 59, 59)),
    );
  });

  it('names logs that are compressed in a way that it does not read', async () => {
    logs.put('good.log', logLine(1));
    for (const file of ['app.log.1.lz4', 'app.log.br', 'app.log.2.7Z', 'pictures.7z']) logs.put(file, 'x');
    const result = await logs.search();
    assert.deepEqual([places(result), result.files], [['good.log:1'], 1]);
    const reason = 'It is compressed in a way that is not read here: decompress it, or compress it with gzip, zstd, bzip2 or xz.';
    assert.deepEqual(
      [...result.skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
      ['app.log.1.lz4', 'app.log.2.7Z', 'app.log.br'].map((file) => ({ file, reason })),
    );
  });

  for (const [name16, bom] of [
    ['with a byte order mark', '\uFEFF'],
    ['without one', ''],
  ] as const) {
    for (const filler of [0, 40_000]) {
      it(`reads UTF-16 ${name16} in ${filler === 0 ? 'small' : 'large'} files, and gives the right places`, async () => {
        const text = `${bom}2026-05-04T12:00:00Z INFO é\r\n${'Ċ filler\n'.repeat(filler)}${logLine(1, 'ü 😀')}`;
        const little = Buffer.from(text, 'utf16le');
        logs.put('little.log', little);
        logs.put('big.log', Buffer.from(little).swap16());
        logs.put('packed.log.gz', gzipSync(little));
        const result = await logs.search();
        const at = 2 * text.indexOf(id);
        assert.deepEqual(
          result.records
            .map(({ file, line: number, offset }) => [file, number, offset])
            .sort((a, b) => String(a).localeCompare(String(b))),
          [
            ['big.log', filler + 2, at],
            ['little.log', filler + 2, at],
            ['packed.log.gz', filler + 2, at],
          ],
        );
        for (const { text: found, file } of result.records) {
          assert.match(found, /^2026-05-04T12:00:01Z INFO ü 😀 request_id=/);
          const excerpt = await readExcerpt(path.join(logs.root, file), at, filler + 2, new AbortController().signal);
          assert.ok(excerpt.text.split('\n')[filler + 2 - excerpt.firstLine]?.includes(id), file);
        }
        assert.deepEqual(result.skipped, []);
      });
    }
  }

  it('shows a record at the beginning of a file without its byte order mark', async () => {
    logs.put('a.log', `\uFEFF${logLine(1, 'first').replaceAll('\n', '\r\n')}`);
    const { records } = await logs.search();
    assert.deepEqual(
      records.map(({ text, record }) => [text, record.level]),
      [[logLine(1, 'first').trimEnd(), 'info']],
    );
  });

  it('finds every record among invalid bytes and carriage returns', async () => {
    const damage = Buffer.from([0xff, 0xc3, 0x28, 0xe2, 0x82]);
    const record = (second: number) => [Buffer.from(`2026-05-04T12:00:0${second}Z INFO `), damage, Buffer.from(` ${id}\r\n`)];
    const content = [1, 2, 3, 4].flatMap(record);
    logs.put('a.log', Buffer.concat(content));
    logs.put('b.log', Buffer.concat([...content, Buffer.alloc(200_000, 'x\r\n')]));
    const result = await logs.search();
    assert.deepEqual(places(result), ['a.log:1', 'a.log:2', 'a.log:3', 'a.log:4', 'b.log:1', 'b.log:2', 'b.log:3', 'b.log:4']);
    assert.ok(result.records.every(({ text }) => text.startsWith('2026-05-04') && text.includes(id)));
  });

  it('follows no links, and names those that lead out', async function () {
    logs.put('outside/x.log', logLine(1));
    logs.put('in/a.log', logLine(2));
    try {
      symlinkSync(path.join(logs.root, 'outside'), path.join(logs.root, 'in', 'out'));
      symlinkSync(path.join(logs.root, 'in'), path.join(logs.root, 'in', 'circle'));
      symlinkSync(path.join(logs.root, 'outside', 'x.log'), path.join(logs.root, 'in', 'link.log'));
      symlinkSync('loop', path.join(logs.root, 'in', 'loop'));
      symlinkSync('a.log', path.join(logs.root, 'in', 'current.log'));
    } catch {
      this.skip();
    }
    const result = await logs.search({ roots: [path.join(logs.root, 'in')] });
    assert.deepEqual(places(result), ['in/a.log:1']);
    const out = 'It is a symbolic link out of the searched folders, which is not followed.';
    assert.deepEqual(
      [...result.skipped].sort((a, b) => a.file.localeCompare(b.file)),
      [
        { file: 'in/link.log', reason: out },
        { file: 'in/loop', reason: 'It is a symbolic link in a circle.' },
        { file: 'in/out', reason: out },
      ],
    );
  });

  it('reads what is left of a compressed file with damage between its members, and names it', async () => {
    logs.put('two.log.gz', Buffer.concat([gzipSync(logLine(1)), gzipSync(logLine(2)), Buffer.alloc(600)]));
    logs.put('junk.log.gz', Buffer.concat([gzipSync(logLine(1)), Buffer.from('junk'), gzipSync(logLine(2))]));
    logs.put('zeros.log.gz', Buffer.concat([gzipSync(logLine(1)), Buffer.alloc(9), Buffer.from('junk')]));
    const numbers = Array.from({ length: 200_000 }, (_, index) => `${index * 7919}\n`).join('');
    const late = gzipSync(`${logLine(1)}${numbers}${logLine(2)}${'x'.repeat(9)}`);
    logs.put('late.log.gz', Buffer.concat([late.subarray(0, -8), Buffer.from('87654321')]));
    const result = await logs.search();
    assert.deepEqual(places(result), [
      'junk.log.gz:1',
      'late.log.gz:1',
      'late.log.gz:200002',
      'two.log.gz:1',
      'two.log.gz:2',
      'zeros.log.gz:1',
    ]);
    assert.deepEqual(
      [...result.skipped].sort((a, b) => a.file.localeCompare(b.file)),
      [
        { file: 'junk.log.gz', reason: 'The compressed data is damaged.' },
        { file: 'late.log.gz', reason: 'The compressed data is damaged.' },
        { file: 'zeros.log.gz', reason: 'There is more data after the end of the compressed data, which cannot be read.' },
      ],
    );
  });

  it('shows the surroundings of a record right before the damage of a compressed file', async () => {
    const packed = gzipSync(logLine(1, 'before the damage'));
    logs.put('cut.log.gz', packed.subarray(0, -6));
    const { records } = await logs.search();
    const [record] = records;
    assert.ok(record?.offset !== undefined);
    const excerpt = await readExcerpt(
      path.join(logs.root, record.file),
      record.offset,
      record.line,
      new AbortController().signal,
    );
    assert.deepEqual(excerpt, { text: logLine(1, 'before the damage'), firstLine: 1 });
  });

  it('reads Zstandard where Node or a program can, else reports what to do', async () => {
    const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: (bytes: Buffer) => Buffer };
    // A frame with one raw block, without a checksum.
    const line = Buffer.from(logLine(1));
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, line.length, (line.length << 3) | 1, line.length >> 5, 0]);
    logs.put('a.log.zst', zstdCompressSync?.(line) ?? Buffer.concat([header, line]));
    logs.put('b.log', logLine(2));
    const result = await logs.search();
    const canRead = zstdCompressSync !== undefined || findProgram('zstd', logs.root) !== undefined;
    assert.deepEqual(places(result), canRead ? ['a.log.zst:1', 'b.log:1'] : ['b.log:1']);
    if (!canRead) assert.match(result.skipped[0]?.reason ?? '', /no program zstd in PATH/);
  });

  it('reads files with spaces, line breaks and bytes that are no UTF-8 in their names', async function () {
    if (process.platform !== 'linux') this.skip();
    logs.put('with space.log', logLine(1));
    logs.put('line\nbreak.log', logLine(2) + 'x'.repeat(100_000));
    writeFileSync(Buffer.concat([Buffer.from(`${logs.root}/`), Buffer.from([0x61, 0xff]), Buffer.from('.log')]), logLine(3));
    writeFileSync(
      Buffer.concat([Buffer.from(`${logs.root}/`), Buffer.from([0x61, 0xfe]), Buffer.from('.log')]),
      logLine(4) + 'x\n'.repeat(50_000),
    );
    const result = await logs.search();
    assert.deepEqual(
      new Set(result.records.map(({ file }) => file)),
      new Set(['with space.log', 'line\nbreak.log', 'a\uFFFD.log']),
    );
    assert.ok(result.records.some(({ text }) => text.startsWith('2026-05-04T12:00:03Z')));
    assert.ok(result.records.some(({ text }) => text.startsWith('2026-05-04T12:00:04Z')));
    assert.deepEqual(result.skipped, []);
  });

  it('reads files of which the search has no right to read the neighbours', async function () {
    logs.put('good.log', logLine(1));
    logs.put('closed.log', logLine(2));
    logs.put('closed/x.log', logLine(2));
    chmodSync(path.join(logs.root, 'closed.log'), 0);
    chmodSync(path.join(logs.root, 'closed'), 0);
    if (process.platform === 'win32') this.skip();
    const result = await asNobody(logs.root, () => logs.search());
    chmodSync(path.join(logs.root, 'closed'), 0o700);
    assert.deepEqual(places(result), ['good.log:1']);
    assert.deepEqual(result.skipped.map(({ file, reason }) => `${file}: ${reason}`).sort(), [
      'closed.log: Permission denied.',
      'closed: Permission denied.',
    ]);
  });
});

/** Does something without the rights of root, who may read everything. */
async function asNobody<Result>(folder: string, act: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return act();
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}
