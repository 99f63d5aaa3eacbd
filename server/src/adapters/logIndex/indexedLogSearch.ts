import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { spellingsOf, uuidDigits } from '../../shared/requestIdSpellings.ts';
import { createSearchMemory, type SearchMemory } from '../byteScan/byteSearch.ts';
import { readFlags } from '../files/fileReading.ts';
import { contentKeyOf, isUnchanged, type KnownContent, type LogFile } from '../logFiles/logFile.ts';
import { compressionOf } from '../logFiles/logFileNames.ts';
import { blockLength, type LogIndex } from './logIndex.ts';
import type { LogIndexStore } from './logIndexStore.ts';
import { largestEditorFile, windowReach } from '../byteScan/recordWindow.ts';
import { createNeedleFinders } from '../logReading/logTextScan.ts';
import type { NeedleFinder } from '../byteScan/needleFinder.ts';
import type { SearchSink } from '../logReading/searchSink.ts';
import { createUuidQuestion } from './uuidFilter.ts';

/** The work that an index leaves to do. */
export interface IndexedSearch {
  /** The files that must be read all the same: those without an index, and compressed ones that may hold the id. */
  readonly left: readonly LogFile[];
  /** Those without an index. */
  readonly unknown: readonly LogFile[];
}

/**
 * Searches files with their indexes from earlier searches: blocks that cannot contain the id are not read. Compressed files
 * are decompressed from their beginning up to the last block that may contain it, and searched from the first such block on.
 */
export async function searchWithIndex(files: readonly LogFile[], store: LogIndexStore, sink: SearchSink): Promise<IndexedSearch> {
  const [id = ''] = sink.ids;
  const digits = digitsOfUuid(id);
  const mayHold = digits === undefined ? undefined : createUuidQuestion(digits);
  const finder = createNeedleFinders([id]).of('utf-8', false);
  let memory: SearchMemory | undefined;
  const left: LogFile[] = [];
  const unknown: LogFile[] = [];
  const count = ({ length }: LogIndex) => {
    sink.addFiles(1);
    sink.addBytes(length);
  };
  for (const file of files) {
    if (sink.isDone()) break;
    const index = store.read(file);
    if (!index) unknown.push(file);
    const blocks = index && mayHold ? chooseBlocks(index, mayHold) : undefined;
    const isCompressed = compressionOf(file.path) !== undefined;
    if (!index || !blocks) left.push(file);
    else if (blocks.length > 0 && isCompressed) left.push({ ...file, content: boundContent(index, blocks) });
    else if (blocks.length > 0) {
      memory ??= createSearchMemory(blockLength + 2 * windowReach);
      // A file whose index is wrong is searched like any file, and named if it cannot be read.
      if (await searchBlocks(file, index, blocks, finder, memory, sink).catch(() => false)) count(index);
      else left.push(file);
    } else count(index);
  }
  return { left, unknown };
}

/** The digits of an id whose every spelling an index would know. */
function digitsOfUuid(id: string): string | undefined {
  return spellingsOf(id).every(({ text }) => uuidDigits(text) !== undefined)
    ? uuidDigits(id.replace(/^urn:uuid:/i, ''))
    : undefined;
}

function chooseBlocks({ blocks }: LogIndex, mayHold: (filter: Uint8Array) => boolean): number[] {
  return blocks.flatMap(({ filter }, block) => (mayHold(filter) ? [block] : []));
}

/** A record around the id may begin in the block before and end in the one after. */
function boundContent({ length, blocks }: LogIndex, chosen: readonly number[]): KnownContent {
  const first = Math.max(0, Math.min(...chosen) - 1);
  const until = (Math.max(...chosen) + 1) * blockLength + windowReach;
  return { length, from: first * blockLength, line: blocks[first]?.line ?? 1, until };
}

/** Rejects when it cannot be read. @returns false when it is not the file any more that the index is of */
async function searchBlocks(
  file: LogFile,
  { blocks }: LogIndex,
  chosen: readonly number[],
  finder: NeedleFinder,
  memory: SearchMemory,
  sink: SearchSink,
): Promise<boolean> {
  const descriptor = openSync(file.opens, readFlags);
  try {
    if (!isUnchanged(file, fstatSync(descriptor))) return false;
    for (const block of chosen) {
      const first = block * blockLength;
      const base = Math.max(0, first - windowReach);
      const text = memory.bytes.subarray(0, readSync(descriptor, memory.bytes, 0, memory.bytes.length, base));
      let line = blocks[block]?.line ?? 1;
      let counted = first - base;
      const next = (from: number) => finder.find(memory, from, text.length);
      for (let at = next(counted); at >= 0 && base + at < first + blockLength; at = next(at + 1)) {
        line += memory.countLineFeeds(counted, at);
        counted = at;
        await sink.ready();
        const start = Math.max(0, at - windowReach);
        sink.addHit(
          { path: file.path, key: contentKeyOf(file), id: 0, line, offset: base + at },
          {
            bytes: text.subarray(start, at + windowReach),
            start: base + start,
            encoding: 'utf-8',
            excerpt: file.size > largestEditorFile,
            modified: file.modified,
          },
        );
        if (sink.isDone()) return true;
      }
    }
    return true;
  } finally {
    closeSync(descriptor);
  }
}
