import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Whether a file exists within a folder, symbolic links followed: one that leads out of it does not lie there. */
export async function liesIn(file: string, folder: string): Promise<boolean> {
  try {
    const relative = path.relative(await realpath(folder), await realpath(file));
    return !relative.startsWith('..') && !path.isAbsolute(relative);
  } catch {
    // What does not exist lies nowhere.
    return false;
  }
}
