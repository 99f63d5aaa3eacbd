import { homedir } from 'node:os';

/** The user's home folder; undefined for a user whom the system does not know, as containers run programs, where nothing names one. */
export function findHomeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    // The only way in which Node says so.
    return undefined;
  }
}
