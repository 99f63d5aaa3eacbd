import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createDecompressor, hasUnreadRest, readUpToDamage, unreadRest } from './compressedLogSearch.ts';
import type { LogFile } from './logFile.ts';
import { compressionOf } from './logFileNames.ts';
import { describeReadError } from './readError.ts';
import { detectEncoding, type TextEncoding } from './textEncoding.ts';

/** Who reads a log's text. */
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

const readSize = 256 * 1024;
// V8 makes texts of 128 KB and more ten times as slowly as shorter ones.
const pieceSize = 64 * 1024;

/**
 * Reads a log from disk as text, compressed ones too, in any encoding. What stands before damaged data counts, to the last
 * byte, and the damage is named.
 */
export async function readLogText(file: LogFile, { signal, skip, onText }: LogTextReader): Promise<void> {
  let encoding: TextEncoding | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let [length, wanted, begun] = [0, true, false];
  const decode = (piece: Buffer): string => {
    // Further in, a byte order mark is none.
    const ignoreBOM = begun;
    begun = true;
    // Up to the first other character this takes a fifth of the time.
    if (!decoder && encoding === 'utf-8' && isAscii(piece)) return piece.toString('latin1');
    decoder ??= new TextDecoder(encoding, { ignoreBOM });
    return decoder.decode(piece, { stream: true });
  };
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      encoding ??= detectEncoding(chunk);
      length += chunk.length;
      for (let at = 0; at < chunk.length; at += pieceSize) {
        const piece = chunk.subarray(at, at + pieceSize);
        wanted = await onText(decode(piece), piece.length);
        if (!wanted) return;
      }
    }
  };
  const compression = compressionOf(file.path);
  const decompressor = compression === undefined ? undefined : createDecompressor(compression);
  if (compression !== undefined && !decompressor) {
    skip(file.path, 'Zstandard is read from Node 22.15 on: run a newer Node, or decompress the file with zstd -d.');
    return;
  }
  try {
    const source = createReadStream(file.opens, { highWaterMark: readSize });
    if (!decompressor) await pipeline(source, take, { signal });
    else {
      await pipeline(source, decompressor, take, { signal });
      if (wanted && (await hasUnreadRest(file, decompressor.bytesWritten))) skip(file.path, unreadRest);
    }
  } catch (error) {
    if (signal.aborted) return;
    skip(file.path, describeReadError(error));
    if (decompressor) await take(readUpToDamage(file, decompressor.bytesWritten, length));
  }
  const rest = decoder?.decode() ?? '';
  if (wanted && rest !== '') await onText(rest, 0);
}
