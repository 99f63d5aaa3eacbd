import * as l10n from '@vscode/l10n';
import { type Dirent, statSync } from 'node:fs';
import path from 'node:path';
import { sayUnreadableCompression } from './contentKind.ts';
import { describeLogFile, keyOf, type LogFile } from './logFile.ts';
import { excludedFolders, isLogName, isUnreadableLog, prepareGlobs } from './logFileNames.ts';
import { followsLink, isInside, isListed, readFolder } from './logFolders.ts';
import { compileGlob } from '../../service/matching/glob.ts';
import type { LogSearchRequest } from '../../service/requests/logSearch.ts';
import { describeReadError } from '../files/readError.ts';
import { createTimeSlices } from '../files/timeSlices.ts';
import type { ListingSink } from './listingSink.ts';

const deepest = 64;
const mostFiles = 500_000;

/** The message about files that are not opened: reading would wait for another program, or never end. */
export function sayUnopened(): string {
  return l10n.t('It is a pipe, a socket or a device.');
}

/** A log file by its name, before anything else is known of it. */
export interface LogName {
  /** For people; a name that is not UTF-8 has replacement characters in it. */
  readonly path: string;
  /** The value that opens it: the bytes of its name where {@link path} cannot. */
  readonly opens: string | Buffer;
  /** Found by a walk through the folders that follows no links. */
  readonly walked: boolean;
}

/** The result of a walk. */
export interface LogListing {
  readonly names: readonly LogName[];
  /** Pipes, sockets and devices with the name of a log, which are not opened. */
  readonly unopened: readonly string[];
  /** How many other files are in the folders: by their names they are no logs. */
  readonly otherFiles: number;
  /** The folders that the names are in, with the time of their last change before they were read, in milliseconds since 1970. */
  readonly folders: readonly { readonly folder: string; readonly modified: number | undefined }[];
}

/**
 * Finds the log files of folders, and files that are named themselves. Follows no links out of the folders, and leaves out
 * `.git` and `node_modules`. One file can come twice.
 * @param globs further globs, beside those for `*.log` and the like
 */
export async function findLogNames(
  roots: readonly string[],
  globs: readonly string[],
  sink: ListingSink,
  { leavesOut, namedRoots = [] }: Pick<LogSearchRequest, 'leavesOut' | 'namedRoots'> = {},
): Promise<LogListing> {
  const { folders, names } = splitRoots(roots, sink);
  const matchesName = createMatch(globs);
  const matches: typeof matchesName = (name, root, full) => matchesName(name, root, full) && leavesOut?.(full) !== true;
  const pause = createTimeSlices();
  const unopened: string[] = [];
  let otherFiles = 0;
  const within: LogListing['folders'][number][] = [];
  const queue = folders.map((folder) => ({ folder, root: folder, depth: 0 }));
  for (let next = queue.pop(); next !== undefined && !sink.isDone(); next = queue.pop()) {
    await pause();
    const { folder, root, depth } = next;
    const modified = modifiedAt(folder);
    const before = names.length;
    const prefix = folder.endsWith(path.sep) ? folder : folder + path.sep;
    const entries = readFolder(folder, sink);
    const followsAll = depth === 0 && namedRoots.includes(root) && entries.every(({ entry }) => entry.isSymbolicLink());
    for (const { entry, name } of entries) {
      const full = prefix + entry.name;
      const opens = typeof name === 'string' ? full : Buffer.concat([Buffer.from(prefix), name]);
      if (entry.isFile() && isUnreadableLog(entry.name)) sink.skip(full, sayUnreadableCompression());
      else if (entry.isFile()) {
        if (matches(entry.name, root, full)) names.push({ path: full, opens, walked: true });
        else otherFiles++;
      } else if (entry.isDirectory()) {
        if (excludedFolders.includes(entry.name)) continue;
        if (depth < deepest) queue.push({ folder: full, root, depth: depth + 1 });
        else sink.skip(full, l10n.t('Folders more than {0} deep are not searched.', deepest));
      } else if (followsAll) {
        if (matches(entry.name, root, full)) names.push({ path: full, opens, walked: false });
      } else if (entry.isSymbolicLink() && isFollowed(full, opens, matches(entry.name, root, full), folders, sink)) {
        names.push({ path: full, opens, walked: false });
      } else if (isOpenedOnly(entry) && matches(entry.name, root, full)) unopened.push(full);
    }
    if (names.length > before) within.push({ folder, modified });
    if (names.length > mostFiles) {
      sink.skip(folder, l10n.t('More than {0} log files: the rest is not searched.', mostFiles));
      break;
    }
  }
  return { names, unopened, otherFiles, folders: within };
}

/** Whether names in the folders may meanwhile be those of other files. */
export function isOutdated({ folders }: LogListing): boolean {
  return folders.some(({ folder, modified }) => modifiedAt(folder) !== modified);
}

/** When a folder, or which names are in it, was last changed, in milliseconds since 1970; undefined when that cannot be read. */
function modifiedAt(folder: string): number | undefined {
  try {
    return statSync(folder).mtimeMs;
  } catch {
    // A folder that is gone has changed; a folder that cannot be read was reported.
    return undefined;
  }
}

/**
 * Describes each file once, the one last written to first. Leaves out names that are not files by now.
 * @returns also whether one has gone since it was found: its content may be there under a different name
 */
export async function describeLogFiles(
  names: readonly LogName[],
  sink: ListingSink,
): Promise<{ readonly files: LogFile[]; readonly gone: boolean }> {
  let gone = false;
  const files = new Map<string, LogFile>();
  const pause = createTimeSlices();
  for (const { path: full, opens, walked } of names) {
    if (sink.isDone()) break;
    try {
      const stats = statSync(opens, { throwIfNoEntry: false });
      const file = stats?.isFile() ? describeLogFile(full, opens, stats, walked) : undefined;
      gone ||= file === undefined;
      // A file can be named, and matched by a glob as well.
      if (file) files.set(keyOf(file), file);
    } catch (error) {
      sink.skip(full, describeReadError(error));
    }
    const waited = pause();
    if (waited) await waited;
  }
  return { files: [...files.values()].sort((one, other) => other.modified - one.modified), gone };
}

/** Whether reading would wait for another program, or never end. */
function isOpenedOnly(entry: Dirent): boolean {
  return entry.isFIFO() || entry.isSocket() || entry.isCharacterDevice() || entry.isBlockDevice();
}

function isFollowed(...[link, opens, isWanted, folders, sink]: Parameters<typeof followsLink>): boolean {
  try {
    return followsLink(link, opens, isWanted, folders, sink);
  } catch (error) {
    sink.skip(link, describeReadError(error));
    return false;
  }
}

/** Splits the paths of a search into folders and files; those that do not exist are skipped. Links given by name are followed. */
function splitRoots(roots: readonly string[], sink: ListingSink): { readonly folders: string[]; readonly names: LogName[] } {
  const folders: string[] = [];
  const files: LogName[] = [];
  for (const root of new Set(roots.map((given) => path.resolve(given)))) {
    try {
      const stats = statSync(root);
      if (stats.isDirectory()) folders.push(root);
      else if (stats.isFile() && isUnreadableLog(path.basename(root))) sink.skip(root, sayUnreadableCompression());
      else if (stats.isFile()) files.push({ path: root, opens: root, walked: false });
      else sink.skip(root, sayUnopened());
    } catch (error) {
      sink.skip(root, describeReadError(error));
    }
  }
  const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && isInside(folder, other)));
  return { folders: outermost, names: files.filter((file) => !outermost.some((folder) => isListed(file.path, folder))) };
}

/** Tells log files by their names, or by their paths within the searched folder. */
function createMatch(globs: readonly string[]): (name: string, root: string, full: string) => boolean {
  const own = prepareGlobs(globs);
  if (own.length === 0) return isLogName;
  const compile = (some: readonly string[]): readonly ((given: string) => boolean)[] =>
    some.map((glob) => compileGlob(glob, { ignoreCase: true })).flatMap((result) => (result.ok ? [result.matches] : []));
  const byName = compile(own.filter((glob) => !glob.includes('/')));
  const byPath = compile(own.filter((glob) => glob.includes('/')));
  return (name, root, full) => {
    if (isLogName(name) || byName.some((matches) => matches(name))) return true;
    if (byPath.length === 0) return false;
    const within = path.relative(root, full).split(path.sep).join('/');
    return byPath.some((matches) => matches(within));
  };
}
