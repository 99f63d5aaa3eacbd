import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';

const [first, second] = ['3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', 'b27d41f0-95ce-4a83-8f6b-1e0c93d7a254'];
const line = (time: string, id: string, rest: string): string => `2026-01-02T${time}Z ERROR ${rest} request_id=${id}\n`;

describe('api-error-codes logs', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  const run = (...args: string[]) => runCommand(['logs', ...args], folder.root);

  beforeEach(() => {
    folder = createTestFolder();
    folder.put(
      'app.log',
      line('03:04:05', first, 'code=INSUFFICIENT_CREDITS') +
        line('03:04:06.500', first, 'gave up') +
        line('03:09:00', second, 'code=INSUFFICIENT_CREDITS'),
    );
    folder.put('old.log.gz', gzipSync(line('02:00:00', second, 'code=NOT_IN_ANY_CATALOGUE <script>alert(1)</script>')));
  });
  afterEach(() => folder.remove());

  it('counts codes, requests and what it does not know, in plain and compressed logs', async () => {
    const { code, out } = await run('--format', 'json');
    assert.equal(code, 0);
    const summary = JSON.stringify(JSON.parse(out));
    assert.match(summary, /"code":"INSUFFICIENT_CREDITS"[^{}]*"(?:records|count)":2/);
    assert.match(summary, /NOT_IN_ANY_CATALOGUE/);
    const text = (await run()).out;
    assert.match(text, /^Records +4$/m);
    assert.match(text, /^Requests +2, 2 of them fail \(100%\)$/m);
    assert.match(text, new RegExp(`${first} +INSUFFICIENT_CREDITS`));
    assert.match(text, /1\.5 s/);
  });

  it('knows the codes of a catalogue that the folder has of its own', async () => {
    folder.put(
      'docs/shop.error-codes.yaml',
      'id: shop\ntitle: Shop API\ncodes:\n  - code: OUT_OF_STOCK\n    cause: None is left.\n',
    );
    folder.put('shop.log', line('04:00:00', second, 'code=OUT_OF_STOCK'));
    const { out } = await run('--format', 'json', 'shop.log');
    assert.match(JSON.stringify(JSON.parse(out)), /"code":"OUT_OF_STOCK"/);
  });

  it('prints each record as a line of JSON, also compressed ones and standard input', async () => {
    const { code, out } = await run('--format', 'jsonl');
    assert.equal(code, 0);
    const records = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as Record<string, unknown>);
    assert.equal(records.length, 4);
    assert.deepEqual(
      records.find(({ line: number, file }) => number === 2 && file === 'app.log'),
      {
        ...{ file: 'app.log', line: 2, endLine: 2, time: '2026-01-02T03:04:06.500Z', level: 'error', requestId: first },
        message: `gave up request_id=${first}`,
      },
    );
    assert.equal(records.filter(({ file }) => file === 'old.log.gz').length, 1);
    assert.match(out, /<script>/);
    const some = await run('--format', 'jsonl', '--since', '2026-01-02T03:05:00Z');
    assert.deepEqual(some.out.trimEnd().split('\n').length, 1);
  });

  it('prints records with their lines, over the pieces of a long log, and into a file', async () => {
    const record = (n: number) => `2026-01-02 03:04:05 ERROR n=${n}\n    at leak (pump.js:${n})\n`;
    folder.put('long/app.log', Array.from({ length: 20_000 }, (_, n) => record(n)).join(''));
    const { code, out } = await run('--format', 'jsonl', '--out', 'long.jsonl', 'long');
    assert.deepEqual([code, out], [0, '']);
    const records = readFileSync(path.join(folder.root, 'long.jsonl'), 'utf8').trimEnd().split('\n');
    assert.equal(records.length, 20_000);
    const { line: number, endLine, assumedZone } = JSON.parse(records.at(-1) ?? '') as Record<string, unknown>;
    assert.deepEqual([number, endLine, assumedZone], [39_999, 40_000, 'UTC']);
  });

  it('reads times without a zone in the zone that is assumed by an option, else by a setting', async () => {
    const times = async (...args: string[]) =>
      (await run('--format', 'jsonl', ...args, 'zones')).out
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each) as { time: string; assumedZone?: string })
        .map(({ time, assumedZone }) => `${time.slice(11, 16)} ${assumedZone ?? 'given'}`)
        .sort();
    folder.put('zones/a.log', '2026-01-02 12:00:00 ERROR leak\n2026-01-02T12:00:00Z ERROR leak\n');
    folder.put('zones/b.log', '2026-01-02 12:00:00 ERROR leak\n');
    assert.deepEqual(await times(), ['12:00 UTC', '12:00 UTC', '12:00 given']);
    assert.deepEqual(await times('--assume-time-zone', 'a.log=Europe/Berlin'), [
      '11:00 Europe/Berlin',
      '12:00 UTC',
      '12:00 given',
    ]);
    folder.put('api-error-codes.yaml', 'logs:\n  assumedTimeZone: { "*.log": "+02:00" }\n');
    assert.deepEqual(await times('--assume-time-zone', 'a.log=Europe/Berlin'), [
      '10:00 +02:00',
      '11:00 Europe/Berlin',
      '12:00 given',
    ]);
    assert.match((await run('zones')).out, /read as \+02:00/);
    const wrong = await run('--assume-time-zone', 'a.log=Moon', 'zones');
    assert.equal(wrong.code, 2);
    assert.match(wrong.error, /time zone/);
    const lookup = await runCommand(['lookup', first, '--format', 'json'], folder.root);
    assert.doesNotMatch(lookup.out, /assumedZone/);
  });

  it('counts the records before the damage in a compressed log, and names it', async () => {
    const lines = Array.from({ length: 2_000 }, (_, n) => line('03:04:05', first, `n=${n} x=${(n * 7919) % 1013}`)).join('');
    const whole = gzipSync(lines);
    folder.put('damaged/cut.log.gz', whole.subarray(0, whole.length - 12));
    folder.put('damaged/sum.log.gz', Buffer.concat([whole.subarray(0, -8), Buffer.from('87654321')]));
    folder.put('damaged/junk.log.gz', Buffer.concat([whole, Buffer.alloc(9), Buffer.from('junk')]));
    const { code, out, error } = await run('damaged');
    assert.equal(code, 2);
    assert.match(out, /^Records +6,000$/m);
    assert.deepEqual(error.trim().split('\n').sort(), [
      'damaged/cut.log.gz: The compressed data ends too early.',
      'damaged/junk.log.gz: There is more data after the end of the compressed data, which cannot be read.',
      'damaged/sum.log.gz: The compressed data is damaged.',
    ]);
  });

  it('leaves out files that were not asked for, and reports those that it cannot read', async () => {
    assert.match((await run('--since', '2026-01-02T03:05:00Z')).out, /^Records +1$/m);
    const missing = await run('none.log');
    assert.equal(missing.code, 2);
    assert.match(missing.error, /none\.log/);
    assert.equal((await run('--since', 'yesterday')).code, 2);
  });

  it('takes no time range that cannot be meant', async () => {
    for (const range of [
      ['--since', '2026-02-30'],
      ['--since', '2026-05-04', '--until', '2026-05-04T00:00:00Z'],
    ]) {
      const { code, out, error } = await run(...range);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, /It must be a time such as|--since must be earlier than --until/);
    }
  });

  it('writes a self-contained page, in which nothing of a log is markup', async () => {
    const { out } = await run('--format', 'html');
    assert.match(out, /^<!doctype html>/i);
    assert.doesNotMatch(out, /<script>alert/);
    assert.doesNotMatch(out, /(?:src|href)="https?:/);
    assert.match(out, /Content-Security-Policy/);
  });
});
