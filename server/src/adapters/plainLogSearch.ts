import { open } from 'node:fs/promises';
import type { SearchSink } from './searchSink.ts';
import { createNeedleScan } from './needleScan.ts';
import { describeReadError, largestEditorFile } from './recordWindow.ts';

const blockSize = 1024 * 1024;

/** Searches a plain log file without ripgrep, block by block into one buffer that the caller shares between files. */
export async function searchPlainLog(path: string, requestId: string, sink: SearchSink, buffer: Buffer): Promise<void> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const scan = createNeedleScan({
        path,
        needle: Buffer.from(requestId, 'utf8'),
        onHit: (hit, window) => {
          sink.addHit(hit, { ...window, excerpt: size > largestEditorFile });
          return sink.isDone() ? undefined : sink.keptUntil(path);
        },
      });
      sink.addFiles(1);
      // A file that grows while it is read is read to where it ended at first.
      for (let position = 0; position < size && !sink.isDone(); ) {
        const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - position), position);
        if (bytesRead === 0) break;
        if (position === 0 && hasUtf16Mark(buffer)) {
          sink.skip(path, 'It is UTF-16 text, which only ripgrep searches.');
          return;
        }
        scan.push(buffer.subarray(0, bytesRead));
        sink.addBytes(bytesRead);
        position += bytesRead;
      }
      if (!sink.isDone()) scan.finish();
    } finally {
      await file.close();
    }
  } catch (error) {
    sink.skip(path, describeReadError(error));
  }
}

/** The buffer that {@link searchPlainLog} reads into. */
export function createReadBuffer(): Buffer {
  return Buffer.allocUnsafe(blockSize);
}

function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
