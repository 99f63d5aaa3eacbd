import { realpath } from 'node:fs/promises';
import { pathInside } from './pathInside.ts';

/**
 * Whether a file exists within a folder, symbolic links followed: one that leads out of it does not lie there. A path that
 * leads out is not looked at, since looking at one of another machine tells that machine who looks.
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
    // What cannot be followed to its end lies nowhere.
    return pathInside(folder, file) === undefined ? 'outside' : 'missing';
  }
}
