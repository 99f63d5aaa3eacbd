import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ConfigurationEntry } from '../../workspace/host.ts';
import { createEntry } from './catalogueFiles.ts';
import { findHomeFolder } from '../files/homeFolder.ts';

const names = ['api-error-codes.yaml', 'api-error-codes.yml', 'api-error-codes.json'];

/** See `Host.findConfiguration`. The search ends at a git root and below the home folder. */
export async function findConfiguration(folder: string): Promise<ConfigurationEntry | undefined> {
  const home = findHomeFolder();
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    for (const name of names) {
      const file = path.join(at, name);
      // Synchronous: mostly there is no such file, and every command waits for the answer.
      if (isThere(file)) return { ...createEntry(file, folder), inside: path.relative(at, folder).split(path.sep).join('/') };
    }
    if (at === home || path.dirname(at) === at || existsSync(path.join(at, '.git'))) return undefined;
  }
}

/** The folder of a configuration file that was found for a folder: that folder, or one above it. */
export function folderOfConfiguration(folder: string, { inside }: ConfigurationEntry): string {
  return path.resolve(folder, inside.replace(/[^/]+/g, '..'));
}

/** A pipe counts as there: the reader refuses it, with a message. */
function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    // A folder that may not be looked into has no file that could be read.
    return false;
  }
}
