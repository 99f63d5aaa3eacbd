import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { runCommand } from './support/runCommand.ts';
import { id, useLogFolder } from './support/useLogFolder.ts';

const filler = 'x'.repeat(60);
const lineOf = (n: number, every: number): string =>
  `2026-05-04T12:00:00Z INFO ${n % every === 0 ? `request_id=${id} ` : ''}line ${n} ${filler}`;

interface Shown {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

describe('the lines around records', function () {
  this.timeout(60_000);
  const logs = useLogFolder();

  for (const name of ['app.log', 'app.log.gz'])
    it(`are those of ${name} for each record, at its beginning, at its end and side by side`, async () => {
      for (const every of [1, 3, 900]) {
        const lines = Array.from({ length: 9_001 }, (_, index) => lineOf(index, every));
        const text = `${lines.join('\n')}\n`;
        logs.put(name, name.endsWith('.gz') ? gzipSync(text) : text);
        const { out } = await runCommand(['lookup', id, name, '-C', '4', '--format', 'json'], logs.root);
        const { records } = JSON.parse(out) as { records: readonly Shown[] };
        assert.equal(records.length, Math.min(1_000, Math.ceil(9_001 / every)));
        for (const { line, before, after } of records)
          assert.deepEqual(
            [before, after],
            [lines.slice(Math.max(0, line - 5), line - 1), lines.slice(line, line + 4)],
            `${every}: ${line}`,
          );
      }
    });

  it('are read out of a compressed log in one pass', async () => {
    const lines = Array.from({ length: 400_000 }, (_, index) => lineOf(index, 400));
    logs.put('app.log.gz', gzipSync(lines.join('\n'), { level: 1 }));
    const began = performance.now();
    await runCommand(['lookup', id, 'app.log.gz'], logs.root);
    const alone = performance.now() - began;
    await runCommand(['lookup', id, 'app.log.gz', '-C', '1'], logs.root);
    // A pass for each of the thousand records would take several hundred times as long.
    assert.ok(performance.now() - began - alone < 10 * alone + 1_000);
  });
});
