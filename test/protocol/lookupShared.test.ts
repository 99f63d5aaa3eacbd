import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { searchLogs } from '../../server/src/adapters/logSearch/searchLogs.ts';
import type { LogSearchRequest } from '../../server/src/service/requests/logSearch.ts';
import { id, logLine, places, recogniser, useLogFolder } from './support/useLogFolder.ts';

const script = path.resolve('dist/searchThread.cjs');
const pieceLength = 70_000;

describe('searchLogs shared with threads', function () {
  this.timeout(30_000);
  const logs = useLogFolder({ alone: true });
  const look = (changes: Partial<LogSearchRequest> = {}, from = script) =>
    searchLogs(
      {
        requestIds: [id],
        roots: [logs.root],
        openDocuments: [],
        globs: [],
        recogniser: () => Promise.resolve(recogniser),
        maxRecords: 1_000,
        now: Date.UTC(2026, 5, 1),
        displayPath: (file) => path.basename(file),
        signal: new AbortController().signal,
        ...changes,
      },
      { threads: { script: from, leastBytes: 0, pieceLength } },
    );

  it('finds the same records, at the same lines, as without, wherever files are cut', async () => {
    // Records of one and of several lines, on and around the places where files are cut.
    const filler = fc.constantFrom(100, 9_000, pieceLength - 200, pieceLength - 60, pieceLength, 2 * pieceLength);
    const record = fc.constantFrom(
      logLine(1),
      `${logLine(2)}  at Some.where\n  at Else.where ${id}\n`,
      logLine(3, 'x'.repeat(500)),
    );
    const parts = fc.array(fc.tuple(filler, record), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), fc.constantFrom('\n', '\r\n'), async (chosen, alone, lineBreak) => {
        const lines = chosen.map(([length, text]) => {
          const others = `2026-05-04T12:00:00Z INFO other ${'y'.repeat(60)}\n`;
          return others.repeat(Math.ceil(length / others.length)) + text;
        });
        logs.put('a.log', lines.join('').replaceAll('\n', lineBreak));
        const [shared, usual] = [await look({ alone }), await logs.search()];
        assert.ok(usual.records.length > 0);
        assert.deepEqual(shared.found[0]?.records, usual.records);
        assert.deepEqual([shared.files, shared.bytes, shared.skipped], [usual.files, usual.bytes, []]);
      }),
      { numRuns: 25 },
    );
  });

  it('gives what it finds while it goes on', async () => {
    const filler = `${'y'.repeat(99)}\n`.repeat(700);
    logs.put('a.log', Array.from({ length: 20 }, (_, second) => filler + logLine(second)).join(''));
    const { found } = await look({ maxRecords: 3 });
    assert.deepEqual([found[0]?.truncated, found[0]?.records.map(({ line }) => line)], [true, [701, 1402, 2103]]);
  });

  it('reads everything itself where no thread starts', async () => {
    logs.put('a.log', `${'y'.repeat(99)}\n`.repeat(3_000) + logLine(1));
    // One ends at once; the other one cannot even be begun, as where no thread can be had.
    for (const script of [path.join(logs.root, 'missing.cjs'), 'no-path']) {
      for (const alone of [true, false]) {
        const { found, files, skipped } = await look({ alone }, script);
        assert.deepEqual([places(found[0] ?? { records: [] }), files, skipped], [['a.log:3001'], 1, []]);
      }
    }
  });

  it('reads what a thread had begun when it died', async () => {
    logs.put('a.log', `${'y'.repeat(99)}\n`.repeat(3_000) + logLine(1));
    const dying = path.join(logs.root, 'dying.cjs');
    // Takes pieces, and answers none of them.
    writeFileSync(dying, "Atomics.add(require('node:worker_threads').workerData.board, 0, 3); process.exit(1);");
    for (const alone of [true, false]) {
      const { found, files, skipped } = await look({ alone }, dying);
      assert.deepEqual([places(found[0] ?? { records: [] }), files, skipped], [['a.log:3001'], 1, []]);
    }
  });

  it('ends when it is cancelled, while threads still read', async () => {
    logs.put('a.log', `${'y'.repeat(99)}\n`.repeat(3_000) + logLine(1));
    const silent = path.join(logs.root, 'silent.cjs');
    writeFileSync(silent, "Atomics.add(require('node:worker_threads').workerData.board, 0, 1_000); setInterval(() => {}, 1e6);");
    const abort = new AbortController();
    const search = look({ signal: abort.signal, alone: false }, silent);
    abort.abort();
    assert.equal((await search).cancelled, true);
  });
});

describe('api-error-codes lookup in more than 2 GB', function () {
  this.timeout(60_000);
  const logs = useLogFolder({ alone: true });

  it('finds an id behind a hole that takes no room on disk', () => {
    const file = path.join(logs.root, 'large.log');
    const descriptor = openSync(file, 'w');
    writeSync(descriptor, logLine(1), 0);
    writeSync(descriptor, `\n${logLine(2)}${logLine(3)}`, 2_100_000_000);
    closeSync(descriptor);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.resolve('dist/cli.cjs'), 'lookup', id, '--format', 'json'],
      { cwd: logs.root, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    const { records, searched } = JSON.parse(stdout) as { records: { line: number }[]; searched: { bytes: number } };
    assert.deepEqual([records.map(({ line }) => line), searched.bytes > 2_100_000_000], [[1, 3, 4], true]);
  });
});
