import * as l10n from '@vscode/l10n';
import type { ReadLogs } from '../../service/summary/logSummariser.ts';
import type { LogReadingRequest } from '../../service/summary/logSummaryRequest.ts';
import type { LogRecord } from '../../service/logs/logRecord.ts';
import { createRecordStream, type RecordStream, recordStreamPiece } from '../../service/logs/reading/recordStream.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import { describeLogFiles, findLogNames, sayUnopened } from '../logFiles/listLogFiles.ts';
import { decompressStream } from './logParts.ts';
import { createMixedDecoder } from '../logFiles/mixedDecoder.ts';
import type { Problem } from '../../shared/problem.ts';
import { describeReadError } from '../files/readError.ts';
import { readLogText } from './readLogText.ts';
import { writtenAt } from '../logFiles/writtenAt.ts';

const reportEvery = 100;
const mostSkipped = 200;

/** Gets the records of logs. */
export interface RecordReader {
  /**
   * Called for each record, file by file and in the order of a file.
   * @param text the record's own; its span is one within a part of the file
   * @param line its first line, from 0
   * @param path of its file; the name of a stream
   */
  readonly onRecord: (record: LogRecord, text: string, line: number, path: string) => void;
  /** The lines are wanted; else they are any number. */
  readonly countsLines?: boolean;
  /** Called after each piece of a log: what comes next waits for it. */
  readonly onPiece?: () => Promise<void>;
}

/**
 * Reads logs from the first record to the last, those that were written last at the end. Memory is bounded for logs of any
 * size, and other work has its turn after each piece of a file.
 */
export async function readLogs(
  request: LogReadingRequest,
  { onRecord, onPiece, countsLines = false }: RecordReader,
): Promise<ReadLogs> {
  const { roots, openDocuments, globs, recogniser, signal, onProgress, zoneOf } = request;
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
    await onPiece?.();
    await new Promise(setImmediate);
    return !signal.aborted;
  };
  const begin = (near: number, path: string): RecordStream => {
    files++;
    const pass = (record: LogRecord, text: string, line: number): void => {
      records++;
      onRecord(record, text, line, path);
    };
    return createRecordStream(recogniser, { near, zone: zoneOf?.(path) }, pass, countsLines);
  };

  for (const { uri, text, path } of openDocuments) {
    const stream = begin(await writtenAt(path, request.now), path ?? uri);
    for (let at = 0; at < text.length && !signal.aborted; at += recordStreamPiece) {
      stream.push(text.slice(at, at + recordStreamPiece));
      await turn();
    }
    stream.finish();
    bytes += Buffer.byteLength(text);
  }
  for (const given of request.streams ?? []) {
    const stream = begin(request.now, given.name);
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
  const { names, unopened } = roots.length === 0 ? { names: [], unopened: [] } : await findLogNames(roots, globs, sink, request);
  for (const file of unopened) skip(file, sayUnopened());
  for (const file of oldestFirst((await describeLogFiles(names, sink)).files)) {
    if (signal.aborted) break;
    if (open.has(file.path)) continue;
    await readLogText(file, {
      signal,
      skip,
      begin: () => {
        const stream = begin(Math.min(file.modified, request.now), file.path);
        const push = async (text: string, size: number) => {
          bytes += size;
          stream.push(text);
          return turn();
        };
        return { push, finish: () => stream.finish() };
      },
    });
    await onPiece?.();
  }
  if (moreSkipped > 0) skipped.push({ file: '', reason: l10n.t('{0} more could not be read.', moreSkipped) });
  return { files, bytes, skipped, cancelled: signal.aborted };
}

/** A request that goes on in the next file of a rotation is followed from one to the other. */
function oldestFirst(files: readonly LogFile[]): LogFile[] {
  return files.toSorted((one, other) => one.modified - other.modified);
}
