import { folderOf } from './folderOf.ts';

/**
 * The address that decides which folder a document belongs to: a notebook's for its cells, and one in the first folder for an
 * untitled document without a path. Other documents have their own.
 */
export function homeOf(uri: string, folders: readonly string[]): string {
  const [, authority = '', path] = /^(?:vscode-notebook-cell|untitled):(?:\/\/([^/]*))?([^?#]*)/.exec(uri) ?? [];
  if (path === undefined) return uri;
  const [first] = folders;
  if (!path.startsWith('/')) return first === undefined ? uri : `${first.replace(/\/$/, '')}/${path}`;
  // The address does not tell the file system, and a folder may be in any.
  const schemes = new Set(folders.map((folder) => folder.slice(0, folder.indexOf(':'))));
  const homes = [...schemes].map((scheme) =>
    authority === '' && scheme !== 'file' ? `${scheme}:${path}` : `${scheme}://${authority}${path}`,
  );
  return homes.find((home) => folderOf(home, folders) !== undefined) ?? `file://${path}`;
}

/** The notebook of a cell; undefined for any other document. */
export function notebookOf(uri: string): string | undefined {
  return uri.startsWith('vscode-notebook-cell:') ? uri.replace(/#.*$/s, '') : undefined;
}
