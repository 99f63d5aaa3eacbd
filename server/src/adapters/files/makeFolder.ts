import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder, for the user only unless the mode says otherwise, and those above it that are missing, each tried once. Node's own way of making several
 * never ends where the system refuses to make a folder and reports it as missing, as in `/proc`.
 * @throws the errors of Node's file system
 */
export function makeFolder(folder: string, mode = 0o700): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && path.dirname(at) !== at; at = path.dirname(at)) missing.unshift(at);
  for (const each of missing) {
    try {
      mkdirSync(each, { mode });
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!existsSync(each)) throw error;
    }
  }
}
