import { homedir } from 'node:os';
import path from 'node:path';
import type { LookupHost } from '../service/logs/logSearch.ts';
import { readExcerpt } from './excerpt.ts';
import { searchLogs } from './searchLogs.ts';
import { findSecrets } from './secretScanner.ts';

/** What the look-up needs from Node. */
export function createLookupHost(): LookupHost {
  return {
    searchLogs,
    readExcerpt,
    findSecrets,
    now: () => Date.now(),
    resolveFolder: (folder, base) => {
      const expanded = folder.replace(/^~(?=$|[\\/])/, homedir());
      return path.resolve(base ?? homedir(), expanded);
    },
    displayPath: (file, folders) => {
      const shortest = folders
        .map((folder) =>
          folders.length > 1 ? path.join(path.basename(folder), path.relative(folder, file)) : path.relative(folder, file),
        )
        .filter((relative, index) => !path.relative(folders[index] ?? '', file).startsWith('..') && !path.isAbsolute(relative))
        .sort((a, b) => a.length - b.length)[0];
      return (shortest ?? file).split(path.sep).join('/');
    },
  };
}
