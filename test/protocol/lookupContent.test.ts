import assert from 'node:assert/strict';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readExcerpt } from '../../server/src/adapters/logReading/excerpt.ts';
import { runCommand } from './support/runCommand.ts';
import { id, logLine, places, useLogFolder } from './support/useLogFolder.ts';

const filler = '2026-05-04T11:00:00Z INFO nothing of importance happened here\n';
const unreadable = 'It is compressed in a way that is not read here: decompress it, or compress it with gzip, zstd, bzip2 or xz.';
const wide = (text: string) => Buffer.from(text, 'utf16le');
const signal = new AbortController().signal;

describe('the content of a log decides, not its name', function () {
  this.timeout(30_000);
  const logs = useLogFolder();

  for (const size of [1, 5_000]) {
    it(`is read where it is gzip${size > 1 ? ', large too' : ''}`, async () => {
      const noise = Array.from({ length: size }, (_, index) => filler.replace('nothing', String(index * 7_919))).join('');
      const names = ['app.log', 'app.log.1', 'app.log-20240101.gz.old'];
      for (const name of names) logs.put(name, gzipSync(`${noise}${logLine(1)}`));
      const result = await logs.search();
      assert.deepEqual(places(result), names.map((name) => `${name}:${size + 1}`).sort());
      assert.deepEqual(result.skipped, []);
      const named = await logs.search({ roots: names.map((name) => path.join(logs.root, name)) });
      assert.deepEqual(places(named), places(result));
      for (const { file, offset = 0, line, excerpt } of result.records) {
        assert.ok(excerpt);
        const { text, firstLine } = await readExcerpt(path.join(logs.root, file), offset, line, signal);
        assert.ok(text.split('\n')[line - firstLine]?.includes(id));
      }
    });
  }

  it('is named where it is compressed in another way, or UTF-32', async () => {
    const begin: Readonly<Record<string, readonly number[]>> = {
      '7z.log': [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
      'lz4.log': [0x04, 0x22, 0x4d, 0x18],
      'rar.log': [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
    };
    for (const [name, bytes] of Object.entries(begin)) logs.put(name, Buffer.from([...bytes, ...Buffer.from(logLine(1))]));
    // Among thousands they are looked into in another way.
    for (let index = 0; index < 1_001; index++) logs.put(`many/${index}.log`, filler);
    const letters = [...logLine(1)].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]);
    logs.put('zz-wide.log', Buffer.from([0xff, 0xfe, 0, 0, ...letters]));
    const { found, skipped } = await logs.search();
    assert.deepEqual(found.map(places), [[]]);
    assert.deepEqual(
      [...skipped].sort((one, other) => (one.file < other.file ? -1 : 1)),
      [
        ...Object.keys(begin).map((file) => ({ file, reason: unreadable })),
        { file: 'zz-wide.log', reason: 'It is UTF-32, which is not read: convert it to UTF-8.' },
      ],
    );
  });

  for (const size of [3, 20_000]) {
    it(`is read where UTF-16 follows UTF-8 and the other way round${size > 3 ? ', far into large files' : ''}`, async () => {
      const [first, second] = [logLine(1, '付款失败'), logLine(2)];
      const narrow = Buffer.from(filler.repeat(size));
      logs.put('marked.log', Buffer.concat([narrow, wide(`\uFEFF${first}${second}`)]));
      // At an odd byte.
      logs.put('odd.log', Buffer.concat([Buffer.from('x'), narrow, wide(first + second)]));
      logs.put('packed.log.gz', gzipSync(Buffer.concat([narrow, wide(first + second)])));
      logs.put('reverse.log', Buffer.concat([wide(`\uFEFF${filler.repeat(size)}`), Buffer.from(first + second)]));
      logs.put('several.log', Buffer.concat([narrow, wide(first), narrow, wide(second), narrow]));
      for (const requestIds of [[id], [...Array.from({ length: 20 }, (_, index) => `req-number-${index}`), id]]) {
        const result = await logs.search({ requestIds });
        const records = result.found.at(-1)?.records ?? [];
        const shown = records.map(({ file, text, record }) => `${file} ${record.time?.ms} ${text.trim()}`).sort();
        const expected = ['marked.log', 'odd.log', 'packed.log.gz', 'reverse.log', 'several.log'].flatMap((file) =>
          [first, second].map((line, index) => `${file} ${Date.UTC(2026, 4, 4, 12, 0, index + 1)} ${line.trim()}`),
        );
        assert.deepEqual(shown, expected.sort());
        for (const { file, offset = 0, line } of records) {
          const { text } = await readExcerpt(path.join(logs.root, file), offset, line, signal);
          assert.match(text, new RegExp(`^2026-05-04T12:00:0\\dZ INFO .*request_id=${id}$`, 'm'));
        }
      }
    });
  }
});

describe('the content of a log decides, not its name,', function () {
  this.timeout(60_000);
  const logs = useLogFolder();

  it('is summarised as well, and what cannot be read is named', async () => {
    logs.put('mixed.log', Buffer.concat([Buffer.from(logLine(1)), wide(logLine(2))]));
    logs.put('packed.log', gzipSync(logLine(3)));
    logs.put('lz4.log', Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x0a]));
    const { code, out, error } = await runCommand(['logs', '.'], logs.root);
    assert.match(out, /^Records +3$/m);
    assert.deepEqual([code, error], [2, `lz4.log: ${unreadable}\n`]);
  });
});
