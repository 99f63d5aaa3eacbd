import { createSearchMemory, type SearchMemory } from './byteSearch.ts';
import { findLastLineStart, lineHeadLength } from './lineHead.ts';
import type { NeedleFinder } from './needleFinder.ts';
import { windowReach } from './recordWindow.ts';
import { findLineFeed, type TextEncoding } from '../logFiles/textEncoding.ts';

/** A place of a needle, as a scan finds it. */
export interface ScanHit {
  /** Which of the needles. */
  readonly needle: number;
  readonly line: number;
  readonly offset: number;
  /** Up to 64 KB to each side; valid only during the call. */
  readonly bytes: Buffer;
  /** Bytes of the file before {@link bytes}. */
  readonly start: number;
  /** The first bytes of the line that they begin in the middle of, at most 4 KB; absent when the scan did not come by them. */
  readonly lineHead?: Buffer;
}

/** Finds needles in a file as it comes, in bounded memory. */
export interface NeedleScan {
  /** The room that the next bytes are to be written to. Never empty. */
  readonly room: () => Buffer;
  /** Takes so many bytes that were written there. @returns whether {@link goOn} is to be called before anything else */
  readonly take: (length: number) => boolean;
  /** Hands out the places that waited for more text. @returns as {@link take} does */
  readonly finish: () => boolean;
  /** Hands out the next places: all at once can take seconds. @returns whether there may be more */
  readonly goOn: () => boolean;
}

export interface NeedleScanOptions {
  readonly encoding: TextEncoding;
  /** No needle is longer than 64 KB. */
  readonly finder: NeedleFinder;
  /** Replaces {@link finder} once the text contains zero bytes, and finds all that it finds too. Absent: no replacement. */
  readonly mixed?: () => NeedleFinder;
  /** The memory of the scan, from {@link createScanMemory}; a scan that has ended leaves it to the next. */
  readonly memory: SearchMemory;
  /**
   * Gets each place of a needle, left to right.
   * @returns the byte from which to look on; undefined ends the scan
   */
  readonly onHit: (hit: ScanHit) => number | undefined;
}

const mostAtOnce = 50;
const kept = 3 * windowReach;
const cacheLine = 64;

/** The memory that a scan works in: the newest block, of so many bytes, and the part of the block before that must be kept. */
export function createScanMemory(block = 512 * 1024): SearchMemory {
  return createSearchMemory(block + kept);
}

/** Starts a scan. Every window that it hands out is in one piece, wherever the chunks were cut. */
export function createNeedleScan({ finder: first, mixed, encoding, memory, onHit }: NeedleScanOptions): NeedleScan {
  let finder = first;
  const { bytes: buffer } = memory;
  // Short chunks wait for others.
  const leastSearched = (buffer.length - kept) / 2;
  const width = encoding === 'utf-8' ? 1 : 2;
  let base = 0;
  let length = 0;
  let searchFrom = base;
  let countedTo = base;
  let line = 1;
  let last = false;
  let ended = false;
  // The line that the scan is in at the byte that it was noted at last.
  let notedAt = base;
  let lineStart = base === 0 ? 0 : undefined;
  let lineHead: Buffer = Buffer.alloc(0);

  const countTo = (position: number) => {
    if (position <= countedTo) return;
    const from = countedTo - base;
    const to = position - base;
    line +=
      encoding === 'utf-8' ? memory.countLineFeeds(from, to) : countLines(buffer.subarray(0, length), from, to, encoding, base);
    countedTo = position;
  };

  /** Before the bytes are dropped, or when the line is needed. */
  const noteLine = (position: number) => {
    const begun = findLastLineStart(buffer.subarray(notedAt - base, position - base), notedAt, encoding);
    if (begun !== undefined) {
      lineStart = begun;
      lineHead = Buffer.alloc(0);
    }
    notedAt = Math.max(notedAt, position);
    if (lineStart === undefined || lineHead.length === lineHeadLength) return;
    const from = lineStart + lineHead.length - base;
    const to = Math.min(notedAt - base, from + lineHeadLength - lineHead.length);
    if (to > from) lineHead = Buffer.concat([lineHead, buffer.subarray(from, to)]);
  };

  const search = (): boolean => {
    const text = buffer.subarray(0, length);
    for (let handed = 0; !ended; ) {
      if (handed === mostAtOnce) return true;
      const from = Math.max(0, searchFrom - base);
      let at = finder.find(memory, from, length);
      if (mixed && finder === first && finder.passedZeros(memory, from, length)) {
        finder = mixed();
        at = finder.find(memory, from, length);
      }
      // The text after it may be still to come, as may the rest of a longer one that begins before it.
      const isWaiting = !last && at + windowReach > length;
      const unfinished = base + length - finder.longest + 1;
      const settled = at < 0 ? unfinished : isWaiting ? Math.min(base + at, unfinished) : base + at;
      searchFrom = Math.max(searchFrom, settled);
      if (at < 0 || isWaiting) return false;
      searchFrom = base + at + 1;
      handOut(text, at);
      handed++;
    }
    return false;
  };

  const handOut = (text: Buffer, at: number) => {
    countTo(base + at);
    const from = Math.max(0, at - windowReach);
    // Characters of two bytes stay whole.
    const start = from + ((base + from) % width);
    const bytes = text.subarray(start, at + windowReach);
    noteLine(base + start);
    const isCut = lineStart !== undefined && lineStart < base + start;
    let next: number | undefined = Number.POSITIVE_INFINITY;
    for (const needle of finder.matchesAt(text, at)) {
      const wanted = onHit({ needle, line, offset: base + at, bytes, start: base + start, ...(isCut ? { lineHead } : {}) });
      next = wanted === undefined || next === undefined ? undefined : Math.min(next, wanted);
    }
    if (next === undefined) ended = true;
    else if (Number.isFinite(next)) searchFrom = Math.max(next, searchFrom);
  };

  const dropOld = () => {
    const oldest = Math.min(base + length, Math.max(base, searchFrom - windowReach));
    // A few bytes more, so that the system copies the next bytes to a place where that is quicker.
    const spare = -(base + length - oldest) & (cacheLine - 1);
    const keepFrom = Math.max(base, oldest - spare - ((oldest - spare) % width));
    countTo(keepFrom);
    noteLine(keepFrom);
    buffer.copyWithin(0, keepFrom - base, length);
    length -= keepFrom - base;
    base = keepFrom;
  };

  const goOn = () => {
    const isMore = search();
    if (!isMore) dropOld();
    return isMore;
  };

  return {
    room: () => buffer.subarray(length),
    take: (taken) => {
      length = ended ? 0 : length + taken;
      return length >= leastSearched && goOn();
    },
    finish: () => {
      last = true;
      return goOn();
    },
    goOn,
  };
}

function countLines(bytes: Buffer, start: number, end: number, encoding: TextEncoding, base: number): number {
  let count = 0;
  for (let at = findLineFeed(bytes, start, encoding, base); at >= 0 && at < end; at = findLineFeed(bytes, at + 1, encoding, base))
    count++;
  return count;
}
