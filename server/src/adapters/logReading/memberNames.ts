import { posix } from 'node:path';
import { sha256 } from '../files/hash.ts';

const longest = 1_000;

/**
 * Builds the names under which the files of one archive are shown: with slashes, never leading out of the archive, and each
 * once. A name that comes again gets a number: a tar that was appended to holds a file several times.
 */
export function createMemberNames(): (given: string) => string {
  // The names themselves may be long and many.
  const counts = new Map<string, number>();
  return (given) => {
    const name = posix.normalize(`/${given.slice(0, longest).replaceAll('\\', '/')}`).slice(1) || 'unnamed';
    const key = sha256(name, 'base64').slice(0, 16);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}
