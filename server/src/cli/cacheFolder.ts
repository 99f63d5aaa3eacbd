import { homedir } from 'node:os';
import path from 'node:path';

/** Where the system keeps what programs can make again, with a folder of ours in it. */
export function findCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  const base =
    process.platform === 'win32'
      ? (local ?? path.join(homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(homedir(), 'Library', 'Caches')
        : // A relative one counts as none.
          xdg !== undefined && path.isAbsolute(xdg)
          ? xdg
          : path.join(homedir(), '.cache');
  return path.join(base, 'api-error-codes');
}
