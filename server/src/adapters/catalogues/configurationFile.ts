import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ConfigurationEntry } from '../../workspace/host.ts';
import { createEntry } from './catalogueFiles.ts';
import { kindOf } from '../files/fileKind.ts';
import { findHomeFolder } from '../files/homeFolder.ts';

const names = ['api-error-codes.yaml', 'api-error-codes.yml', 'api-error-codes.json'];

/** See `Host.findConfiguration`. The search ends at a git root and below the home folder. */
export async function findConfiguration(folder: string): Promise<ConfigurationEntry | undefined> {
  const home = findHomeFolder();
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    for (const name of names) {
      const file = path.join(at, name);
      const kind = kindOf(file);
      // A pipe counts as there: the reader refuses it, with a message.
      if (kind === 'file' || kind === 'other')
        return { ...createEntry(file, folder), inside: path.relative(at, folder).split(path.sep).join('/') };
    }
    if (at === home || path.dirname(at) === at || existsSync(path.join(at, '.git'))) return undefined;
  }
}

/** The folder of a configuration file that was found for a folder: that folder, or one above it. */
export function folderOfConfiguration(folder: string, { inside }: ConfigurationEntry): string {
  return path.resolve(folder, inside.replace(/[^/]+/g, '..'));
}
