import * as l10n from '@vscode/l10n';
import { describeWriteError } from '../../adapters/files/readError.ts';
import { readLogs } from '../../adapters/logReading/readLogs.ts';
import { createPieceWriter, type PieceWriter } from '../../adapters/files/pieceWriter.ts';
import type { ReadLogs } from '../../service/summary/logSummariser.ts';
import type { LogSummaryRequest } from '../../service/summary/logSummaryRequest.ts';
import { renderRecordLine } from '../../service/summary/recordLine.ts';
import { describeProblem } from '../../shared/problem.ts';
import type { Streams } from '../streams.ts';

/** The end of the printing: how much was read, and whether all of it could be written. */
export interface PrintedRecords extends ReadLogs {
  readonly written: boolean;
}

const longestPart = 64_000;

/**
 * Prints each record of logs as a line of JSON, as they are read. The reading waits for a slow reader, so memory stays
 * bounded; a reader that goes away ends the reading.
 * @param file where the lines go; absent: standard output
 */
export async function printRecords(
  request: LogSummaryRequest,
  file: string | undefined,
  streams: Streams,
): Promise<PrintedRecords> {
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, displayPath, signal } = request;
  const isAll = request.since === undefined && request.until === undefined;
  const stop = new AbortController();
  let writer: PieceWriter | undefined;
  let part = '';
  const writeOut = async (): Promise<void> => {
    if (part === '') return;
    if (file === undefined) streams.document(part);
    else await (writer ??= await createPieceWriter(file)).write(part);
    part = '';
    if (file === undefined && !(await streams.flushed())) stop.abort();
  };
  try {
    const read = await readLogs(
      { ...request, signal: AbortSignal.any([signal, stop.signal]) },
      {
        countsLines: true,
        onRecord: (record, _text, line, path) => {
          const ms = record.time?.ms;
          if (!isAll && !(ms !== undefined && ms >= since && ms < until)) return;
          part += renderRecordLine(record, { file: displayPath(path), line: line + 1 });
        },
        onPiece: () => (part.length < longestPart ? Promise.resolve() : writeOut()),
      },
    );
    await writeOut();
    if (file !== undefined) await (writer ??= await createPieceWriter(file)).finish();
    return { ...read, cancelled: signal.aborted, written: true };
  } catch (error) {
    await writer?.discard();
    if (file === undefined) throw error;
    streams.error(`${describeProblem({ file, reason: l10n.t('cannot be written: {0}', describeWriteError(error)) })}\n`);
    return { files: 0, bytes: 0, skipped: [], cancelled: signal.aborted, written: false };
  }
}
