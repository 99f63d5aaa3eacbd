import { homedir } from 'node:os';
import path from 'node:path';

/** The folder that a setting names: `~` is the home folder, and a relative one lies in the base, else in the home folder. */
export function resolveFolder(folder: string, base: string | undefined): string {
  const expanded = folder.replace(/^~(?=$|[\\/])/, homedir());
  return path.resolve(base ?? homedir(), expanded);
}
