import { open } from 'node:fs/promises';
import { readLogContent } from './logContent.ts';
import { type ContentKind, kindOfContent, kindSample } from '../logFiles/contentKind.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import { compressionOf, type LogCompression } from '../logFiles/logFileNames.ts';
import { createMixedDecoder } from '../logFiles/mixedDecoder.ts';
import { readFlags } from '../files/fileReading.ts';
import { describeReadError } from '../files/readError.ts';

/** Receives the text of a log. */
export interface LogTextReader {
  readonly signal: AbortSignal;
  /** Names a file that could not be read, or not to its end. */
  readonly skip: (file: string, reason: string) => void;
  /**
   * Gets the text in pieces.
   * @param size bytes of the piece, uncompressed
   * @returns false ends the reading
   */
  readonly onText: (text: string, size: number) => Promise<boolean>;
}

// V8 makes texts of 128 KB and more ten times as slowly as shorter ones.
const pieceSize = 64 * 1024;

/**
 * Reads a log from disk as text, compressed ones too, in any encoding. The text before damaged data counts, to the last byte,
 * and the damage is reported.
 */
export async function readLogText(file: LogFile, { signal, skip, onText }: LogTextReader): Promise<void> {
  const { decode, finish } = createMixedDecoder();
  const kind = await readKind(file).catch(describeReadError);
  if (typeof kind === 'string' || (kind && 'unreadable' in kind)) {
    skip(file.path, typeof kind === 'string' ? kind : kind.unreadable);
    return;
  }
  const problem = (reason: string): void => skip(file.path, reason);
  for await (const chunk of readLogContent({ ...file, ...kind }, { signal, skip: problem })) {
    for (let at = 0; at < chunk.length; at += pieceSize) {
      const piece = chunk.subarray(at, at + pieceSize);
      if (!(await onText(decode(piece), piece.length))) return;
    }
  }
  const rest = finish();
  if (rest !== '') await onText(rest, 0);
}

/** By its name; where the name does not show it, by its first bytes. */
export async function readKind({ path, opens }: Pick<LogFile, 'path' | 'opens'>): Promise<ContentKind | undefined> {
  const named: LogCompression | undefined = compressionOf(path);
  if (named) return { compression: named };
  const handle = await open(opens, readFlags);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(kindSample), 0, kindSample, 0);
    return kindOfContent(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
