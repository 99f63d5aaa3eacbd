import { compileGlob } from '../service/matching/glob.ts';
import { readRebasedGlob } from '../service/settings/rebaseConfiguration.ts';
import type { Host } from './host.ts';

/** Matches paths by globs, each of which is compiled once. */
export type Globs = Pick<Host, 'matchesGlob' | 'isExcluded'> & {
  /** The same as `isExcluded` for many paths: each folder is looked at once. */
  exclusion(globs: readonly string[]): (file: string) => boolean;
};

export function createGlobs(): Globs {
  const matchers = new Map<string, (path: string) => boolean>();
  const matchesGlob = (file: string, globs: readonly string[]): boolean =>
    globs.some((given) => {
      const { glob, path: at } = readRebasedGlob(given, file);
      let matches = matchers.get(glob);
      if (!matches) {
        const compiled = compileGlob(glob);
        // One that cannot be used was named where it was read.
        matches = compiled.ok ? compiled.matches : () => false;
        matchers.set(glob, matches);
      }
      return matches(at);
    });
  const exclusion = (globs: readonly string[]): ((file: string) => boolean) => createExclusion(globs, matchesGlob);
  return { matchesGlob, exclusion, isExcluded: (file, globs) => globs.length > 0 && exclusion(globs)(file) };
}

/** Whether globs leave a file out: they match it, or a folder that contains it. Each folder is looked at once. */
function createExclusion(
  globs: readonly string[],
  matches: (file: string, globs: readonly string[]) => boolean,
): (file: string) => boolean {
  const folders = new Map<string, boolean>();
  /** Whether a folder or one above it is out. */
  const isFolderOut = (whole: string): boolean => {
    let isOut = folders.get(whole);
    for (let slash = 0; isOut === undefined && slash !== -1; ) {
      slash = whole.indexOf('/', slash + 1);
      const folder = slash === -1 ? whole : whole.slice(0, slash);
      const known = folders.get(folder) ?? matches(folder, globs);
      folders.set(folder, known);
      if (known || slash === -1) isOut = known;
    }
    folders.set(whole, isOut === true);
    return isOut === true;
  };
  return (file) => {
    if (globs.length === 0) return false;
    const slash = file.lastIndexOf('/');
    return (slash !== -1 && isFolderOut(file.slice(0, slash))) || matches(file, globs);
  };
}
