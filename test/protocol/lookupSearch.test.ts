import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readExcerpt } from '../../server/src/adapters/logReading/excerpt.ts';
import { id, logLine, places, useLogFolder } from './support/useLogFolder.ts';

describe('searchLogs', function () {
  this.timeout(20_000);
  const logs = useLogFolder();

  it('finds records in plain, rotated, compressed and JSON-lines files, ignored and hidden ones too', async () => {
    logs.put('.gitignore', '*.log\nlogs/\n');
    logs.put('app.log', `other\n${logLine(1)}`);
    logs.put('logs/app.log.1', logLine(2));
    logs.put('logs/app.log-20260503', logLine(2));
    logs.put('.hidden/APP.LOG', logLine(3));
    logs.put('http.jsonl', `{"request_id":"${id}"}\n`);
    logs.put('old.log.2.gz', gzipSync(`first\nsecond\n${logLine(4)}`));
    logs.put('node_modules/x/debug.log', logLine(5));
    logs.put('.git/x.log', logLine(6));
    logs.put('notes.txt', logLine(7));
    const result = await logs.search();
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

  it('searches files of further names by globs, and named files with any name', async () => {
    logs.put('notes.txt', logLine(1));
    logs.put('deep/out/a.trace', logLine(2));
    assert.deepEqual(places(await logs.search({ globs: ['*.txt', 'out/*.trace'] })), ['deep/out/a.trace:1', 'notes.txt:1']);
    assert.deepEqual(places(await logs.search({ roots: [path.join(logs.root, 'notes.txt')] })), ['notes.txt:1']);
  });

  it('finds what small files hold before it reads a large one, however new that is', async () => {
    logs.put('small.log', logLine(1));
    logs.put('large.log', `${logLine(2)}${'x\n'.repeat(100_000)}`);
    utimesSync(path.join(logs.root, 'small.log'), 1_700_000_000, 1_700_000_000);
    const { records, truncated } = await logs.search({ maxRecords: 1 });
    assert.deepEqual([records.map(({ file }) => file), truncated], [['small.log'], true]);
  });

  it('reads the whole record, once, with the id anywhere in it', async () => {
    logs.put('a.log', `x\n2026-05-04T12:00:00Z ERROR failed\n  id ${id}\n  again ${id} ${id}\n2026-05-04T12:00:01Z INFO next\n`);
    const { records } = await logs.search();
    assert.equal(records.length, 1);
    assert.equal(records[0]?.line, 3);
    assert.equal(records[0]?.record.level, 'error');
    assert.equal(records[0]?.text, `2026-05-04T12:00:00Z ERROR failed\n  id ${id}\n  again ${id} ${id}`);
  });

  it('finds an id far into large files, in a very long line and after zero bytes', async () => {
    const filler = `${'x'.repeat(99)}\n`.repeat(30_000);
    logs.put('large.log', `${filler}${logLine(1)}${filler}`);
    logs.put('long.log', `${'y'.repeat(3_000_000)} ${id} ${'z'.repeat(3_000_000)}`);
    logs.put('zero.log', Buffer.concat([Buffer.alloc(100_000), Buffer.from(`\n${logLine(2)}`)]));
    const result = await logs.search();
    assert.deepEqual(places(result), ['large.log:30001', 'long.log:1', 'zero.log:2']);
    assert.ok(result.records.every(({ text }) => text.includes(id) && text.length < 12_000));
  });

  it('reads time and level of a record whose line is very long before the id', async () => {
    const body = 'y'.repeat(900_000);
    const line = (message: string) => `{"time":"2026-05-04T12:00:01Z","level":"error","body":"${message}"}\n`;
    const text = `${line('first')}2026-05-04T12:00:02Z WARN ${body} ${id} ${body} ${id}\n${line(`${body} ${id}`)}${logLine(4)}`;
    logs.put('plain.log', text);
    logs.put('packed.log.gz', gzipSync(text));
    logs.put('wide.log', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const list = `[${line('first').trim()},${line(`${body} ${id}`).trim()}]`;
    logs.put('list.log', list);
    for (const requestIds of [[id], [id, 'another-id']]) {
      const { records } = await logs.search({ requestIds });
      const told = (of: string) =>
        records.filter(({ file }) => file === of).map(({ record }) => `${record.time?.ms ?? '-'} ${record.level ?? '-'}`);
      const at = (second: number, level: string) => `${Date.UTC(2026, 4, 4, 12, 0, second)} ${level}`;
      const expected = [at(2, 'warn'), at(2, 'warn'), at(1, 'error'), at(4, 'info')];
      for (const file of ['plain.log', 'packed.log.gz', 'wide.log']) assert.deepEqual(told(file), expected, file);
      // The first element's time need not be that of another.
      assert.deepEqual(told('list.log'), ['- -']);
      assert.ok(records.every(({ text: shown }) => shown.includes(id) && shown.length < 12_000));
    }
  });

  it('reads the files last written to first', async () => {
    for (let number = 0; number < 20; number++) {
      logs.put(`${number}.log`, logLine(number % 10));
      utimesSync(path.join(logs.root, `${number}.log`), 1_000, 1_000 + ((number * 7) % 20));
    }
    const { records } = await logs.search();
    const times = records.map(({ file }) => (Number.parseInt(file, 10) * 7) % 20);
    assert.deepEqual(
      times,
      Array.from({ length: 20 }, (_, index) => 19 - index),
    );
  });

  it('finds many ids in one pass, also those that begin alike', async () => {
    const ids = [
      id,
      id.slice(0, 8),
      'req-1',
      'req-12',
      'a/b',
      'none-of-them',
      ...Array.from({ length: 3_000 }, (_, n) => `id-${n}-x`),
    ];
    logs.put('a.log', `${logLine(1)}2026-05-04T12:00:02Z INFO req-12 a/b\n`);
    logs.put('b.log', `${'y'.repeat(99)}\n`.repeat(20_000) + `2026-05-04T12:00:03Z INFO id-2999-x\n`);
    logs.put('c.log.gz', gzipSync(`2026-05-04T12:00:04Z INFO id-7-x id-8-x id-7-x\n`));
    logs.put('d.log', Buffer.from('\uFEFF2026-05-04T12:00:05Z INFO id-9-x\n', 'utf16le'));
    const { found } = await logs.search({ requestIds: ids });
    assert.deepEqual(
      found.filter(({ records }) => records.length > 0).map(({ requestId, records }) => [requestId, places({ records }).join()]),
      [
        [id, 'a.log:1'],
        [id.slice(0, 8), 'a.log:1'],
        ['req-1', 'a.log:2'],
        ['req-12', 'a.log:2'],
        ['a/b', 'a.log:2'],
        ['id-7-x', 'c.log.gz:1'],
        ['id-8-x', 'c.log.gz:1'],
        ['id-9-x', 'd.log:1'],
        ['id-2999-x', 'b.log:20001'],
      ],
    );
    assert.equal(found.length, ids.length);
  });

  it('keeps a bounded number of records and reports that there are more', async () => {
    logs.put('many.log', logLine(1).repeat(100_000));
    const result = await logs.search({ maxRecords: 50 });
    assert.equal(result.records.length, 50);
    assert.equal(result.truncated, true);
  });

  it('finds a UUID in any case, and other ids only as they are', async () => {
    const [upper, other] = [id.toUpperCase(), 'req_Abc123'];
    logs.put('small.log', logLine(1).replace(id, upper));
    logs.put('large.log', `${'2026-05-04T12:00:00Z INFO filler\n'.repeat(5_000)}${logLine(2).replace(id, upper)}`);
    logs.put('packed.log.gz', gzipSync(`${logLine(3)}${logLine(4).replace(id, upper)}`));
    logs.put('wide.log', Buffer.from(logLine(5).replace(id, upper), 'utf16le'));
    logs.put('other.log', `${logLine(6).replace(id, other)}${logLine(7).replace(id, other.toUpperCase())}`);
    const open = { uri: 'untitled:U', text: `${logLine(1)}${logLine(2).replace(id, upper)}${logLine(3)}` };
    const here = ['U:1', 'U:2', 'U:3', 'large.log:5001', 'packed.log.gz:1', 'packed.log.gz:2', 'small.log:1', 'wide.log:1'];
    assert.deepEqual(places(await logs.search({ openDocuments: [open] })), here);
    assert.deepEqual(places(await logs.search({ openDocuments: [open], requestIds: [upper] })), here);
    const many = await logs.search({ requestIds: [other, upper] });
    assert.deepEqual(many.found.map(places), [['other.log:1'], here.slice(3)]);
  });

  it('finds a UUID with dashes and without, in mixed case too, whichever way it is asked for', async () => {
    const plain = id.replaceAll('-', '');
    const mixed = (text: string) => text.replace(/[a-f]/, (letter) => letter.toUpperCase());
    const spelled = [id, mixed(id), plain, plain.toUpperCase(), mixed(plain)];
    const all = spelled.map((spelling, second) => logLine(second).replace(id, spelling));
    logs.put('small.log', all.join(''));
    logs.put('large.log', `${'2026-05-04T12:00:00Z INFO filler\n'.repeat(5_000)}${all.join('')}`);
    logs.put('packed.log.gz', gzipSync(all.join('')));
    logs.put('wide.log', Buffer.from(all.join(''), 'utf16le'));
    const open = { uri: 'untitled:U', text: all.join('') };
    const lines = (name: string, from: number) => spelled.map((_, index) => `${name}:${from + index}`);
    const here = [...lines('U', 1), ...lines('large.log', 5_001), ...lines('packed.log.gz', 1), ...lines('small.log', 1)];
    here.push(...lines('wide.log', 1));
    for (const requestId of spelled)
      assert.deepEqual(places(await logs.search({ openDocuments: [open], requestIds: [requestId] })), here, requestId);
    const among = Array.from({ length: 20 }, (_, index) => `req-${index}-of-others`);
    const many = await logs.search({ requestIds: [...among, plain] });
    assert.deepEqual(places(many.found.at(-1) ?? assert.fail()), here.slice(5));
  });

  it('prefers what an editor holds to what is on disk', async () => {
    logs.put('a.log', logLine(1, 'on disk'));
    const openDocuments = [
      { uri: 'file:///a.log', path: path.join(logs.root, 'a.log'), text: `unsaved\n${logLine(2, 'in the editor')}` },
      { uri: 'untitled:Untitled-1', text: logLine(3) },
    ];
    const { records } = await logs.search({ openDocuments });
    assert.deepEqual(
      records.map(({ source, file, line: number }) => [source, file, number]),
      [
        ['editor', 'a.log', 2],
        ['editor', 'Untitled-1', 1],
      ],
    );
  });

  it('reports records while it searches, and ends when cancelled in the middle of a compressed file', async () => {
    logs.put('a.log', logLine(1));
    // Hours of work, were it read to its end.
    const member = gzipSync(Buffer.alloc(100_000_000, 'filler\n'), { level: 9 });
    logs.put('big.log.gz', Buffer.concat(Array.from({ length: 300 }, () => member)));
    const controller = new AbortController();
    const told: string[] = [];
    let read = 0;
    const result = await logs.search({
      signal: controller.signal,
      onProgress: ({ records, bytes }) => {
        told.push(...records.map(({ file }) => file));
        read = bytes;
        if (bytes > 10_000_000) controller.abort();
      },
    });
    assert.equal(result.cancelled, true);
    assert.deepEqual(told, ['a.log']);
    assert.ok(read > 10_000_000 && result.bytes < 1_000_000_000);
    assert.deepEqual(result.skipped, []);
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
