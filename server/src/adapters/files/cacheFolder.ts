import path from 'node:path';
import { findHomeFolder } from './homeFolder.ts';

/**
 * Our folder within the system's folder for data that programs can make again. Undefined without a home folder: the content
 * of a folder that others may write to cannot be trusted later.
 */
export function findCacheFolder(): string | undefined {
  const base = findBase();
  return base === undefined ? undefined : path.join(base, 'api-error-codes');
}

function findBase(): string | undefined {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  const home = findHomeFolder();
  const within = (...names: readonly string[]): string | undefined =>
    home === undefined ? undefined : path.join(home, ...names);
  if (process.platform === 'win32') return local ?? within('AppData', 'Local');
  if (process.platform === 'darwin') return within('Library', 'Caches');
  // A relative one counts as none.
  return xdg !== undefined && path.isAbsolute(xdg) ? xdg : within('.cache');
}
