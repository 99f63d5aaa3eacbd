import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeLogFile, keyOf, type LogFile } from './logFile.ts';
import { excludedFolders, isLogName, prepareGlobs } from './logFileNames.ts';
import { describeReadError } from './readError.ts';
import type { SearchSink } from './searchSink.ts';
import { createTimeSlices } from './timeSlices.ts';

const deepest = 64;
const mostFiles = 500_000;

/**
 * Lists the log files of folders, and files that are named themselves, the one last written to first. Follows no links out
 * of the folders, and leaves out `.git` and `node_modules`.
 * @param globs further globs, beside those for `*.log` and the like
 */
export async function listLogFiles(roots: readonly string[], globs: readonly string[], sink: SearchSink): Promise<LogFile[]> {
  const { folders, files } = splitRoots(roots, sink);
  const matches = await createMatch(globs);
  const pause = createTimeSlices();
  const queue = folders.map((folder) => ({ folder, root: folder, depth: 0 }));
  for (let next = queue.pop(); next !== undefined && !sink.isDone(); next = queue.pop()) {
    await pause();
    const { folder, root, depth } = next;
    const add = (full: string, opens: string | Buffer) => {
      const stats = statSync(opens, { throwIfNoEntry: false });
      if (stats?.isFile()) files.push(describeLogFile(full, opens, stats));
    };
    for (const { entry, opens } of readFolder(folder, sink)) {
      const full = path.join(folder, entry.name);
      const isWanted = () => matches(entry.name, path.relative(root, full).split(path.sep).join('/'));
      try {
        if (entry.isDirectory() && !excludedFolders.includes(entry.name)) {
          if (depth < deepest) queue.push({ folder: full, root, depth: depth + 1 });
          else sink.skip(full, `Folders more than ${deepest} deep are not searched.`);
        } else if (entry.isFile() && isWanted()) add(full, opens);
        else if (entry.isSymbolicLink() && followsLink(full, opens, isWanted(), folders, sink)) add(full, opens);
      } catch (error) {
        sink.skip(full, describeReadError(error));
      }
      const waited = pause();
      if (waited) await waited;
    }
    if (files.length > mostFiles) {
      sink.skip(folder, `More than ${mostFiles} log files: the rest is not searched.`);
      break;
    }
  }
  // A file can be named, and matched by a glob as well.
  const distinct = [...new Map(files.map((file) => [keyOf(file), file])).values()];
  return distinct.sort((one, other) => other.modified - one.modified);
}

/** Splits what a search was given into folders and files; what does not exist is skipped. Links given by name are followed. */
function splitRoots(roots: readonly string[], sink: SearchSink): { readonly folders: string[]; readonly files: LogFile[] } {
  const folders: string[] = [];
  const files: LogFile[] = [];
  for (const root of new Set(roots.map((given) => path.resolve(given)))) {
    try {
      const stats = statSync(root);
      if (stats.isDirectory()) folders.push(root);
      else if (stats.isFile()) files.push(describeLogFile(root, root, stats));
      else sink.skip(root, 'It is neither a file nor a folder.');
    } catch (error) {
      sink.skip(root, describeReadError(error));
    }
  }
  const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && isInside(folder, other)));
  return { folders: outermost, files: files.filter((file) => !outermost.some((folder) => isListed(file.path, folder))) };
}

/** Whether the walk through a folder comes to a file by itself. */
function isListed(file: string, folder: string): boolean {
  return isInside(file, folder) && isLogName(path.basename(file)) && !isExcluded(path.relative(folder, file));
}

function isExcluded(relative: string): boolean {
  return relative.split(path.sep).some((part) => excludedFolders.includes(part));
}

/** The entries of a folder; those whose names are no UTF-8 with the bytes of their names. */
function readFolder(folder: string, sink: SearchSink): { readonly entry: Dirent; readonly opens: string | Buffer }[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const damaged = entries.some(({ name }) => name.includes('\uFFFD')) ? readdirSync(folder, { encoding: 'buffer' }) : [];
    return entries.map((entry) => {
      const full = path.join(folder, entry.name);
      const bytes = entry.name.includes('\uFFFD') ? damaged.findIndex((name) => name.toString('utf8') === entry.name) : -1;
      // Each name once: several can look the same.
      const [name] = bytes < 0 ? [] : damaged.splice(bytes, 1);
      return { entry, opens: name === undefined ? full : Buffer.concat([Buffer.from(folder + path.sep), name]) };
    });
  } catch (error) {
    sink.skip(folder, describeReadError(error));
    return [];
  }
}

/**
 * Whether a link stands for a log that is searched under no other name. Links out of the folders are not followed, and said;
 * what a link within them leads to is mostly searched in its own place.
 */
function followsLink(
  link: string,
  opens: string | Buffer,
  isWanted: boolean,
  folders: readonly string[],
  sink: SearchSink,
): boolean {
  let target: string;
  try {
    target = realpathSync(opens);
  } catch (error) {
    const isCircle = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    if (isCircle) sink.skip(link, 'It is a symbolic link in a circle.');
    else if (isWanted) sink.skip(link, 'It is a symbolic link to something that cannot be read.');
    return false;
  }
  const isFolder = statSync(target).isDirectory();
  const within = folders.map((folder) => realpathSync(folder)).find((folder) => target === folder || isInside(target, folder));
  if (within !== undefined) return isWanted && !isFolder && !isListed(target, within);
  if (isWanted || isFolder) sink.skip(link, 'It is a symbolic link out of the searched folders, which is not followed.');
  return false;
}

/** Tells log files by their names, or by their paths within the searched folder. */
async function createMatch(globs: readonly string[]): Promise<(name: string, relative: string) => boolean> {
  const own = prepareGlobs(globs);
  if (own.length === 0) return isLogName;
  const { default: picomatch } = await import('picomatch');
  const options = { dot: true, nocase: true };
  const byName = picomatch(
    own.filter((glob) => !glob.includes('/')),
    options,
  );
  const deep = own.filter((glob) => glob.includes('/'));
  const byPath = deep.length === 0 ? () => false : picomatch(deep, options);
  return (name, relative) => isLogName(name) || byName(name) || byPath(relative);
}

function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
