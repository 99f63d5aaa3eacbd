import path from 'node:path';
import { pathInside } from '../files/pathInside.ts';
import { resolveFolder } from '../files/resolveFolder.ts';
import { credentialsVariable, readCredentials } from '../../service/engines/credentials.ts';
import { openCommand } from '../programs/commandStream.ts';
import { writtenAt } from '../logFiles/writtenAt.ts';
import type { LookupHost } from '../../workspace/lookupHost.ts';

/** The services of Node for the look-up. They load with the first look-up: most sessions have none. */
export function createLookupHost(): LookupHost {
  return {
    isAvailable: true,
    searchLogs: async (request) => (await import('./searchLogs.ts')).searchLogs(request),
    summariseLogs: async (request) => (await import('../logReading/summariseLogs.ts')).summariseLogs(request),
    openCommand: (source, folder = process.cwd(), signal) => openCommand(source, folder, signal),
    readExcerpt: async (...place) => (await import('../logReading/excerpt.ts')).readExcerpt(...place),
    readEngineContext: async (...place) => (await import('../engines/engineContext.ts')).readEngineContext(...place),
    findSecrets: async (text) => (await import('../files/secretScanner.ts')).findSecrets(text),
    credentialsFor: (address) => readCredentials(process.env[credentialsVariable], () => undefined).get(address),
    writtenAt: (file) => writtenAt(file, Date.now()),
    now: () => Date.now(),
    resolveFolder,
    displayPath: (file, folders) => {
      const shortest = folders
        .flatMap((folder) => {
          const inside = pathInside(folder, file);
          if (inside === undefined) return [];
          return folders.length > 1 ? path.posix.join(path.basename(folder), inside) : inside;
        })
        .sort((a, b) => a.length - b.length)[0];
      return shortest ?? file.split(path.sep).join('/');
    },
  };
}
