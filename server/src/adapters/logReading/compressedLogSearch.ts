import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import type { SearchMemory } from '../byteScan/byteSearch.ts';
import { threadedReading } from '../files/fileReading.ts';
import { asOpened, compressionIn, isReplaced, type LogFile, type ReadOutcome } from '../logFiles/logFile.ts';
import { canDecompress, readLogContent, saidOfZstandard } from './logContent.ts';
import { copyInto, createLogTextScan, handOutAll, type NeedleFinders } from './logTextScan.ts';
import { describeReadError, isGone } from '../files/readError.ts';
import type { SearchSink } from './searchSink.ts';

const inputSize = 64 * 1024;

/** Searches a compressed file, of several members too. Records before damaged data stay found. */
export async function searchCompressedLog(
  file: LogFile,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
  sink: SearchSink,
): Promise<ReadOutcome> {
  if (!canDecompress(compressionIn(file))) {
    sink.skip(file.path, saidOfZstandard);
    return 'read';
  }
  try {
    const { source, stats } = await openLog(file);
    if (!stats.isFile()) {
      source.destroy();
      return 'moved';
    }
    await searchStream(source, asOpened(file, stats), finders, memory, pause, sink);
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

async function searchStream(
  source: ReadStream,
  file: LogFile,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
  sink: SearchSink,
): Promise<void> {
  const scan = createLogTextScan(file, finders, memory, sink);
  let pushed = 0;
  const { from = 0, until = Number.POSITIVE_INFINITY, length = 0 } = file.content ?? {};
  const skip = (reason: string): void => {
    if (!sink.isDone()) sink.skip(file.path, reason);
  };
  for await (const chunk of readLogContent(file, { signal: sink.signal, source, skip })) {
    if (sink.isDone()) break;
    const before = Math.min(chunk.length, Math.max(0, from - pushed));
    pushed += chunk.length;
    sink.addBytes(before);
    if (before < chunk.length) await copyInto(scan, chunk.subarray(before), pause);
    if (pushed < until) continue;
    sink.addBytes(Math.max(0, length - pushed));
    break;
  }
  sink.addFiles(1);
  await handOutAll(scan, scan.finish(), pause);
}
