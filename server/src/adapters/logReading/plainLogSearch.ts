import * as l10n from '@vscode/l10n';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SearchMemory } from '../byteScan/byteSearch.ts';
import { readFlags, threadedReading as reading } from '../files/fileReading.ts';
import { type ContentKind, kindOfContent, kindSample } from '../logFiles/contentKind.ts';
import { asOpened, isReplaced, type LogFile, type ReadOutcome } from '../logFiles/logFile.ts';
import { createLogTextScan, handOutAll, holdsNeedle, type NeedleFinders } from './logTextScan.ts';
import { createScanMemory } from '../byteScan/needleScan.ts';
import { describeReadError, isGone } from '../files/readError.ts';
import type { SearchSink } from './searchSink.ts';

/** The parts of a search that it uses for one plain file after the other. */
export interface PlainSearch {
  readonly finders: NeedleFinders;
  /** From `createScanMemory`. */
  readonly memory: SearchMemory;
  /** To be called between pieces of work, and to be waited for when it answers with a promise. */
  readonly pause: () => Promise<void> | undefined;
  readonly sink: SearchSink;
}

/** The most bytes that are read in one piece, without waiting. */
export const smallFile = 64 * 1024;

/** Said of a file that content has gone from. */

/** Searches a log file of any size and content with a plain name. A file that grows is read up to its size at the beginning. */
export async function searchPlainLog(file: LogFile, search: PlainSearch): Promise<ReadOutcome> {
  try {
    const outcome = file.size < smallFile ? await searchSmall(file, search) : 'grown';
    return outcome === 'grown' ? await searchBlocks(file, search) : outcome;
  } catch (error) {
    if (isGone(error)) return 'moved';
    search.sink.skip(file.path, describeReadError(error));
    return 'read';
  }
}

async function searchSmall(file: LogFile, search: PlainSearch): Promise<ReadOutcome | 'grown'> {
  const { finders, memory, pause, sink } = search;
  const small = readSmallLog(file.opens, memory.bytes, (descriptor) => fstatSync(descriptor));
  if (!small) return 'grown';
  const kind = kindOfContent(memory.bytes.subarray(0, Math.min(small.length, kindSample)));
  if (kind) return searchOtherKind(file, kind, search);
  sink.addFiles(1);
  // Most files contain nothing, and the reader of records need not be loaded for those.
  if (holdsNeedle(memory, small.length, finders)) {
    await sink.ready();
    const scan = createLogTextScan(asOpened(file, small.known), finders, memory, sink);
    await handOutAll(scan, scan.take(small.length), pause);
    await handOutAll(scan, scan.finish(), pause);
  } else sink.addBytes(small.length);
  return isReplaced(file, small.known) ? 'moved' : 'read';
}

/**
 * Reads a small file to its end: thousands of them are read sooner without waiting than in any other way.
 * @param know is asked about the file while it is open
 * @returns undefined when it is not small
 * @throws the errors of Node's file system
 */
export function readSmallLog<Known>(
  path: LogFile['opens'],
  into: Buffer,
  know: (descriptor: number) => Known,
): { readonly length: number; readonly known: Known } | undefined {
  const descriptor = openSync(path, readFlags);
  try {
    let length = 0;
    while (length < smallFile) {
      const got = readSync(descriptor, into, length, smallFile - length, null);
      if (got === 0) return { length, known: know(descriptor) };
      length += got;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

async function searchBlocks(file: LogFile, search: PlainSearch): Promise<ReadOutcome> {
  const { finders, memory, pause, sink } = search;
  await sink.ready();
  const descriptor = await reading.open(file.opens);
  try {
    const stats = await reading.stat(descriptor);
    if (!stats.isFile()) return 'moved';
    const head = memory.bytes.subarray(0, Math.min(stats.size, kindSample));
    const kind = kindOfContent(head.subarray(0, await reading.read(descriptor, head, 0)));
    if (kind) return await searchOtherKind(file, kind, search);
    const scan = createLogTextScan(asOpened(file, stats), finders, memory, sink);
    sink.addFiles(1);
    let position = 0;
    while (position < stats.size && !sink.isDone()) {
      const room = scan.room();
      const length = await reading.read(descriptor, room.subarray(0, Math.min(room.length, stats.size - position)), position);
      if (length === 0) break;
      await handOutAll(scan, scan.take(length), pause);
      position += length;
      const waited = pause();
      if (waited) await waited;
    }
    await handOutAll(scan, scan.finish(), pause);
    const isShorter = position < stats.size && !sink.isDone();
    if (isShorter) sink.skip(file.path, l10n.t('The file became shorter while it was read.'));
    // The content that was lost may be in a copy.
    return isShorter || isReplaced(file, stats) ? 'moved' : 'read';
  } finally {
    await reading.close(descriptor);
  }
}

/**
 * Searches a file of a different kind than its plain name, or reports it: as text it would wrongly be found to contain
 * nothing.
 */
async function searchOtherKind(file: LogFile, kind: ContentKind, { finders, pause, sink }: PlainSearch): Promise<ReadOutcome> {
  if ('unreadable' in kind) {
    sink.skip(file.path, kind.unreadable);
    return 'read';
  }
  const [{ searchCompressedLog }] = await Promise.all([import('./compressedLogSearch.ts'), sink.ready()]);
  return searchCompressedLog(file, finders, createScanMemory(), pause, sink);
}
