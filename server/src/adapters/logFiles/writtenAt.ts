import { stat } from 'node:fs/promises';

/**
 * When a log was last written to: gives the year of times that have none.
 * @param path undefined: it is not a file
 * @param now milliseconds since 1970: a later time of a file is not believed
 * @returns milliseconds since 1970; `now` for anything that is not a file
 */
export async function writtenAt(path: string | undefined, now: number): Promise<number> {
  // A file that is gone was written at no time that is known.
  const stats = path === undefined ? undefined : await stat(path).catch(() => undefined);
  return stats?.isFile() === true ? Math.min(stats.mtimeMs, now) : now;
}
