import { stat } from 'node:fs/promises';

/**
 * When a log was last written to: tells the year of times that have none.
 * @param path undefined: it is no file
 * @param now milliseconds since 1970: no file is younger, whatever its time says
 * @returns milliseconds since 1970; `now` for what is no file
 */
export async function writtenAt(path: string | undefined, now: number): Promise<number> {
  // A file that is gone was written at no time that is known.
  const stats = path === undefined ? undefined : await stat(path).catch(() => undefined);
  return stats?.isFile() === true ? Math.min(stats.mtimeMs, now) : now;
}
