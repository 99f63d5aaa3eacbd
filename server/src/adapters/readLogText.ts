import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createDecompressor } from './compressedLogSearch.ts';
import type { LogFile } from './logFile.ts';
import { compressionOf } from './logFileNames.ts';
import { describeReadError } from './readError.ts';
import { detectEncoding } from './textEncoding.ts';

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

const pieceSize = 128 * 1024;

/** Reads a log from disk as text, compressed ones too, in any encoding. What was read before damaged data counts. */
export async function readLogText(file: LogFile, { signal, skip, onText }: LogTextReader): Promise<void> {
  const take = async (chunks: AsyncIterable<Buffer>) => {
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(detectEncoding(chunk));
      for (let at = 0; at < chunk.length; at += pieceSize) {
        const piece = chunk.subarray(at, at + pieceSize);
        if (!(await onText(decoder.decode(piece, { stream: true }), piece.length))) return;
      }
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') await onText(rest, 0);
  };
  const source = createReadStream(file.opens, { highWaterMark: pieceSize });
  const compression = compressionOf(file.path);
  try {
    if (compression === undefined) return await pipeline(source, take, { signal });
    const decompressor = createDecompressor(compression);
    if (decompressor) return await pipeline(source, decompressor, take, { signal });
    source.destroy();
    skip(file.path, 'Zstandard is read from Node 22.15 on: run a newer Node, or decompress the file with zstd -d.');
  } catch (error) {
    if (!signal.aborted) skip(file.path, describeReadError(error));
  }
}
