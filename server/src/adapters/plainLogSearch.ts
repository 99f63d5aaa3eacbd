import { closeSync, fstatSync, openSync, promises, readSync } from 'node:fs';
import { isSameFile, type LogFile } from './logFile.ts';
import { createLogTextScan, type NeedleFinders } from './logTextScan.ts';
import { describeReadError, errorCode } from './readError.ts';
import type { SearchSink } from './searchSink.ts';

/** How it went: `moved` when another file has the name meanwhile, or none; `grown` when it is no longer small. */
export type ReadOutcome = 'read' | 'moved' | 'grown';

const blockSize = 256 * 1024;
const shrank = 'The file became shorter while it was read.';

/** Searches a plain log file of any size, block by block. One that grows is read to where it ended at first. */
export async function searchPlainLog(
  file: LogFile,
  finders: NeedleFinders,
  buffer: Buffer,
  sink: SearchSink,
): Promise<ReadOutcome> {
  try {
    const handle = await promises.open(file.opens, 'r');
    try {
      const stats = await handle.stat();
      const scan = createLogTextScan(file, finders, buffer, sink);
      const block = Buffer.allocUnsafe(Math.min(blockSize, Math.max(1, stats.size)));
      sink.addFiles(1);
      let position = 0;
      while (position < stats.size && !sink.isDone()) {
        const { bytesRead } = await handle.read(block, 0, Math.min(block.length, stats.size - position), position);
        if (bytesRead === 0) break;
        scan.push(block.subarray(0, bytesRead));
        position += bytesRead;
      }
      scan.finish();
      if (position < stats.size && !sink.isDone()) sink.skip(file.path, shrank);
      return isSameFile(file, stats) ? 'read' : 'moved';
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'moved';
    sink.skip(file.path, describeReadError(error));
    return 'read';
  }
}

/** A small file's content, in one piece and without waiting. */
export interface SmallLog {
  readonly outcome: ReadOutcome;
  /** Absent when it was not read. Valid until the next is read. */
  readonly bytes?: Buffer;
}

/** Reads the content of a small file into a buffer: thousands of them are read sooner this way than by any other. */
export function readSmallLog(file: LogFile, into: Buffer, sink: SearchSink): SmallLog {
  try {
    const descriptor = openSync(file.opens, 'r');
    try {
      const stats = fstatSync(descriptor);
      const outcome = isSameFile(file, stats) ? 'read' : 'moved';
      if (stats.size > into.length) return { outcome: 'grown' };
      let length = 0;
      while (length < stats.size) {
        const read = readSync(descriptor, into, length, stats.size - length, length);
        if (read === 0) break;
        length += read;
      }
      if (length < stats.size) sink.skip(file.path, shrank);
      return { outcome, bytes: into.subarray(0, length) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { outcome: 'moved' };
    sink.skip(file.path, describeReadError(error));
    return { outcome: 'read' };
  }
}
