import { spawnSync } from 'node:child_process';

/**
 * What a checkout without its history, as CI makes them, cannot tell of a revision; undefined where nothing is amiss. A missing
 * revision can be fetched; where the commit is missing that a branch left it at, changes on both sides count.
 */
export function findMissingHistory(folder: string, revision: string): 'revision' | 'ancestor' | undefined {
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8', windowsHide: true });
  const shallow = git('rev-parse', '--is-shallow-repository');
  if (shallow.error || shallow.stdout.trim() !== 'true') return undefined;
  if (git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).status !== 0) return 'revision';
  return git('merge-base', revision, 'HEAD').status === 0 ? undefined : 'ancestor';
}
