import * as l10n from '@vscode/l10n';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathInside } from '../files/pathInside.ts';
import { excludedFolders, isLogName } from './logFileNames.ts';
import { describeReadError, errorCode } from '../files/readError.ts';
import type { ListingSink } from './listingSink.ts';

/** An entry of a folder. Its name is bytes where it is not UTF-8. */
export interface FolderEntry {
  readonly entry: Dirent;
  readonly name: string | Buffer;
}

/** The entries of a folder; none, and it is named, when it cannot be read. */
export function readFolder(folder: string, sink: ListingSink): FolderEntry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const isDamaged = (name: string) => name.includes('\uFFFD');
    if (!entries.some(({ name }) => isDamaged(name))) return entries.map((entry) => ({ entry, name: entry.name }));
    const damaged = new Map<string, Buffer[]>();
    for (const bytes of readdirSync(folder, { encoding: 'buffer' })) {
      const name = bytes.toString('utf8');
      const alike = damaged.get(name);
      if (alike) alike.push(bytes);
      else if (isDamaged(name)) damaged.set(name, [bytes]);
    }
    // Each name once: several can look the same.
    return entries.map((entry) => ({ entry, name: damaged.get(entry.name)?.shift() ?? entry.name }));
  } catch (error) {
    sink.skip(folder, describeReadError(error));
    return [];
  }
}

/**
 * Whether a link leads to a log that is searched under no other name. Links out of the folders are not followed, and
 * reported. The target of a link within them is mostly searched in its own place.
 */
export function followsLink(
  link: string,
  opens: string | Buffer,
  isWanted: boolean,
  folders: readonly string[],
  sink: ListingSink,
): boolean {
  let target: string;
  try {
    target = realpathSync.native(opens);
  } catch (error) {
    if (errorCode(error) === 'ELOOP') sink.skip(link, l10n.t('It is a symbolic link in a circle.'));
    else if (isWanted) sink.skip(link, l10n.t('It is a symbolic link to something that cannot be read.'));
    return false;
  }
  const isFolder = statSync(target).isDirectory();
  const within = folders
    .map((folder) => realpathSync.native(folder))
    .find((folder) => target === folder || isInside(target, folder));
  if (within !== undefined) return isWanted && !isFolder && !isListed(target, within);
  if (isWanted || isFolder) sink.skip(link, l10n.t('It is a symbolic link out of the searched folders, which is not followed.'));
  return false;
}

/** Whether the walk through a folder finds a file by itself. */
export function isListed(file: string, folder: string): boolean {
  return isInside(file, folder) && isLogName(path.basename(file)) && !isExcluded(path.relative(folder, file));
}

function isExcluded(relative: string): boolean {
  return relative.split(path.sep).some((part) => excludedFolders.includes(part));
}

/** Whether a path is in a folder. */
export function isInside(inner: string, outer: string): boolean {
  return (pathInside(outer, inner) ?? '') !== '';
}
