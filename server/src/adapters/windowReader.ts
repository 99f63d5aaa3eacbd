import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { spellingsOf } from '../service/logs/requestIdSpellings.ts';
import { largestEditorFile, type RecordWindow, windowReach } from './recordWindow.ts';

/** Reads the text around places in files; keeps the last file open, for its next place. */
export interface WindowReader {
  /** At most 64 KB to each side; undefined when the id does not stand there any more. */
  readonly read: (path: string, offset: number, id: string) => RecordWindow | undefined;
  readonly close: () => void;
}

/** To be closed after use. */
export function createWindowReader(): WindowReader {
  let current:
    | { readonly path: string; readonly descriptor: number; readonly size: number; readonly modified: number }
    | undefined;
  const close = () => {
    if (current) closeSync(current.descriptor);
    current = undefined;
  };
  const use = (path: string) => {
    if (current?.path === path) return current;
    close();
    const descriptor = openSync(path, 'r');
    const { size, mtimeMs } = fstatSync(descriptor);
    return (current = { path, descriptor, size, modified: mtimeMs });
  };
  return {
    read: (path, offset, id) => {
      try {
        const { descriptor, size, modified } = use(path);
        const start = Math.max(0, offset - windowReach);
        const bytes = Buffer.allocUnsafe(offset + windowReach - start);
        const read = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
        const at = offset - start;
        const there = read.subarray(at, at + Buffer.byteLength(id));
        const isThere = spellingsOf(id).some((spelling) => there.equals(Buffer.from(spelling)));
        return isThere ? { bytes: read, start, encoding: 'utf-8', excerpt: size > largestEditorFile, modified } : undefined;
      } catch {
        return undefined;
      }
    },
    close,
  };
}
