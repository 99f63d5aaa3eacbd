import * as l10n from '@vscode/l10n';
import { compileGlob, splitGlob } from '../matching/glob.ts';
import { limits } from '../limits.ts';
import { readRebasedGlob } from './rebaseConfiguration.ts';

/**
 * Called with the reason why a part of a setting is not used. It is the rest of a sentence that begins with the setting's name,
 * without its full stop.
 */
export type Skip = (reason: string) => void;

/** Keeps the globs of a setting that can be used. */
export function keepGlobs(globs: readonly string[], skip: Skip): readonly string[] {
  if (globs.length > limits.globs) skip(l10n.t('has {0} globs, and only the first {1} are used', globs.length, limits.globs));
  return globs.slice(0, limits.globs).filter((given) => {
    const { glob } = readRebasedGlob(given, '');
    const result = compileGlob(glob);
    if (!result.ok) skip(l10n.t('has a glob that is skipped, {0}: {1}', shorten(glob), result.problem));
    return result.ok;
  });
}

/** Whether a path or glob of a setting can be used. */
export function keepPath(path: string, skip: Skip): boolean {
  if (path.length > limits.path) {
    skip(l10n.t('has a path that is skipped, {0}: {1}', shorten(path), l10n.t('it is longer than {0} characters', limits.path)));
    return false;
  }
  const split = splitGlob(path);
  return !split || keepGlobs([split.rest], skip).length > 0;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
