import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Measurement } from './bench.ts';

/** The measurements, by the bench's id. */
export type Results = Record<string, readonly Measurement[]>;

const recorded = 'test/bench/recorded.json';

/** The results that were recorded last; empty without a record. */
export function readRecord(root: string): Results {
  const file = path.join(root, recorded);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { results: Results }).results : {};
}

/** Writes `out/bench.json`; to record means to take these results over into the record, beside those of benches not run. */
export function writeResults(root: string, results: Results, toRecord: boolean): void {
  const write = (file: string, all: Results): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    const rounded = JSON.stringify(
      { node: process.versions.node, results: all },
      (_key, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value),
      2,
    );
    writeFileSync(path.join(root, file), `${rounded}\n`);
  };
  write('out/bench.json', results);
  if (toRecord) write(recorded, { ...readRecord(root), ...results });
}
