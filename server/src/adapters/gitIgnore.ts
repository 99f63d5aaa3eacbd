import { existsSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readRegularFile } from './readRegularFile.ts';

/** Nobody writes a longer list of what git ignores, in bytes. */
const longest = 10_000_000;

/** Answers whether git ignores a file, by the `.gitignore` files from the git root down. */
export interface GitIgnore {
  ignores(file: string): boolean;
  clear(): void;
}

export function createGitIgnore(): GitIgnore {
  const known = new Map<string, { readonly rules: Ignore | undefined; readonly isRoot: boolean }>();
  const lookInto = (folder: string) => {
    let found = known.get(folder);
    if (!found) {
      found = { rules: readRules(path.join(folder, '.gitignore')), isRoot: existsSync(path.join(folder, '.git')) };
      known.set(folder, found);
    }
    return found;
  };
  return {
    ignores(file) {
      for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        const { rules, isRoot } = lookInto(folder);
        const relative = rules && path.relative(folder, file).split(path.sep).join('/');
        const answer = rules && relative ? rules.test(relative) : undefined;
        // The nearest file that says anything about it decides.
        if (answer?.ignored) return true;
        if (answer?.unignored) return false;
        if (isRoot || path.dirname(folder) === folder) return false;
      }
    },
    clear: () => known.clear(),
  };
}

function readRules(file: string): Ignore | undefined {
  try {
    return ignore().add(readRegularFile(file, longest).toString('utf8'));
  } catch {
    // Mostly there is none. git reads none either that it may not read.
    return undefined;
  }
}
