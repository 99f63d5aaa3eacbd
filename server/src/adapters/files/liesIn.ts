import { realpath } from 'node:fs/promises';
import { pathInside } from './pathInside.ts';

/**
 * Whether a file exists within a folder. Symbolic links are followed: a link that leads out of the folder is not in it. A
 * path that leads out is not looked at, since a look at a path of a different machine reveals the user to that machine.
 */
export async function liesIn(file: string, folder: string): Promise<boolean> {
  return (await placeIn(file, folder)) === 'inside';
}

/** The same, and how it does not. @param file absolute */
export async function placeIn(file: string, folder: string): Promise<'inside' | 'outside' | 'missing'> {
  try {
    const real = await realpath(folder);
    if (pathInside(folder, file) === undefined && pathInside(real, file) === undefined) return 'outside';
    return pathInside(real, await realpath(file)) === undefined ? 'outside' : 'inside';
  } catch {
    // A path that cannot be followed to its end is in no folder.
    return pathInside(folder, file) === undefined ? 'outside' : 'missing';
  }
}
