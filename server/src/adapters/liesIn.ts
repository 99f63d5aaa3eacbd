import { realpath } from 'node:fs/promises';
import { pathInside } from './pathInside.ts';

/** Whether a file exists within a folder, symbolic links followed: one that leads out of it does not lie there. */
export async function liesIn(file: string, folder: string): Promise<boolean> {
  try {
    return pathInside(await realpath(folder), await realpath(file)) !== undefined;
  } catch {
    // What does not exist lies nowhere.
    return false;
  }
}
