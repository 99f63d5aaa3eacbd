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
  if (globs.length > limits.globs) skip(`has ${globs.length} globs, and only the first ${limits.globs} are used`);
  return globs.slice(0, limits.globs).filter((given) => {
    const { glob } = readRebasedGlob(given, '');
    const result = compileGlob(glob);
    if (!result.ok) skip(`has a glob that is skipped, ${shorten(glob)}: ${result.problem}`);
    return result.ok;
  });
}

/** Whether a path or glob of a setting can be used. */
export function keepPath(path: string, skip: Skip): boolean {
  if (path.length > limits.path) {
    skip(`has a path that is skipped, ${shorten(path)}: it is longer than ${limits.path} characters`);
    return false;
  }
  const split = splitGlob(path);
  return !split || keepGlobs([split.rest], skip).length > 0;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
