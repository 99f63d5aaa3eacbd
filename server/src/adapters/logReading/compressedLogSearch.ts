import type { SearchMemory } from '../byteScan/byteSearch.ts';
import { threadedReading } from '../files/fileReading.ts';
import { describeReadError, isGone } from '../files/readError.ts';
import { asOpened, isReplaced, type LogFile, type ReadOutcome } from '../logFiles/logFile.ts';
import { type LogPart, readLogParts } from './logParts.ts';
import { copyInto, createLogTextScan, handOutAll, type NeedleFinders } from './logTextScan.ts';
import type { SearchSink } from './searchSink.ts';

/**
 * Searches a compressed file, of several members too, or an archive, by its content: one with a wrong name is searched as what
 * it is. Records before damaged data stay found.
 */
export async function searchCompressedLog(
  file: LogFile,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
  sink: SearchSink,
): Promise<ReadOutcome> {
  try {
    const descriptor = await threadedReading.open(file.opens);
    const stats = await threadedReading.stat(descriptor);
    if (!stats.isFile()) {
      await threadedReading.close(descriptor);
      return 'moved';
    }
    const skip = (path: string, reason: string): void => {
      if (!sink.isDone()) sink.skip(path, reason);
    };
    for await (const part of readLogParts(asOpened(file, stats), descriptor, { signal: sink.signal, skip })) {
      await searchPart(part, finders, memory, pause, sink);
      if (sink.isDone()) break;
    }
    return isReplaced(file, stats) ? 'moved' : 'read';
  } catch (error) {
    if (isGone(error)) return 'moved';
    sink.skip(file.path, describeReadError(error));
    return 'read';
  }
}

async function searchPart(
  { file, content }: LogPart,
  finders: NeedleFinders,
  memory: SearchMemory,
  pause: () => Promise<void> | undefined,
  sink: SearchSink,
): Promise<void> {
  const scan = createLogTextScan(file, finders, memory, sink);
  for await (const chunk of content) {
    if (sink.isDone()) break;
    await copyInto(scan, chunk, pause);
  }
  sink.addFiles(1);
  await handOutAll(scan, scan.finish(), pause);
}
