import { opendir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { compressedLogGlobs, excludedFolders, plainLogGlobs, prepareGlobs } from './logFileNames.ts';
import type { SearchSink } from './searchSink.ts';
import { describeReadError } from './recordWindow.ts';

const deepest = 64;

/**
 * Lists the log files of folders without ripgrep. Follows no links, and leaves out `.git` and `node_modules`.
 * @param globs further globs, beside those for `*.log` and the like
 */
export async function listLogFiles(roots: readonly string[], globs: readonly string[], sink: SearchSink): Promise<string[]> {
  const options = { dot: true, nocase: true };
  const byName = picomatch(
    [...plainLogGlobs, ...compressedLogGlobs, ...prepareGlobs(globs).filter((glob) => !glob.includes('/'))],
    options,
  );
  const deepGlobs = prepareGlobs(globs).filter((glob) => glob.includes('/'));
  const byPath = deepGlobs.length === 0 ? () => false : picomatch(deepGlobs, options);
  const files: string[] = [];

  const walk = async (folder: string, root: string, depth: number): Promise<void> => {
    if (sink.isDone() || depth > deepest) return;
    try {
      const folders: string[] = [];
      for await (const entry of await opendir(folder)) {
        const full = path.join(folder, entry.name);
        if (entry.isDirectory() && !excludedFolders.includes(entry.name)) folders.push(full);
        else if (entry.isFile() && (byName(entry.name) || byPath(path.relative(root, full).replaceAll('\\', '/'))))
          files.push(full);
      }
      for (const child of folders) await walk(child, root, depth + 1);
    } catch (error) {
      sink.skip(folder, describeReadError(error));
    }
  };

  for (const root of roots) await walk(root, root, 0);
  return files;
}

/**
 * The compressed logs of folders that have no folders in them, as those with logs mostly are: no program has to be started
 * for that. Undefined when there is any other folder among them, or one that cannot be read.
 */
export async function listFlatCompressedLogs(folders: readonly string[]): Promise<string[] | undefined> {
  const isLog = picomatch([...compressedLogGlobs], { dot: true, nocase: true });
  const files: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (!entries || entries.some((entry) => entry.isDirectory())) return undefined;
    files.push(...entries.filter((entry) => entry.isFile() && isLog(entry.name)).map(({ name }) => path.join(folder, name)));
  }
  return files;
}

/** Splits what a search was given into folders and files; what does not exist is skipped. Links given by name are followed. */
export async function splitRoots(
  roots: readonly string[],
  sink: SearchSink,
): Promise<{ readonly folders: string[]; readonly files: string[] }> {
  const folders: string[] = [];
  const files: string[] = [];
  for (const root of new Set(roots.map((given) => path.resolve(given)))) {
    const kind = await readKind(root);
    if (kind === 'folder') folders.push(root);
    else if (kind === 'file') files.push(root);
    else sink.skip(root, kind);
  }
  const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && isInside(folder, other)));
  return { folders: outermost, files };
}

async function readKind(root: string): Promise<string> {
  try {
    const target = await stat(root);
    if (target.isDirectory()) return 'folder';
    return target.isFile() ? 'file' : 'It is neither a file nor a folder.';
  } catch (error) {
    return describeReadError(error);
  }
}

function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
