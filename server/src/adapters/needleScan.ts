import type { Hit, RecordWindow } from './recordWindow.ts';

/** Finds a needle in the chunks of a file as they come, in bounded memory. */
export interface NeedleScan {
  /** The chunk may be used again after the call. */
  readonly push: (chunk: Uint8Array) => void;
  /** Hands out what waited for more text. */
  readonly finish: () => void;
}

export interface NeedleScanOptions {
  readonly path: string;
  readonly needle: Buffer;
  /**
   * Gets each place of the needle, left to right, with up to 64 KB of text to each side. The window's bytes are only valid
   * during the call.
   * @returns the byte from which to look on; undefined ends the scan
   */
  readonly onHit: (hit: Hit, window: Omit<RecordWindow, 'excerpt'>) => number | undefined;
}

const around = 64 * 1024;
const block = 1024 * 1024;
const lineFeed = 10;

/** One buffer holds the newest block and what must be kept of the one before, so that every window is in one piece. */
export function createNeedleScan({ path, needle, onHit }: NeedleScanOptions): NeedleScan {
  const buffer = Buffer.allocUnsafe(block + 2 * around + needle.length);
  let base = 0;
  let length = 0;
  let searchFrom = 0;
  let countedTo = 0;
  let line = 1;
  let ended = false;

  const countTo = (position: number) => {
    if (position <= countedTo) return;
    line += countLines(buffer, countedTo - base, position - base);
    countedTo = position;
  };

  const search = (last: boolean) => {
    const text = buffer.subarray(0, length);
    while (!ended) {
      const at = text.indexOf(needle, Math.max(0, searchFrom - base));
      if (at < 0) {
        searchFrom = Math.max(searchFrom, base + length - needle.length + 1);
        return;
      }
      // The text after it is still to come.
      if (!last && at + around > length) {
        searchFrom = base + at;
        return;
      }
      countTo(base + at);
      const start = Math.max(0, at - around);
      const bytes = text.subarray(start, at + around);
      const next = onHit(
        { path, line, offset: base + at },
        { bytes, start: base + start, reachesEnd: last && at + around >= length },
      );
      if (next === undefined) ended = true;
      else searchFrom = Math.max(next, base + at + needle.length);
    }
  };

  const dropOld = () => {
    const keepFrom = Math.min(base + length, Math.max(base, searchFrom - around));
    countTo(keepFrom);
    buffer.copyWithin(0, keepFrom - base, length);
    length -= keepFrom - base;
    base = keepFrom;
  };

  return {
    push: (chunk) => {
      for (let at = 0; at < chunk.length && !ended; ) {
        const part = chunk.subarray(at, at + buffer.length - length);
        buffer.set(part, length);
        length += part.length;
        at += part.length;
        search(false);
        dropOld();
      }
    },
    finish: () => search(true),
  };
}

function countLines(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed, start); at >= 0 && at < end; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
