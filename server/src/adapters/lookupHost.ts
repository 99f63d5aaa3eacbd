import { homedir } from 'node:os';
import path from 'node:path';
import type { LookupHost } from '../service/logs/logSearch.ts';

/** What the look-up needs from Node. Its parts load with the first look-up: most sessions have none. */
export function createLookupHost(): LookupHost {
  return {
    searchLogs: async (request) => (await import('./searchLogs.ts')).searchLogs(request),
    readExcerpt: async (...place) => (await import('./excerpt.ts')).readExcerpt(...place),
    findSecrets: async (text) => (await import('./secretScanner.ts')).findSecrets(text),
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
