import { threadedReading } from '../files/fileReading.ts';
import { describeReadError } from '../files/readError.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import { createMixedDecoder } from '../logFiles/mixedDecoder.ts';
import { readLogParts } from './logParts.ts';

/** Receives the text of a log, in pieces. */
export interface LogTextSink {
  /**
   * @param size bytes of the piece, uncompressed
   * @returns false ends the reading
   */
  readonly push: (text: string, size: number) => Promise<boolean>;
  readonly finish: () => void;
}

/** Receives the texts of a file. */
export interface LogTextReader {
  readonly signal: AbortSignal;
  /** Names a file that could not be read, or not to its end. */
  readonly skip: (file: string, reason: string) => void;
  /** Begins a text: the file's, or that of a file in an archive. */
  readonly begin: () => LogTextSink;
}

// V8 makes texts of 128 KB and more ten times as slowly as shorter ones.
const pieceSize = 64 * 1024;

/**
 * Reads a log from disk as text, compressed ones and archives too, in any encoding. The text before damaged data counts, to the
 * last byte, and the damage is reported.
 */
export async function readLogText(file: LogFile, { signal, skip, begin }: LogTextReader): Promise<void> {
  const descriptor = await threadedReading.open(file.opens).catch(describeReadError);
  if (typeof descriptor === 'string') return skip(file.path, descriptor);
  for await (const { content } of readLogParts(file, descriptor, { signal, skip })) {
    const { push, finish } = begin();
    const decoder = createMixedDecoder();
    let goesOn = true;
    for await (const chunk of content) {
      for (let at = 0; at < chunk.length && goesOn; at += pieceSize) {
        const piece = chunk.subarray(at, at + pieceSize);
        goesOn = await push(decoder.decode(piece), piece.length);
      }
      if (!goesOn) break;
    }
    const rest = decoder.finish();
    if (goesOn && rest !== '') goesOn = await push(rest, 0);
    finish();
    if (!goesOn) return;
  }
}
