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
