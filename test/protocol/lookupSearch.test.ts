import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LogSearchRequest, LogSearchResult } from '../../server/src/service/logs/logSearch.ts';
import { readExcerpt } from '../../server/src/adapters/excerpt.ts';
import { findPackagedRipgrep } from '../../server/src/adapters/packagedRipgrep.ts';
import { searchLogs } from '../../server/src/adapters/searchLogs.ts';
import { loadBuiltinCatalogues } from '../../server/src/service/catalogue/builtinCatalogues.ts';
import { createBoundedPattern } from '../../server/src/service/mentions/boundedPattern.ts';
import { createLogRecogniser } from '../../server/src/service/logs/logRecogniser.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const recogniser = createLogRecogniser(loadBuiltinCatalogues(), createBoundedPattern);
const line = (second: number, text = '') =>
  `2026-05-04T12:00:${String(second).padStart(2, '0')}Z INFO ${text} request_id=${id}\n`;

for (const [name, ripgrepPath] of [
  ['with ripgrep', findPackagedRipgrep(path.resolve('dist'))],
  ['without ripgrep', undefined],
] as const) {
  describe(`searchLogs ${name}`, function () {
    this.timeout(20_000);
    let folder = '';
    const put = (file: string, content: string | Uint8Array) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    };
    const search = (changes: Partial<LogSearchRequest> = {}): Promise<LogSearchResult> =>
      searchLogs({
        requestId: id,
        roots: [folder],
        openDocuments: [],
        globs: [],
        ripgrepPath,
        recogniser: () => Promise.resolve(recogniser),
        maxRecords: 1_000,
        now: Date.UTC(2026, 5, 1),
        displayPath: (file) => path.relative(folder, file).split(path.sep).join('/'),
        signal: new AbortController().signal,
        ...changes,
      });
    const places = ({ records }: LogSearchResult) => records.map(({ file, line: number }) => `${file}:${number}`).sort();

    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('finds records in plain, rotated, compressed and JSON-lines files, ignored and hidden ones too', async () => {
      put('.gitignore', '*.log\nlogs/\n');
      put('app.log', `other\n${line(1)}`);
      put('logs/app.log.1', line(2));
      put('logs/app.log-20260503', line(2));
      put('.hidden/APP.LOG', line(3));
      put('http.jsonl', `{"request_id":"${id}"}\n`);
      put('old.log.2.gz', gzipSync(`first\nsecond\n${line(4)}`));
      put('node_modules/x/debug.log', line(5));
      put('.git/x.log', line(6));
      put('notes.txt', line(7));
      const result = await search();
      assert.deepEqual(places(result), [
        '.hidden/APP.LOG:1',
        'app.log:2',
        'http.jsonl:1',
        'logs/app.log-20260503:1',
        'logs/app.log.1:1',
        'old.log.2.gz:3',
      ]);
      assert.equal(result.files, 6);
      assert.ok(result.bytes > 400);
      assert.deepEqual([result.skipped, result.truncated, result.cancelled], [[], false, false]);
      assert.deepEqual(
        result.records.filter(({ excerpt }) => excerpt).map(({ file }) => file),
        ['old.log.2.gz'],
      );
    });

    it('searches files of further names by globs, and named files whatever their names', async () => {
      put('notes.txt', line(1));
      put('deep/out/a.trace', line(2));
      assert.deepEqual(places(await search({ globs: ['*.txt', 'out/*.trace'] })), ['deep/out/a.trace:1', 'notes.txt:1']);
      assert.deepEqual(places(await search({ roots: [path.join(folder, 'notes.txt')] })), ['notes.txt:1']);
    });

    it('reads the whole record, once, wherever the id stands in it', async () => {
      put('a.log', `x\n2026-05-04T12:00:00Z ERROR failed\n  id ${id}\n  again ${id} ${id}\n2026-05-04T12:00:01Z INFO next\n`);
      const { records } = await search();
      assert.equal(records.length, 1);
      assert.equal(records[0]?.line, 3);
      assert.equal(records[0]?.record.level, 'error');
      assert.equal(records[0]?.text, `2026-05-04T12:00:00Z ERROR failed\n  id ${id}\n  again ${id} ${id}`);
    });

    it('finds an id far into large files, in a very long line and after zero bytes', async () => {
      const filler = `${'x'.repeat(99)}\n`.repeat(30_000);
      put('large.log', `${filler}${line(1)}${filler}`);
      put('long.log', `${'y'.repeat(3_000_000)} ${id} ${'z'.repeat(3_000_000)}`);
      put('zero.log', Buffer.concat([Buffer.alloc(100_000), Buffer.from(`\n${line(2)}`)]));
      const result = await search();
      assert.deepEqual(places(result), ['large.log:30001', 'long.log:1', 'zero.log:2']);
      assert.ok(result.records.every(({ text }) => text.includes(id) && text.length < 12_000));
    });

    it('names what it cannot read, and finds the rest', async () => {
      put('good.log', line(1));
      put('corrupt.log.gz', 'not compressed at all');
      const whole = gzipSync(`${line(2)}${Array.from({ length: 20_000 }, (_, index) => `${index * 7919}\n`).join('')}`);
      put('cut.log.gz', whole.subarray(0, whole.length / 2));
      const result = await search({ roots: [folder, path.join(folder, 'missing')] });
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

    it('reads UTF-16, or says that it does not', async () => {
      put('wide.log', Buffer.from(`\uFEFF2026-05-04T12:00:00Z INFO é\r\n${line(1, 'ü')}`, 'utf16le'));
      const result = await search();
      if (ripgrepPath === undefined) assert.match(result.skipped[0]?.reason ?? '', /UTF-16/);
      else assert.match(result.records[0]?.text ?? '', /^2026-05-04T12:00:01Z INFO ü request_id=/);
    });

    it('follows no links', async function () {
      put('outside/x.log', line(1));
      put('in/a.log', line(2));
      try {
        symlinkSync(path.join(folder, 'outside'), path.join(folder, 'in', 'out'));
        symlinkSync(path.join(folder, 'in'), path.join(folder, 'in', 'circle'));
        symlinkSync(path.join(folder, 'outside', 'x.log'), path.join(folder, 'in', 'link.log'));
      } catch {
        this.skip();
      }
      assert.deepEqual(places(await search({ roots: [path.join(folder, 'in')] })), ['in/a.log:1']);
    });

    it('keeps a bounded number of records and says that there are more', async () => {
      put('many.log', line(1).repeat(100_000));
      const result = await search({ maxRecords: 50 });
      assert.equal(result.records.length, 50);
      assert.equal(result.truncated, true);
    });

    it('prefers what an editor holds to what is on disk', async () => {
      put('a.log', line(1, 'on disk'));
      const openDocuments = [
        { uri: 'file:///a.log', path: path.join(folder, 'a.log'), text: `unsaved\n${line(2, 'in the editor')}` },
        { uri: 'untitled:Untitled-1', text: line(3) },
      ];
      const { records } = await search({ openDocuments });
      assert.deepEqual(
        records.map(({ source, file, line: number }) => [source, file, number]),
        [
          ['editor', 'a.log', 2],
          ['editor', 'Untitled-1', 1],
        ],
      );
    });

    it('tells of records while it searches, and ends at once when cancelled', async () => {
      put('a.log', line(1));
      put('big.log.gz', gzipSync(Buffer.alloc(300_000_000, 'filler\n'), { level: 1 }));
      const controller = new AbortController();
      let cancelledAt = 0;
      const told: string[] = [];
      const result = await search({
        signal: controller.signal,
        onProgress: ({ records, bytes }) => {
          told.push(...records.map(({ file }) => file));
          if (bytes > 1_000_000 && cancelledAt === 0) {
            cancelledAt = performance.now();
            controller.abort();
          }
        },
      });
      assert.equal(result.cancelled, true);
      assert.ok(performance.now() - cancelledAt < 100);
      assert.ok(told.includes('a.log') || result.records.length === 0);
    });
  });
}

describe('searchLogs with a ripgrep that is not there', () => {
  it('reads the files itself', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    try {
      writeFileSync(path.join(folder, 'a.log'), line(1));
      const { records } = await searchLogs({
        requestId: id,
        roots: [folder],
        openDocuments: [],
        globs: [],
        ripgrepPath: path.join(folder, 'no-such-program'),
        recogniser: () => Promise.resolve(recogniser),
        maxRecords: 10,
        now: 0,
        signal: new AbortController().signal,
      });
      assert.equal(records.length, 1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('readExcerpt', () => {
  it('reads whole lines around a place, compressed or not', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    try {
      const text = Array.from({ length: 50_000 }, (_, index) => `line ${index + 1}\n`).join('');
      const offset = text.indexOf('line 40000\n');
      writeFileSync(path.join(folder, 'a.log'), text);
      writeFileSync(path.join(folder, 'a.log.gz'), gzipSync(text));
      for (const file of ['a.log', 'a.log.gz']) {
        const excerpt = await readExcerpt(path.join(folder, file), offset, 40_000, new AbortController().signal);
        assert.equal(excerpt.text.split('\n')[40_000 - excerpt.firstLine], 'line 40000');
        assert.ok(excerpt.text.startsWith(`line ${excerpt.firstLine}\n`) && excerpt.text.length < 300_000);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
