import { existsSync } from 'node:fs';
import path from 'node:path';
import { findHomeFolder } from './homeFolder.ts';

/** The folder of the git repository that a folder lies in; undefined when it lies in none, or only in one that the home folder is. */
export function findGitRoot(folder: string): string | undefined {
  const home = findHomeFolder();
  for (let at = path.resolve(folder); at !== home && path.dirname(at) !== at; at = path.dirname(at))
    if (existsSync(path.join(at, '.git'))) return at;
  return undefined;
}
