import { once } from 'node:events';
import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import type { SearchMemory } from '../byteScan/byteSearch.ts';
import { threadedReading } from '../files/fileReading.ts';
import { asOpened, compressionIn, isReplaced, type LogFile, type ReadOutcome } from '../logFiles/logFile.ts';
import type { LogCompression } from '../logFiles/logFileNames.ts';
import { copyInto, createLogTextScan, handOutAll, type NeedleFinders } from './logTextScan.ts';
import { describeReadError, errorCode, isGone } from '../files/readError.ts';
import type { SearchSink } from './searchSink.ts';

// zlib works in its own threads. Larger chunks mean fewer turns of the event loop, and more memory that waits to be freed.
const chunkSize = 512 * 1024;
const inputSize = 64 * 1024;
// Each run reads all that is before the damage once more, and each piece takes a turn of the event loop.
const damageSteps = [256, 1];

/** Said of a file that goes on after its compressed data. */
export const unreadRest = 'There is more data after the end of the compressed data, which cannot be read.';

/** Said of Zstandard where this Node cannot read it. */
export const saidOfZstandard = 'Zstandard is read from Node 22.15 on: run a newer Node, or decompress the file with zstd -d.';

/** A stream that decompresses, and has counted the bytes that it took. */
export type Decompressor = Transform & { readonly bytesWritten: number };

/** Decompresses; undefined where this Node cannot. */
export function createDecompressor(compression: LogCompression): Decompressor | undefined {
  if (compression === 'gzip') return zlib.createGunzip({ chunkSize });
  // Since Node 22.15, and the types are those of Node 20.
  return (zlib as { readonly createZstdDecompress?: (options: { chunkSize: number }) => Decompressor }).createZstdDecompress?.({
    chunkSize,
  });
}

/** Searches a compressed file, of several members too. Records before damaged data stay found. */
export async function searchCompressedLog(
  file: LogFile,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
  sink: SearchSink,
): Promise<ReadOutcome> {
  const decompressor = createDecompressor(compressionIn(file) ?? 'gzip');
  if (!decompressor) {
    sink.skip(file.path, saidOfZstandard);
    return 'read';
  }
  try {
    const { source, stats } = await openLog(file);
    if (!stats.isFile()) {
      source.destroy();
      return 'moved';
    }
    await searchStream(source, decompressor, asOpened(file, stats), finders, memory, pause, sink);
    return isReplaced(file, stats) ? 'moved' : 'read';
  } catch (error) {
    if (isGone(error)) return 'moved';
    sink.skip(file.path, describeReadError(error));
    return 'read';
  }
}

async function openLog({ opens }: LogFile): Promise<{ readonly source: ReadStream; readonly stats: Stats }> {
  const descriptor = await threadedReading.open(opens);
  // It closes the file.
  const source = createReadStream('', { fd: descriptor, highWaterMark: inputSize });
  return { source, stats: await threadedReading.stat(descriptor) };
}

/** @param decompressor that nothing was given to yet */
async function searchStream(
  source: ReadStream,
  decompressor: Decompressor,
  file: LogFile,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
  sink: SearchSink,
): Promise<void> {
  const scan = createLogTextScan(file, finders, memory, sink);
  let pushed = 0;
  const isEnough = () => pushed >= (file.content?.until ?? Number.POSITIVE_INFINITY);
  const push = async (chunk: Buffer) => {
    const before = Math.min(chunk.length, Math.max(0, (file.content?.from ?? 0) - pushed));
    pushed += chunk.length;
    sink.addBytes(before);
    if (before < chunk.length) await copyInto(scan, chunk.subarray(before), pause);
  };
  try {
    const take = async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        if (sink.isDone() || isEnough()) return;
        await push(chunk);
      }
    };
    await pipeline(source, decompressor, take, { signal: sink.signal }).catch((error: unknown) => {
      // zlib has ended before the file has.
      if (errorCode(error) !== 'ABORT_ERR' && !isEnough()) throw error;
    });
    if (isEnough()) sink.addBytes(Math.max(0, (file.content?.length ?? 0) - pushed));
    else if (!sink.isDone() && (await hasUnreadRest(file, decompressor.bytesWritten))) sink.skip(file.path, unreadRest);
  } catch (error) {
    if (!sink.isDone()) {
      sink.skip(file.path, describeReadError(error));
      for await (const chunk of readUpToDamage(file, decompressor.bytesWritten, pushed)) {
        if (sink.isDone()) break;
        await push(chunk);
      }
    }
  }
  sink.addFiles(1);
  await handOutAll(scan, scan.finish(), pause);
}

/**
 * Reads the text right before damaged data: zlib does not return its output for the piece of input with the damage. Further
 * runs take the input in small pieces from before the damage on, and byte by byte in the end. Never throws.
 * @param damage bytes of input that were read before it
 * @param known bytes of output that are known already
 */
export async function* readUpToDamage(
  file: Pick<LogFile, 'path' | 'opens' | 'compression'>,
  damage: number,
  known: number,
): AsyncGenerator<Buffer, undefined> {
  const run = { damage, known };
  for (const step of damageSteps) if (!(yield* readInSteps(file, run, step))) return;
}

/**
 * @param run the known place of the damage; it is more exact afterwards
 * @returns false where the data only ends too early: there is no damage to come closer to
 */
async function* readInSteps(
  file: Pick<LogFile, 'path' | 'opens' | 'compression'>,
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
export async function hasUnreadRest({ opens }: Pick<LogFile, 'opens'>, position: number): Promise<boolean> {
  const handle = await open(opens, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(inputSize), 0, inputSize, position);
    return buffer.subarray(0, bytesRead).some((byte) => byte !== 0);
  } finally {
    await handle.close();
  }
}
