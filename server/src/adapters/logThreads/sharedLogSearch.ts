import { asOpened, isReplaced, type LogFile, type ReadOutcome } from '../logFiles/logFile.ts';
import { cutIntoPieces, type KnownPiece, type LogPiece, readPieceAnswer } from './logPieces.ts';
import { createLogTextScan, handOutAll } from '../logReading/logTextScan.ts';
import type { NeedleScan } from '../byteScan/needleScan.ts';
import { type PlainSearch, saidOfShorter, scanBytes, searchPlainLog } from '../logReading/plainLogSearch.ts';
import { describeReadError, isGone } from '../files/readError.ts';
import { windowReach } from '../byteScan/recordWindow.ts';
import { type SearchThreads, shareSearch } from './searchThreads.ts';
import { createWorkBoard } from './sharedWork.ts';

/**
 * Searches plain log files, one after the other. Several threads find out first which parts contain an id at all.
 * @param count how many threads there are to be
 * @param onMoved gets the files whose names a different file took meanwhile
 */
export async function searchPlainLogsShared(
  files: readonly LogFile[],
  search: PlainSearch,
  { script, pieceLength }: SearchThreads,
  count: number,
  onMoved: (file: LogFile) => void,
): Promise<void> {
  const cut = files.map((file) => cutIntoPieces(file, pieceLength));
  const pieces = cut.flat();
  const board = createWorkBoard(pieces.length);
  const shared = shareSearch({ ids: search.sink.ids, pieces, board }, Math.min(count, pieces.length), script, search);
  try {
    let first = 0;
    for (const [index, file] of files.entries()) {
      const before = first;
      const own = cut[index] ?? [];
      first += own.length;
      const know = async (piece: number) => {
        const answer = await shared.answer(before + piece);
        return answer === undefined ? undefined : readPieceAnswer(answer);
      };
      if ((await searchOne(file, own, know, search)) === 'moved') onMoved(file);
      if (search.sink.isDone()) return;
      const waited = search.pause();
      if (waited) await waited;
    }
  } finally {
    shared.end();
  }
}

/** The facts about a piece, as soon as a thread has them; undefined when no thread will. */
type Know = (piece: number) => Promise<KnownPiece | undefined>;

async function searchOne(file: LogFile, pieces: readonly LogPiece[], know: Know, search: PlainSearch): Promise<ReadOutcome> {
  const { reading, sink } = search;
  // Not even its beginning could be read, or it is not UTF-8. Nothing was searched then.
  if ((await know(0)) === undefined) return sink.isDone() ? 'read' : searchPlainLog(file, search);
  let descriptor: number | undefined;
  try {
    // Opened first: a file that takes its name meanwhile is not read instead of it.
    descriptor = await reading.open(file.opens);
    const stats = await reading.stat(descriptor);
    if (!stats.isFile() || isReplaced(file, stats)) return await searchPlainLog(file, search);
    sink.addFiles(1);
    return await searchPieces(descriptor, asOpened(file, stats), pieces, know, search);
  } catch (error) {
    if (isGone(error)) return 'moved';
    sink.skip(file.path, describeReadError(error));
    return 'read';
  } finally {
    if (descriptor !== undefined) await reading.close(descriptor);
  }
}

/** Reads the pieces again that contain an id, and all from the first unknown piece on. Content that was lost may be in a copy. */
async function searchPieces(
  descriptor: number,
  file: LogFile,
  pieces: readonly LogPiece[],
  know: Know,
  search: PlainSearch,
): Promise<ReadOutcome> {
  const { finders, memory, pause, sink } = search;
  const { length, [length - 1]: end } = pieces;
  const size = end?.to ?? 0;
  // Bytes that are read twice are counted once.
  const uncounted = { ...sink, addBytes: () => undefined };
  let scan: NeedleScan | undefined;
  let position = 0;
  let line = 1;
  let isLost = false;
  // The record around an id may begin in the piece before, and end in the one after.
  let before = { from: 0, line };
  for (const [index, { from, to }] of pieces.entries()) {
    const known: KnownPiece | undefined = isLost ? undefined : await know(index);
    if (sink.isDone()) return 'read';
    isLost = known === undefined;
    if (known?.holds === false) {
      if (scan) await handOutAll(scan, scan.finish(), pause);
      scan = undefined;
    } else {
      if (!scan) {
        await sink.ready();
        position = before.from;
        scan = createLogTextScan({ ...file, content: { ...before, length: size, until: size } }, finders, memory, uncounted);
      }
      const until = Math.min(size, to + windowReach);
      position = await scanBytes(descriptor, scan, { from: position, until }, search);
      if (sink.isDone()) return 'read';
      if (position < until) {
        sink.skip(file.path, saidOfShorter);
        await handOutAll(scan, scan.finish(), pause);
        return 'moved';
      }
    }
    sink.addBytes(to - from);
    before = { from, line };
    line += known?.lineFeeds ?? 0;
  }
  if (scan) await handOutAll(scan, scan.finish(), pause);
  return 'read';
}
