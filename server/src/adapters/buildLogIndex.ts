import { createReadStream, statSync } from 'node:fs';
import { createSearchMemory, type SearchMemory } from './byteSearch.ts';
import { createDecompressor } from './compressedLogSearch.ts';
import { isUnchanged, type LogFile } from './logFile.ts';
import { compressionOf } from './logFileNames.ts';
import { blockLength, encodeLogIndex, type IndexedBlock } from './logIndex.ts';
import type { LogIndexStore } from './logIndexStore.ts';
import { detectEncoding } from './textEncoding.ts';
import { createUuidFilter, uuidLength } from './uuidFilter.ts';

// A file that was written to a moment ago may change again without its time of change telling; one that is written to all the time
// would be read whole after each look-up, and its index never be used.
const settled = 60_000;

/** The memory that an index is made in. */
export function createIndexMemory(): SearchMemory {
  // A UUID that begins in a block may end in the next.
  return createSearchMemory(blockLength + uuidLength - 1);
}

/**
 * Reads a file and keeps an index of it; none of a file that is damaged, not UTF-8, or written to meanwhile.
 * @param now milliseconds since 1970
 * @param memory from {@link createIndexMemory}; the next file can have it
 */
export async function buildLogIndex(file: LogFile, store: LogIndexStore, now: number, memory: SearchMemory): Promise<void> {
  if (now - file.modified < settled || typeof file.opens !== 'string') return;
  const blocks: IndexedBlock[] = [];
  const { bytes: buffer } = memory;
  let [length, total, line] = [0, 0, 1];
  const endBlock = () => {
    const end = Math.min(length, blockLength);
    blocks.push({ line, filter: createUuidFilter(buffer.subarray(0, length), end) });
    line += memory.countLineFeeds(0, end);
    buffer.copyWithin(0, end, length);
    length -= end;
  };
  try {
    for await (const chunk of readContent(file)) {
      if (total === 0 && detectEncoding(chunk) !== 'utf-8') return;
      total += chunk.length;
      for (let at = 0; at < chunk.length; ) {
        const copied = chunk.copy(buffer, length, at);
        length += copied;
        at += copied;
        if (length === buffer.length) endBlock();
      }
    }
    while (length > 0) endBlock();
    if (isUnchanged(file, statSync(file.opens))) store.write(file, encodeLogIndex(file, total, blocks));
  } catch {
    // What cannot be read has no index, and the search says so.
  }
}

function readContent(file: LogFile): AsyncIterable<Buffer> {
  const compression = compressionOf(file.path);
  const source = createReadStream(file.opens, { highWaterMark: 256 * 1024 });
  if (compression === undefined) return source;
  const decompressor = createDecompressor(compression);
  if (!decompressor) throw new Error('It cannot be decompressed.');
  source.on('error', (error) => decompressor.destroy(error));
  return source.pipe(decompressor);
}
