import { failUnreadable } from './runProgram.ts';
import { runGit } from './runGit.ts';

/** The missing history of a checkout, as CI makes them, without which it cannot be compared with a revision. */
export type MissingHistory =
  /** It can be fetched. */
  | 'revision'
  /** The commit is missing that a branch left the revision at: changes on both sides count. */
  | 'ancestor'
  | undefined;

/**
 * Finds out which history a folder's repository lacks for a comparison with a revision; a problem, as a sentence, when git
 * failed.
 */
export async function findMissingHistory(
  folder: string,
  revision: string,
): Promise<{ readonly missing: MissingHistory } | { readonly problem: string }> {
  const shallow = await runGit(folder, ['rev-parse', '--is-shallow-repository'], [0, 128]);
  if (!shallow.ok) return shallow;
  const said = shallow.output.trim();
  if (shallow.code !== 0 || said === 'false') return { missing: undefined };
  if (said !== 'true') return failUnreadable('git');
  const known = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], [0, 1, 128]);
  if (!known.ok) return known;
  if (known.code !== 0) return { missing: 'revision' };
  const base = await runGit(folder, ['merge-base', revision, 'HEAD'], [0, 1, 128]);
  if (!base.ok) return base;
  return { missing: base.code === 0 ? undefined : 'ancestor' };
}
