import type { LogStream } from '../../service/requests/logSearch.ts';
import { decompressStream } from './logParts.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import { copyInto, createLogTextScan, handOutAll } from './logTextScan.ts';
import { createScanMemory, type NeedleScan } from '../byteScan/needleScan.ts';
import type { PlainSearch } from './plainLogSearch.ts';
import { describeReadError } from '../files/readError.ts';

/** Searches a stream as it comes. A stream that cannot be read is reported. */
export async function searchLogStream(stream: LogStream, now: number, search: PlainSearch): Promise<void> {
  const { finders, pause, sink } = search;
  await sink.ready();
  const file = describeStream(stream.name, now);
  const memory = createScanMemory();
  let scan: NeedleScan | undefined;
  try {
    for await (const chunk of decompressStream(stream.chunks(), sink.signal)) {
      if (sink.isDone()) break;
      scan ??= createLogTextScan(file, finders, memory, sink);
      await copyInto(scan, chunk, pause);
    }
  } catch (error) {
    if (!sink.isDone()) sink.skip(stream.name, describeReadError(error));
  }
  sink.addFiles(1);
  if (scan) await handOutAll(scan, scan.finish(), pause);
}

function describeStream(path: string, now: number): LogFile {
  return { path, opens: path, size: 0, modified: now, device: 0, inode: 0, walked: false, isStream: true };
}
