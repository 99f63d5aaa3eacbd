import path from 'node:path';

/**
 * The path of what lies in a folder, relative to it and with `/`; empty for the folder itself. Undefined when it does not lie
 * there. A name that begins with two dots (`..data`) lies there; a path on another drive does not.
 */
export function pathInside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return undefined;
  return withSlashes(relative);
}

/** The path from a folder to a file, with `/`; it begins with `../` where the file lies outside, and is absolute on another drive. */
export function pathFrom(folder: string, file: string): string {
  return withSlashes(path.relative(folder, file));
}

function withSlashes(relative: string): string {
  return path.sep === '/' ? relative : relative.split(path.sep).join('/');
}
