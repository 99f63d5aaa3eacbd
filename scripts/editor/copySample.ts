import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of the sample workspace that may be changed. */
export interface SampleCopy {
  readonly folder: string;
  remove(): void;
}

/** A workspace with some files, by their paths in it, which goes when the process ends at the latest. */
export function createFolder(files: Readonly<Record<string, string>>): SampleCopy {
  return inTemporaryFolder((folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  });
}

/** Copies the sample workspace to a temporary folder, which goes when the process ends at the latest. */
export function copySample(root: string): SampleCopy {
  return inTemporaryFolder((folder) => cpSync(path.join(root, 'sample'), folder, { recursive: true }));
}

function inTemporaryFolder(fill: (folder: string) => void): SampleCopy {
  const parent = mkdtempSync(path.join(tmpdir(), 'api-error-codes-sample-'));
  const folder = path.join(parent, 'sample');
  fill(folder);
  const remove = (): void => {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
    process.off('exit', remove);
  };
  process.on('exit', remove);
  return { folder, remove };
}
