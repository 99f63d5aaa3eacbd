import path from 'node:path';
import type { IndexTask } from '../logIndex/indexLogs.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import type { LogIndexStore } from '../logIndex/logIndexStore.ts';
import { pathInside } from '../files/pathInside.ts';
import { resolveFolder } from '../files/resolveFolder.ts';
import type { LogIndexUse } from './searchLogs.ts';
import { credentialsVariable, readCredentials } from '../../service/engines/credentials.ts';
import { openCommand } from '../programs/commandStream.ts';
import { writtenAt } from '../logFiles/writtenAt.ts';
import type { LookupHost } from '../../workspace/lookupHost.ts';

/**
 * The services of Node for the look-up. They load with the first look-up: most sessions have none.
 * @param distribution the folder of the bundles
 */
export function createLookupHost(distribution: string): LookupHost {
  let cacheFolder: string | undefined;
  let store: LogIndexStore | undefined;
  let indexing = false;
  /** In its own thread, one task at a time; files of searches in the meantime are indexed after a later search. */
  const indexLater = async (folder: string, files: readonly LogFile[]) => {
    if (indexing) return;
    indexing = true;
    const { Worker } = await import('node:worker_threads');
    const task: IndexTask = { folder, files };
    const worker = new Worker(path.join(distribution, 'logIndexWorker.cjs'), { workerData: task });
    worker.unref();
    worker.on('error', () => undefined).once('exit', () => (indexing = false));
  };
  return {
    isAvailable: true,
    searchLogs: async (request) => {
      const { searchLogs } = await import('./searchLogs.ts');
      const folder = cacheFolder;
      if (folder === undefined) return searchLogs(request);
      const { createLogIndexStore } = await import('../logIndex/logIndexStore.ts');
      const index: LogIndexUse = {
        store: (store ??= createLogIndexStore(folder)),
        // An index only saves time: without one everything is read.
        onUnknown: (files) => void indexLater(folder, files).catch(() => (indexing = false)),
      };
      return searchLogs(request, index);
    },
    summariseLogs: async (request) => (await import('../logReading/summariseLogs.ts')).summariseLogs(request),
    openCommand: (source, folder = process.cwd(), signal) => openCommand(source, folder, signal),
    useCache(folder) {
      cacheFolder = path.join(folder, 'logs');
      store = undefined;
    },
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
