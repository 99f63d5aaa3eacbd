import * as l10n from '@vscode/l10n';
import { once } from 'node:events';
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { addAbortSignal, Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { describeReadError } from '../files/readError.ts';
import { decompressByProgram, type ProgramCompression } from './decompressByProgram.ts';
import { compressionIn, type LogFile } from '../logFiles/logFile.ts';
import type { LogCompression } from '../logFiles/logFileNames.ts';

/** A log file, as far as its content is read. */
export type LogSource = Pick<LogFile, 'path' | 'opens' | 'compression'>;

// zlib works in its own threads. Larger chunks mean fewer turns of the event loop, and more memory that waits to be freed.
const chunkSize = 512 * 1024;
const inputSize = 64 * 1024;
const plainSize = 256 * 1024;
// Each run reads all that is before the damage once more, and each piece takes a turn of the event loop.
const damageSteps = [256, 1];

/** Said of a file that goes on after its compressed data. */

/** A stream that decompresses, and has counted the bytes that it took. */
type Decompressor = Transform & { readonly bytesWritten: number };

/** Decompresses gzip, and Zstandard from Node 22.15 on; undefined for what needs a program. */
function createDecompressor(compression: LogCompression): Decompressor | undefined {
  if (compression === 'gzip') return zlib.createGunzip({ chunkSize });
  if (compression !== 'zstd') return undefined;
  // Since Node 22.15, and the types are those of Node 20.
  return (zlib as { readonly createZstdDecompress?: (options: { chunkSize: number }) => Decompressor }).createZstdDecompress?.({
    chunkSize,
  });
}

/** Decompresses pieces as they come. @throws a sentence when they cannot be */
export async function* decompress(
  pieces: AsyncIterable<Buffer>,
  compression: LogCompression,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, void> {
  const decompressor = createDecompressor(compression);
  if (!decompressor) return yield* decompressByProgram(compression as ProgramCompression, pieces, signal);
  const input = Readable.from(pieces).on('error', (error) => decompressor.destroy(error));
  try {
    yield* input.pipe(decompressor) as AsyncIterable<Buffer>;
  } finally {
    input.destroy();
    decompressor.destroy();
  }
}

/** How a content is read. */
interface ContentReading {
  /** Ends the reading. */
  readonly signal?: AbortSignal;
  /** The opened file, which is closed at the end; absent: it is opened. */
  readonly source?: ReadStream;
  /** Gets the reason why something cannot be read, as one sentence. */
  readonly skip: (reason: string) => void;
}

/**
 * The content of a log file as it comes, decompressed, of several members too. All that is before damaged data is in it, to the
 * last byte. Never throws.
 */
export async function* readLogContent(file: LogSource, { signal, source, skip }: ContentReading): AsyncGenerator<Buffer, void> {
  const compression = compressionIn(file);
  const decompressor = compression === undefined ? undefined : createDecompressor(compression);
  const byProgram = decompressor ? undefined : (compression as ProgramCompression | undefined);
  const input = source ?? createReadStream(file.opens, { highWaterMark: decompressor ? inputSize : plainSize });
  let length = 0;
  try {
    // A stream that fails later, when nothing is wanted of it any more, harms nothing.
    decompressor?.on('error', () => undefined);
    if (decompressor) input.on('error', (error) => decompressor.destroy(error)).pipe(decompressor);
    if (signal) addAbortSignal(signal, decompressor ?? input);
    const content = byProgram ? decompressByProgram(byProgram, input, signal) : (decompressor ?? input);
    for await (const chunk of content as AsyncIterable<Buffer>) {
      length += chunk.length;
      yield chunk;
    }
    if (decompressor && (await hasUnreadRest(file, decompressor.bytesWritten)))
      skip(l10n.t('There is more data after the end of the compressed data, which cannot be read.'));
  } catch (error) {
    if (signal?.aborted) return;
    skip(describeReadError(error));
    if (decompressor) yield* readUpToDamage(file, decompressor.bytesWritten, length);
  } finally {
    input.destroy();
    decompressor?.destroy();
  }
}

/**
 * Reads the text right before damaged data: zlib does not return its output for the piece of input with the damage. Further
 * runs take the input in small pieces from before the damage on, and byte by byte in the end. Never throws.
 * @param damage bytes of input that were read before it
 * @param known bytes of output that are known already
 */
async function* readUpToDamage(file: LogSource, damage: number, known: number): AsyncGenerator<Buffer, undefined> {
  const run = { damage, known };
  for (const step of damageSteps) if (!(yield* readInSteps(file, run, step))) return;
}

/**
 * @param run the known place of the damage; it is more exact afterwards
 * @returns false where the data only ends too early: there is no damage to come closer to
 */
async function* readInSteps(
  file: LogSource,
  run: { damage: number; known: number },
  step: number,
): AsyncGenerator<Buffer, boolean> {
  const decompressor = createDecompressor(compressionIn(file) ?? 'gzip');
  if (!decompressor) return false;
  let position = 0;
  let seen = 0;
  // Taken as it comes: the stream drops its waiting output when the damage is reached.
  const news: Buffer[] = [];
  const failed = once(decompressor, 'error');
  decompressor.on('data', (chunk: Buffer) => {
    const start = Math.max(0, run.known - seen);
    seen += chunk.length;
    run.known = Math.max(run.known, seen);
    if (start < chunk.length) news.push(chunk.subarray(start));
  });
  const write = (piece: Buffer) =>
    new Promise<void>((resolve, reject) => decompressor.write(piece, (error) => (error ? reject(error) : resolve())));
  try {
    for await (const chunk of createReadStream(file.opens, { highWaterMark: inputSize }) as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length && !decompressor.destroyed; ) {
        const before = run.damage - position;
        const piece = chunk.subarray(at, at + (before > 0 ? before : step));
        // A write that fails does not call back.
        await Promise.race([write(piece), failed]);
        yield* news.splice(0);
        if (decompressor.destroyed) break;
        at += piece.length;
        position += piece.length;
        run.damage = Math.max(run.damage, position);
      }
      if (decompressor.destroyed) return true;
    }
  } catch {
    // The damage, which is known.
  } finally {
    decompressor.destroy();
  }
  yield* news.splice(0);
  return false;
}

/** zlib ends without an error where no further member begins. Zeros that fill a block up do not count. */
async function hasUnreadRest({ opens }: LogSource, position: number): Promise<boolean> {
  const handle = await open(opens, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(inputSize), 0, inputSize, position);
    return buffer.subarray(0, bytesRead).some((byte) => byte !== 0);
  } finally {
    await handle.close();
  }
}
