import { readRecord } from '../params.ts';

/**
 * Addresses of the folders that a client opens. `workspaceFolders` goes before `rootUri`, and that before `rootPath`, as LSP has
 * it; older clients send only one of the last two.
 */
export function readInitialFolders(params: unknown, uriOf: (path: string) => string): readonly string[] {
  const { workspaceFolders, rootUri, rootPath } = readRecord(params);
  if (Array.isArray(workspaceFolders)) return readFolders(workspaceFolders);
  if (typeof rootUri === 'string') return [rootUri];
  return typeof rootPath === 'string' && rootPath !== '' ? [uriOf(rootPath)] : [];
}

/** The addresses of folders; entries without an address are left out. */
export function readFolders(folders: unknown): readonly string[] {
  return (Array.isArray(folders) ? folders : []).flatMap((folder: unknown) => {
    const { uri } = readRecord(folder);
    return typeof uri === 'string' ? [uri] : [];
  });
}
