import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of the sample workspace that may be changed. */
export interface SampleCopy {
  readonly folder: string;
  remove(): void;
}

/** Copies the sample workspace to a temporary folder, which goes when the process ends at the latest. */
export function copySample(root: string): SampleCopy {
  const parent = mkdtempSync(path.join(tmpdir(), 'api-error-codes-sample-'));
  const folder = path.join(parent, 'sample');
  cpSync(path.join(root, 'sample'), folder, { recursive: true });
  const remove = (): void => {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
    process.off('exit', remove);
  };
  process.on('exit', remove);
  return { folder, remove };
}
