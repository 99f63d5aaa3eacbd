import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench.ts';

/** The packed extension. How long it takes to activate is measured where there is an editor. */
export const size: Bench = {
  id: 'size',
  about: 'the packed .vsix',
  async run({ root }) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
    const { size: bytes } = statSync(path.join(root, 'out/api-error-codes.vsix'));
    return [{ what: 'packed .vsix', unit: 'MB', ours: bytes / 1e6, limit: 5, peers: [] }];
  },
};
