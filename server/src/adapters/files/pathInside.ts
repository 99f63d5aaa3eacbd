import path from 'node:path';

/**
 * The path of a file or folder within a folder, relative to it and with `/`; empty for the folder itself. Undefined when it
 * is not in the folder. A name that begins with two dots (`..data`) is in it; a path on a different drive is not.
 */
export function pathInside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return undefined;
  return withSlashes(relative);
}

/**
 * The path from a folder to a file, with `/`; it begins with `../` where the file is outside, and is absolute on a different
 * drive.
 */
export function pathFrom(folder: string, file: string): string {
  return withSlashes(path.relative(folder, file));
}

function withSlashes(relative: string): string {
  return path.sep === '/' ? relative : relative.split(path.sep).join('/');
}

/** The absolute path of a name that a user gave in a folder. */
export function resolveIn(folder: string, given: string): string {
  return path.resolve(folder, given);
}

/** A path with `/` within a folder of such a path. */
export function joinPaths(folder: string, file: string): string {
  return path.posix.join(folder, file);
}

/** The name of a file without its folders. */
export function nameOf(file: string): string {
  return path.basename(file);
}
