import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Answers whether git ignores a file, by the `.gitignore` files from the git root down. */
export interface GitIgnore {
  ignores(file: string): boolean;
  clear(): void;
}

export function createGitIgnore(): GitIgnore {
  const rules = new Map<string, Ignore | undefined>();
  const rulesOf = (folder: string): Ignore | undefined => {
    if (!rules.has(folder)) rules.set(folder, readRules(path.join(folder, '.gitignore')));
    return rules.get(folder);
  };
  return {
    ignores(file) {
      for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        const relative = path.relative(folder, file).split(path.sep).join('/');
        const answer = relative === '' ? undefined : rulesOf(folder)?.test(relative);
        // The nearest file that says anything about it decides.
        if (answer?.ignored) return true;
        if (answer?.unignored) return false;
        if (existsSync(path.join(folder, '.git')) || path.dirname(folder) === folder) return false;
      }
    },
    clear: () => rules.clear(),
  };
}

function readRules(file: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
