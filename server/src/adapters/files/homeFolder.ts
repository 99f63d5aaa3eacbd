import { homedir } from 'node:os';
import path from 'node:path';

/** The user's home folder; undefined for a user whom the system does not know, as containers run programs, where nothing names one, or names a relative one. */
export function findHomeFolder(): string | undefined {
  try {
    const home = homedir();
    // A relative one would be within the working directory.
    return path.isAbsolute(home) ? home : undefined;
  } catch {
    // Node has no other way to report it.
    return undefined;
  }
}
