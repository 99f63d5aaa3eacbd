import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { SearchSink } from './searchSink.ts';
import { createNeedleScan } from './needleScan.ts';
import { describeReadError } from './recordWindow.ts';

// zlib works in its own threads; larger chunks mean fewer turns of the event loop, each well under a millisecond.
const chunkSize = 512 * 1024;

/** Searches a `.gz` file, several members too. What was found before damaged data stays found. */
export async function searchCompressedLog(path: string, requestId: string, sink: SearchSink): Promise<void> {
  const needle = Buffer.from(requestId, 'utf8');
  const scan = createNeedleScan({
    path,
    needle,
    onHit: (hit, window) => {
      sink.addHit(hit, { ...window, excerpt: true });
      return sink.isDone() ? undefined : sink.keptUntil(path);
    },
  });
  sink.addFiles(1);
  try {
    const source = createReadStream(path, { highWaterMark: chunkSize });
    await pipeline(
      source,
      createGunzip({ chunkSize }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          if (sink.isDone()) return;
          scan.push(chunk);
          sink.addBytes(chunk.length);
        }
      },
      { signal: sink.signal },
    );
  } catch (error) {
    if (!sink.isDone()) sink.skip(path, describeReadError(error));
  }
  if (!sink.isDone()) scan.finish();
}
