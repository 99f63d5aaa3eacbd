import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench, BenchContext } from './bench.ts';
import { readRecord, type Results, writeResults } from './record.ts';
import { benches } from './registry.ts';
import { renderTable } from './renderTable.ts';

/**
 * Runs the named benches, or all; prints a table, and writes `out/bench.json` and, with `--record`,
 * `test/bench/recorded.json`.
 * @returns the exit code: 0 for any measurements, 1 when a bench could not be run, 2 for an unknown name
 */
export default async function runBenches(root: string, args: readonly string[]): Promise<0 | 1 | 2> {
  const names = args.filter((argument) => !argument.startsWith('--'));
  const unknown = names.filter((name) => !benches.some(({ id }) => id === name));
  if (unknown.length > 0) {
    console.error(`No such bench: ${unknown.join(', ')}. There are: ${benches.map(({ id }) => id).join(', ')}.`);
    return 2;
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'api-error-codes-bench-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true });
  // An interruption must not leave gigabytes behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      remove();
      process.exit(128 + constants.signals[signal]);
    });
  const results: Results = {};
  let failed = false;
  try {
    for (const bench of benches.filter(({ id }) => names.length === 0 || names.includes(id))) {
      console.log(`\n${bench.id}: ${bench.about}`);
      try {
        results[bench.id] = await bench.run(contextFor(bench, root, scratch));
        console.log(renderTable(results[bench.id] ?? [], readRecord(root)[bench.id] ?? []));
      } catch (error) {
        failed = true;
        console.error(`  could not be run: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    remove();
  }
  writeResults(root, results, args.includes('--record'));
  return failed ? 1 : 0;
}

function contextFor({ id }: Bench, root: string, scratch: string): BenchContext {
  const folder = path.join(scratch, id);
  mkdirSync(folder);
  return { root, scratch: folder, say: (text) => console.log(`  ${text}`) };
}
