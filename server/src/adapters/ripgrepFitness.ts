import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isSameFile, type LogFile } from './logFile.ts';
import { detectEncoding, encodingSample } from './textEncoding.ts';

const window = 32 * 1024;
const step = 16 * 1024 * 1024;

/**
 * Whether ripgrep may search a file: it is UTF-8 text, it can be opened, and it has no very long lines. ripgrep holds a whole
 * line in memory, however long. A line of more than 16 MB would fill one of the windows that are looked into here, which are
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
    if (!isSameFile(file, stats)) return false;
    for (let position = 0; position < stats.size; position += step) {
      const read = (length: number) => buffer.subarray(0, readSync(descriptor ?? -1, buffer, 0, length, position));
      const short = read(encodingSample);
      if (position === 0 && detectEncoding(short) !== 'utf-8') return false;
      if (short.length === encodingSample && !short.includes(10) && !read(window).includes(10)) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
