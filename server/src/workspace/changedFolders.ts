import type { Host } from './host.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';

export interface ChangedFolders {
  readonly host: Pick<Host, 'fileOf' | 'uriOf' | 'isFolder' | 'isIgnored'>;
  readonly index: Pick<WorkspaceIndex, 'files' | 'version'>;
  /** The files below a folder, by its path, that the index is about. */
  findFiles(folder: string): Promise<readonly string[]>;
}

/** Whether an address is a folder's: one on disk, or one that contained files of the index. */
export function isFolder(uri: string, { host, index }: Omit<ChangedFolders, 'findFiles'>): boolean {
  const path = host.fileOf(uri);
  if (path === undefined) return false;
  return host.isFolder(path) || foldersIn(index).has(host.uriOf(path));
}

const known = new WeakMap<object, { readonly version: number; readonly folders: ReadonlySet<string> }>();

/** The folders that contain files of the index. Thousands of names may be asked about at once. */
function foldersIn(index: ChangedFolders['index']): ReadonlySet<string> {
  const version = index.version();
  const before = known.get(index);
  if (before?.version === version) return before.folders;
  const folders = new Set<string>();
  for (const file of index.files().keys()) {
    for (let end = file.lastIndexOf('/'); end > 0 && !folders.has(file.slice(0, end)); end = file.lastIndexOf('/', end - 1))
      folders.add(file.slice(0, end));
  }
  known.set(index, { version, folders });
  return folders;
}

/**
 * Addresses of files. A folder that has come, gone or moved is reported only by its own name: it is replaced by the files in
 * it.
 */
export async function filesOf(uris: readonly string[], options: ChangedFolders): Promise<readonly string[]> {
  const { host, index, findFiles } = options;
  const files = new Set(uris);
  for (const uri of uris) {
    const path = host.fileOf(uri);
    if (path === undefined || !isFolder(uri, options)) continue;
    const folder = `${host.uriOf(path)}/`;
    for (const file of index.files().keys()) if (file.startsWith(folder)) files.add(file);
    // Hidden folders and files that git ignores are not part of the workspace.
    if (!host.isFolder(path) || /\/\./.test(uri) || host.isIgnored(`${path}/x`)) continue;
    for (const file of await findFiles(path)) files.add(host.uriOf(file));
  }
  return [...files];
}
