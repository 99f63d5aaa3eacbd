import { existsSync } from 'node:fs';
import path from 'node:path';
import { findHomeFolder } from './homeFolder.ts';

/** The git repository that contains a folder; undefined without one, or when its root is the home folder. */
export function findGitRoot(folder: string): string | undefined {
  const home = findHomeFolder();
  for (let at = path.resolve(folder); at !== home && path.dirname(at) !== at; at = path.dirname(at))
    if (existsSync(path.join(at, '.git'))) return at;
  return undefined;
}
