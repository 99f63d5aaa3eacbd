/**
 * The address that decides which folder a document belongs to: a notebook's for its cells, and one in the first folder for an
 * untitled document without a path. Other documents have their own.
 */
export function homeOf(uri: string, folders: readonly string[]): string {
  const [, path] = /^(?:vscode-notebook-cell|untitled):(?:\/\/[^/]*)?([^?#]*)/.exec(uri) ?? [];
  if (path === undefined) return uri;
  if (path.startsWith('/')) return `file://${path}`;
  const [first] = folders;
  return first === undefined ? uri : `${first.replace(/\/$/, '')}/${path}`;
}

/** The notebook of a cell; undefined for any other document. */
export function notebookOf(uri: string): string | undefined {
  return uri.startsWith('vscode-notebook-cell:') ? uri.replace(/#.*$/s, '') : undefined;
}
