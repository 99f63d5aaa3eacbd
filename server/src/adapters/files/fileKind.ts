import { statSync } from 'node:fs';

/** A path's file on disk: links are followed, and `other` is a pipe, a socket or a device. Undefined where nothing can be seen. */
export function kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && (stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other');
  } catch {
    // It cannot be looked at: links that lead in a circle, a name with a NUL.
    return undefined;
  }
}
