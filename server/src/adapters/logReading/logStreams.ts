import { Readable } from 'node:stream';
import type { LogStream } from '../../service/requests/logSearch.ts';
import { createDecompressor, saidOfZstandard } from './logContent.ts';
import { kindOfContent, kindSample } from '../logFiles/contentKind.ts';
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
    for await (const chunk of readContent(stream)) {
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

/** The content of a stream, decompressed. Rejects when it cannot be read. */
export async function* readContent({ chunks }: LogStream): AsyncGenerator<Buffer, void> {
  const source = chunks()[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  let isMore = true;
  while (isMore && length < kindSample) {
    const next = await source.next();
    isMore = next.done !== true;
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first);
  const kind = kindOfContent(head);
  if (kind && 'unreadable' in kind) throw new Error(kind.unreadable);
  const all = goOn(head, { [Symbol.asyncIterator]: () => source });
  if (!kind) return yield* all;
  const decompressor = createDecompressor(kind.compression);
  if (!decompressor) throw new Error(saidOfZstandard);
  const input = Readable.from(all).on('error', (error) => decompressor.destroy(error));
  yield* input.pipe(decompressor) as AsyncIterable<Buffer>;
}

async function* goOn(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  if (head.length > 0) yield head;
  yield* rest;
}

function describeStream(path: string, now: number): LogFile {
  return { path, opens: path, size: 0, modified: now, changed: now, device: 0, inode: 0, walked: false };
}
