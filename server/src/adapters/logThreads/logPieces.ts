import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SearchMemory } from '../byteScan/byteSearch.ts';
import { kindOfContent } from '../logFiles/contentKind.ts';
import { readFlags } from '../files/fileReading.ts';
import { isReplaced, type LogFile } from '../logFiles/logFile.ts';
import type { NeedleFinders } from '../logReading/logTextScan.ts';
import type { NeedleFinder } from '../byteScan/needleFinder.ts';
import { detectEncoding, encodingSample } from '../logFiles/textEncoding.ts';

/** A piece of a plain log that is looked into by itself. */
export interface LogPiece {
  readonly file: Pick<LogFile, 'opens' | 'size' | 'device' | 'inode'>;
  /** The bytes of the file that it begins with, and ends before. */
  readonly from: number;
  readonly to: number;
}

/** The facts about a piece that has been looked into. */
export interface KnownPiece {
  /** An id begins in it. */
  readonly holds: boolean;
  readonly lineFeeds: number;
}

// Said of a piece that could not be read, or is not UTF-8 or no text: its file is to be searched in the usual way.
const unreadPiece = -0x80000000;

/** Cuts a file into pieces. @param length bytes of each but the last */
export function cutIntoPieces({ opens, size, device, inode }: LogFile, length: number): LogPiece[] {
  const file = { opens, size, device, inode };
  return Array.from({ length: Math.ceil(size / length) }, (_, index) => ({
    file,
    from: index * length,
    to: Math.min(size, (index + 1) * length),
  }));
}

/**
 * Looks into a piece.
 * @param pause to be waited for between blocks when it answers with a promise
 * @returns one number, for {@link readPieceAnswer}. Never rejects
 */
export async function lookIntoPiece(
  piece: LogPiece,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
): Promise<number> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(piece.file.opens, readFlags);
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || isReplaced(piece.file, stats)) return unreadPiece;
    const head = memory.bytes.subarray(0, readSync(descriptor, memory.bytes, 0, encodingSample, 0));
    if (kindOfContent(head) || detectEncoding(head) !== 'utf-8') return unreadPiece;
    return await readPiece(descriptor, piece, finders.of('utf-8', false), memory, pause);
  } catch {
    // The search itself reads it, and reports files that it cannot read.
    return unreadPiece;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads the answer about a piece; undefined for one that was not read. */
export function readPieceAnswer(answer: number): KnownPiece | undefined {
  return answer === unreadPiece ? undefined : { holds: answer < 0, lineFeeds: Math.abs(answer) - 1 };
}

async function readPiece(
  descriptor: number,
  { file, from, to }: LogPiece,
  finder: NeedleFinder,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
): Promise<number> {
  // A needle that begins in the piece may end behind it.
  const overlap = finder.longest - 1;
  const end = Math.min(file.size, to + overlap);
  let lineFeeds = 0;
  let holds = false;
  for (let at = from; at < to; ) {
    const length = Math.min(memory.bytes.length, end - at);
    if (readSync(descriptor, memory.bytes, 0, length, at) < length) return unreadPiece;
    const own = at + length === end ? to - at : length - overlap;
    const found: boolean | undefined = holds ? undefined : finder.find(memory, 0, length) >= 0;
    // Something in UTF-16 may have been appended.
    if (found === false && finder.passedZeros(memory, 0, length)) return unreadPiece;
    lineFeeds += found === undefined ? memory.countLineFeeds(0, own) : countRest(memory, finder, own);
    holds ||= found === true;
    at += own;
    const waited = pause();
    if (waited) await waited;
  }
  return holds ? -1 - lineFeeds : 1 + lineFeeds;
}

/** The line feeds of the first bytes. The search may have counted some of them, or some too many. */
function countRest(memory: SearchMemory, finder: NeedleFinder, length: number): number {
  const passed = finder.passed?.(memory);
  if (passed?.from !== 0) return memory.countLineFeeds(0, length);
  return passed.to > length
    ? passed.lineFeeds - memory.countLineFeeds(length, passed.to)
    : passed.lineFeeds + memory.countLineFeeds(passed.to, length);
}
