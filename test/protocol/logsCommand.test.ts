import assert from 'node:assert/strict';
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
    assert.match(text, /^Requests +2, 2 of them fail$/m);
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

  it('counts the records before the damage in a compressed log, and names it', async () => {
    const lines = Array.from({ length: 2_000 }, (_, n) => line('03:04:05', first, `n=${n} x=${(n * 7919) % 1013}`)).join('');
    const whole = gzipSync(lines);
    folder.put('damaged/cut.log.gz', whole.subarray(0, whole.length - 12));
    folder.put('damaged/sum.log.gz', Buffer.concat([whole.subarray(0, -8), Buffer.from('87654321')]));
    folder.put('damaged/junk.log.gz', Buffer.concat([whole, Buffer.alloc(9), Buffer.from('junk')]));
    const { code, out, error } = await run('damaged');
    assert.equal(code, 2);
    assert.match(out, /^Records +6000$/m);
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
