import { statSync } from 'node:fs';
import { createSearchMemory, type SearchMemory } from '../byteScan/byteSearch.ts';
import { kindOfContent } from '../logFiles/contentKind.ts';
import { readLogContent } from '../logReading/logContent.ts';
import { isUnchanged, type LogFile } from '../logFiles/logFile.ts';
import { blockLength, encodeLogIndex, type IndexedBlock } from './logIndex.ts';
import type { LogIndexStore } from './logIndexStore.ts';
import { detectEncoding } from '../logFiles/textEncoding.ts';
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
  let length = 0;
  let total = 0;
  let line = 1;
  const endBlock = () => {
    const end = Math.min(length, blockLength);
    blocks.push({ line, filter: createUuidFilter(buffer.subarray(0, length), end) });
    line += memory.countLineFeeds(0, end);
    buffer.copyWithin(0, end, length);
    length -= end;
  };
  try {
    let isWhole = true;
    for await (const chunk of readLogContent(file, { skip: () => void (isWhole = false) })) {
      if (!isWhole) return;
      // A later part of it may be UTF-16, regardless of its beginning.
      if (total === 0 && (kindOfContent(chunk) || detectEncoding(chunk) !== 'utf-8')) return;
      if (chunk.includes(0)) return;
      total += chunk.length;
      for (let at = 0; at < chunk.length; ) {
        const copied = chunk.copy(buffer, length, at);
        length += copied;
        at += copied;
        if (length === buffer.length) endBlock();
      }
    }
    while (length > 0) endBlock();
    // The reader of the file reports that there is more, and each later look-up must report it too.
    if (!isWhole) return;
    if (isUnchanged(file, statSync(file.opens))) store.write(file, encodeLogIndex(file, total, blocks));
  } catch {
    // A file that cannot be read has no index; the search reports it.
  }
}
