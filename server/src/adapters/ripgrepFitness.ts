import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { identifyFile, type LogFile } from './logFile.ts';
import { detectEncoding } from './textEncoding.ts';

const window = 32 * 1024;
const step = 4 * 1024 * 1024;

/**
 * Whether ripgrep may search a file: it is UTF-8 text, it can be opened, and it has no very long lines. ripgrep holds a whole
 * line in memory, however long. A line of more than 4 MB would fill one of the windows that are looked into here, which are
 * so far apart.
 * @param buffer is written to; at least 32 KB
 */
export function fitsRipgrep(file: LogFile, buffer: Buffer): boolean {
  // A name that is no UTF-8 cannot be handed over.
  if (typeof file.opens !== 'string') return false;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file.opens, 'r');
    const stats = fstatSync(descriptor);
    if (identifyFile(stats) !== file.identity) return false;
    for (let position = 0; position < stats.size; position += step) {
      const length = readSync(descriptor, buffer, 0, window, position);
      const read = buffer.subarray(0, length);
      if (position === 0 && detectEncoding(read) !== 'utf-8') return false;
      if (length === window && !read.includes(10)) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
