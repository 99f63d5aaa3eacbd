import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { kindOf } from '../files/fileKind.ts';
import { pathInside } from '../files/pathInside.ts';

/**
 * Folders to run git in, as few as possible: the working directory for the files in it, but not for those behind a link or in
 * a different repository.
 */
export function checkoutsOf(paths: readonly string[], workingDirectory: string): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const given of paths) {
    const kind = kindOf(given);
    const folder = kind === 'file' || kind === 'other' ? path.dirname(given) : given;
    // A path that does not exist is reported where it is read.
    if (existsSync(folder)) folders.add(isPlainlyIn(folder, workingDirectory) ? workingDirectory : folder);
  }
  return folders;
}

/** Whether a file exists in a folder, neither behind a link nor in a different repository. */
export function liesPlainlyIn(file: string, above: string): boolean {
  return existsSync(file) && isPlainlyIn(path.dirname(file), above);
}

function isPlainlyIn(folder: string, above: string): boolean {
  const inside = pathInside(above, folder);
  if (inside === undefined || realpathSync.native(folder) !== path.join(realpathSync.native(above), inside)) return false;
  for (let at = folder; at !== above; at = path.dirname(at)) if (existsSync(path.join(at, '.git'))) return false;
  return true;
}
