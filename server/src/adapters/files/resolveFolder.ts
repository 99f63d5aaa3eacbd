import path from 'node:path';
import { findHomeFolder } from './homeFolder.ts';

/**
 * The folder that a setting names: `~` is the home folder, and a relative one is within the base, else within the home
 * folder.
 */
export function resolveFolder(folder: string, base: string | undefined): string {
  const home = findHomeFolder();
  // Without one `~` is a folder that does not exist, and is named as such.
  const expanded = home === undefined ? folder : folder.replace(/^~(?=$|[\\/])/, () => home);
  return path.resolve(base ?? home ?? '', expanded);
}
