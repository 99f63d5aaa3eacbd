import { statSync } from 'node:fs';
import path from 'node:path';
import { describeLogFile, keyOf, type LogFile } from './logFile.ts';
import { excludedFolders, isLogName, prepareGlobs } from './logFileNames.ts';
import { followsLink, isInside, isListed, readFolder } from './logFolders.ts';
import { describeReadError } from './readError.ts';
import type { ListingSink } from './searchSink.ts';
import { createTimeSlices } from './timeSlices.ts';

const deepest = 64;
const mostFiles = 500_000;
const many = 1_000;

/**
 * Lists the log files of folders, and files that are named themselves, the one last written to first. Follows no links out
 * of the folders, and leaves out `.git` and `node_modules`.
 * @param globs further globs, beside those for `*.log` and the like
 * @param onMany is called when there are thousands, while the list grows, with the folders that they are in
 */
export async function listLogFiles(
  roots: readonly string[],
  globs: readonly string[],
  sink: ListingSink,
  onMany: (folders: readonly string[]) => void = () => undefined,
): Promise<LogFile[]> {
  const { folders, files } = splitRoots(roots, sink);
  const matches = await createMatch(globs);
  const pause = createTimeSlices();
  let areMany = false;
  const queue = folders.map((folder) => ({ folder, root: folder, depth: 0 }));
  for (let next = queue.pop(); next !== undefined && !sink.isDone(); next = queue.pop()) {
    await pause();
    const { folder, root, depth } = next;
    const add = (full: string, opens: string | Buffer, walked: boolean) => {
      const stats = statSync(opens, { throwIfNoEntry: false });
      if (stats?.isFile()) files.push(describeLogFile(full, opens, stats, walked));
      if (files.length > many && !areMany) {
        areMany = true;
        onMany(folders);
      }
    };
    const prefix = folder.endsWith(path.sep) ? folder : folder + path.sep;
    for (const { entry, name } of readFolder(folder, sink)) {
      const full = prefix + entry.name;
      const opens = typeof name === 'string' ? full : Buffer.concat([Buffer.from(prefix), name]);
      try {
        if (entry.isDirectory()) {
          if (excludedFolders.includes(entry.name)) continue;
          if (depth < deepest) queue.push({ folder: full, root, depth: depth + 1 });
          else sink.skip(full, `Folders more than ${deepest} deep are not searched.`);
        } else if (entry.isFile()) {
          if (matches(entry.name, root, full)) add(full, opens, true);
        } else if (entry.isSymbolicLink()) {
          if (followsLink(full, opens, matches(entry.name, root, full), folders, sink)) add(full, opens, false);
        }
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
function splitRoots(roots: readonly string[], sink: ListingSink): { readonly folders: string[]; readonly files: LogFile[] } {
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

/** Tells log files by their names, or by their paths within the searched folder. */
async function createMatch(globs: readonly string[]): Promise<(name: string, root: string, full: string) => boolean> {
  const own = prepareGlobs(globs);
  if (own.length === 0) return isLogName;
  const { default: picomatch } = await import('picomatch');
  const options = { dot: true, nocase: true };
  const byName = picomatch(
    own.filter((glob) => !glob.includes('/')),
    options,
  );
  const deep = own.filter((glob) => glob.includes('/'));
  const byPath = deep.length === 0 ? undefined : picomatch(deep, options);
  return (name, root, full) =>
    isLogName(name) || byName(name) || byPath?.(path.relative(root, full).split(path.sep).join('/')) === true;
}
