import { compileGlob } from './glob.ts';
import { limits } from '../limits.ts';

/** The rules of a `.gitignore` file. */
export interface IgnoreRules {
  /**
   * Decides about a file.
   * @param path relative to the folder of the file of rules, with `/`
   * @returns undefined when no rule is about the file
   */
  say(path: string): 'ignored' | 'kept' | undefined;
}

interface IgnoreRule {
  readonly keeps: boolean;
  readonly onlyFolders: boolean;
  readonly matches: (path: string) => boolean;
}

/** Reads a `.gitignore` file, as https://git-scm.com/docs/gitignore has it. Lines that cannot be used are ignored. */
export function readIgnoreRules(text: string): IgnoreRules {
  const rules = text
    .split('\n')
    .flatMap((line) => readRule(line) ?? [])
    .slice(0, limits.ignoreRules)
    // The last one that matches decides.
    .reverse();
  const folders = new Map<string, 'ignored' | 'kept' | undefined>();
  const sayOne = (path: string, isFolder: boolean): 'ignored' | 'kept' | undefined => {
    const rule = rules.find(({ onlyFolders, matches }) => (isFolder || !onlyFolders) && matches(path));
    return rule && (rule.keeps ? 'kept' : 'ignored');
  };
  const sayOfFolder = (path: string): 'ignored' | 'kept' | undefined => {
    if (!folders.has(path)) folders.set(path, sayOne(path, true));
    return folders.get(path);
  };
  return {
    say(path) {
      // A file in an ignored folder cannot be kept.
      for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
        if (sayOfFolder(path.slice(0, at)) === 'ignored') return 'ignored';
      return sayOne(path, false);
    },
  };
}

function readRule(line: string): IgnoreRule | undefined {
  const pattern = line.replace(/^\ufeff|\r$/g, '').replace(/(?<!\\)[ \t]{1,100}$/, '');
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const keeps = pattern.startsWith('!');
  const onlyFolders = pattern.endsWith('/');
  const path = pattern.slice(keeps ? 1 : 0, onlyFolders ? -1 : undefined);
  const below = path.includes('/') ? path.replace(/^\//, '') : `**/${path}`;
  // The content of a folder does not include the folder itself.
  const result = compileGlob(below.replace(/\/\*\*$/, '/**/*'), { ignoreCase: true, isPlain: true });
  return result.ok ? { keeps, onlyFolders, matches: result.matches } : undefined;
}
