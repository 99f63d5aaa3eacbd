import { closeSync, openSync, readSync } from 'node:fs';
import { readFlags } from '../files/fileReading.ts';
import type { RecordWindow } from './recordWindow.ts';
import type { TextEncoding } from '../logFiles/textEncoding.ts';

/** So many bytes at the beginning of a line are enough to read its time, its source and its severity. */
export const lineHeadLength = 4 * 1024;

const step = 64 * 1024;
const farthest = 32 * 1024 * 1024;

/** Reads the beginning of the line that a window begins in; undefined when it is too far back, or the file was replaced. */
export type LineHeadReader = (path: string, window: RecordWindow) => Buffer | undefined;

/** Remembers the line of the last window: those of a very long one are asked for one after the other. */
export function createLineHeadReader(): LineHeadReader {
  let last: { readonly path: string; readonly start: number; readonly lineStart: number | undefined } | undefined;
  return (path, { bytes, start, encoding }) => {
    let descriptor: number | undefined;
    try {
      const opened = (descriptor = openSync(path, readFlags));
      const read = (from: number, length: number) => {
        const buffer = Buffer.allocUnsafe(length);
        return buffer.subarray(0, readSync(opened, buffer, 0, length, from));
      };
      const beginning = bytes.subarray(0, 64);
      if (!read(start, beginning.length).equals(beginning)) return undefined;
      const known = last?.path === path && last.start <= start ? last : undefined;
      const limit = Math.max(known?.start ?? 0, start - farthest);
      let lineStart: number | undefined;
      for (let end = start; lineStart === undefined && end > limit; end -= step) {
        const from = Math.max(limit, end - step);
        lineStart = findLastLineStart(read(from, end - from), from, encoding);
      }
      lineStart ??= limit === 0 ? 0 : limit === known?.start ? known.lineStart : undefined;
      last = { path, start, lineStart };
      return lineStart === undefined ? undefined : read(lineStart, Math.min(lineHeadLength, start - lineStart));
    } catch {
      // A record is shown without the start of its line, which is not searched.
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

/**
 * The byte of a file after the last line feed among some of its bytes; undefined without a line feed.
 * @param base bytes of the file before these
 */
export function findLastLineStart(bytes: Buffer, base: number, encoding: TextEncoding): number | undefined {
  for (let at = bytes.lastIndexOf(10); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(10, at - 1)) {
    if (encoding === 'utf-8') return base + at + 1;
    const isLow = ((base + at) & 1) === (encoding === 'utf-16le' ? 0 : 1);
    if (isLow && bytes[encoding === 'utf-16le' ? at + 1 : at - 1] === 0) return base + at + (encoding === 'utf-16le' ? 2 : 1);
  }
  return undefined;
}
