import { realpathSync } from 'node:fs';

/** The path of a file or folder without links in it; the given one where it has none. */
export function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}
