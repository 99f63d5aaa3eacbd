import type { LogSummary } from '../../service/summary/logSummary.ts';
import { createLogSummariser } from '../../service/summary/logSummariser.ts';
import type { LogSummaryRequest } from '../../service/summary/logSummaryRequest.ts';
import { createRecordStream, recordStreamPiece } from '../../service/logs/reading/recordStream.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import { describeLogFiles, findLogNames, saidOfUnopened } from '../logFiles/listLogFiles.ts';
import { decompressStream } from './logParts.ts';
import { createMixedDecoder } from '../logFiles/mixedDecoder.ts';
import type { Problem } from '../../shared/problem.ts';
import { describeReadError } from '../files/readError.ts';
import { readLogText } from './readLogText.ts';
import { writtenAt } from '../logFiles/writtenAt.ts';

const reportEvery = 100;
const mostSkipped = 200;

/**
 * Reads logs from the first record to the last and counts their contents. Memory is bounded for logs of any size, and other
 * work has its turn after each piece of a file.
 */
export async function summariseLogs(request: LogSummaryRequest): Promise<LogSummary> {
  const { roots, openDocuments, globs, recogniser, signal, onProgress } = request;
  const summariser = createLogSummariser(request);
  const skipped: Problem[] = [];
  let files = 0;
  let bytes = 0;
  let records = 0;
  let toldAt = Date.now();
  let moreSkipped = 0;
  const skip = (file: string, reason: string) => {
    if (skipped.length < mostSkipped) skipped.push({ file: request.displayPath(file), reason });
    else moreSkipped++;
  };
  const turn = async () => {
    if (onProgress && Date.now() - toldAt >= reportEvery) {
      onProgress({ bytes, records });
      toldAt = Date.now();
    }
    await new Promise(setImmediate);
    return !signal.aborted;
  };
  const begin = (near: number) => {
    files++;
    return createRecordStream(recogniser, { near }, (record, text) => {
      records++;
      summariser.add(record, text);
    });
  };

  for (const { text, path } of openDocuments) {
    const stream = begin(await writtenAt(path, request.now));
    for (let at = 0; at < text.length && !signal.aborted; at += recordStreamPiece) {
      stream.push(text.slice(at, at + recordStreamPiece));
      await turn();
    }
    stream.finish();
    bytes += Buffer.byteLength(text);
  }
  for (const given of request.streams ?? []) {
    const stream = begin(request.now);
    const { decode, finish } = createMixedDecoder();
    try {
      for await (const chunk of decompressStream(given.chunks(), signal)) {
        bytes += chunk.length;
        stream.push(decode(chunk));
        if (!(await turn())) break;
      }
    } catch (error) {
      if (!signal.aborted) skip(given.name, describeReadError(error));
    }
    stream.push(finish());
    stream.finish();
  }
  const open = new Set(openDocuments.flatMap(({ path }) => path ?? []));
  const sink = { signal, skip, isDone: () => signal.aborted };
  const { names, unopened } = roots.length === 0 ? { names: [], unopened: [] } : await findLogNames(roots, globs, sink);
  for (const file of unopened) skip(file, saidOfUnopened);
  for (const file of oldestFirst((await describeLogFiles(names, sink)).files)) {
    if (signal.aborted) break;
    if (open.has(file.path)) continue;
    await readLogText(file, {
      signal,
      skip,
      begin: () => {
        const stream = begin(Math.min(file.modified, request.now));
        const push = async (text: string, size: number) => {
          bytes += size;
          stream.push(text);
          return turn();
        };
        return { push, finish: () => stream.finish() };
      },
    });
  }
  if (moreSkipped > 0) skipped.push({ file: '', reason: `${moreSkipped} more could not be read.` });
  return summariser.result({ files, bytes, skipped, cancelled: signal.aborted });
}

/** A request that goes on in the next file of a rotation is followed from one to the other. */
function oldestFirst(files: readonly LogFile[]): LogFile[] {
  return files.toSorted((one, other) => one.modified - other.modified);
}
