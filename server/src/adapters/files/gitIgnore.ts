import { existsSync } from 'node:fs';
import path from 'node:path';
import { type IgnoreRules, readIgnoreRules } from '../../service/matching/ignoreRules.ts';
import { readRegularFile } from './readRegularFile.ts';

/** A longer `.gitignore` was not written by a person; in bytes. */
const longest = 10_000_000;

/** Answers whether git ignores a file, by the `.gitignore` files from the git root down. */
export interface GitIgnore {
  ignores(file: string): boolean;
  clear(): void;
}

export function createGitIgnore(): GitIgnore {
  const known = new Map<string, { readonly rules: IgnoreRules | undefined; readonly isRoot: boolean }>();
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
        const answer = rules && relative ? rules.say(relative) : undefined;
        // The nearest file with a rule for it decides.
        if (answer !== undefined) return answer === 'ignored';
        if (isRoot || path.dirname(folder) === folder) return false;
      }
    },
    clear: () => known.clear(),
  };
}

function readRules(file: string): IgnoreRules | undefined {
  try {
    return readIgnoreRules(readRegularFile(file, longest).toString('utf8'));
  } catch {
    // Mostly there is no such file. git skips files that it may not read, too.
    return undefined;
  }
}
