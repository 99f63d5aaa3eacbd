import type { LookupHost } from '../../workspace/lookupHost.ts';

/**
 * The look-up in a browser, which has no logs on disk, starts no commands and asks no log engines: the client offers none of
 * it. Open logs have their hovers all the same.
 * @param inside the path of a file within a folder
 */
export function createNoLookup(inside: (folder: string, file: string) => string | undefined): LookupHost {
  const refuse = (): never => {
    throw new Error('Logs are not searched in a browser.');
  };
  return {
    isAvailable: false,
    searchLogs: refuse,
    summariseLogs: refuse,
    openCommand: refuse,
    readExcerpt: refuse,
    readEngineContext: () => Promise.resolve(undefined),
    findSecrets: () => Promise.resolve([]),
    credentialsFor: () => undefined,
    writtenAt: () => Promise.resolve(Date.now()),
    now: () => Date.now(),
    resolveFolder: (folder) => folder,
    displayPath: (file, folders) => folders.flatMap((folder) => inside(folder, file) ?? [])[0] ?? file,
  };
}
