import { setImmediate } from 'node:timers/promises';
import type { LogSearchRequest, LogSearchResult } from '../service/logs/logSearch.ts';
import { describeLogFiles, findLogNames, type LogName } from './listLogFiles.ts';
import { identityOf, type LogFile } from './logFile.ts';
import { compressionOf } from './logFileNames.ts';
import { createLogTextScan, createNeedleFinders, holdsNeedle, type NeedleFinders } from './logTextScan.ts';
import type { LogIndexStore } from './logIndexStore.ts';
import { createScanBuffer } from './needleScan.ts';
import { readSmallLog, searchPlainLog } from './plainLogSearch.ts';
import { fitsRipgrep } from './ripgrepFitness.ts';
import { searchWithRipgrep } from './ripgrepLogSearch.ts';
import type { SmallLogs } from './smallLogSearch.ts';
import { createSearchSink, type SearchSink } from './searchSink.ts';
import { createTimeSlices } from './timeSlices.ts';

const smallFile = 64 * 1024;
const compressedAtOnce = 2;
const leastIndexed = 1024 * 1024;

/** What is kept of files from earlier searches. */
export interface LogIndexUse {
  readonly store: LogIndexStore;
  /** Gets the files that an index is worth it for and that have none, once all of them have been read. */
  readonly onUnknown: (files: readonly LogFile[]) => void;
}

/** What the lanes of a search share. */
interface Search {
  readonly sink: SearchSink;
  readonly finders: NeedleFinders;
  readonly ripgrepPath: string | undefined;
  /** Files that another one took the name of meanwhile, or that have gone. */
  readonly moved: LogFile[];
  /** What ripgrep says of the small files, where there are many. */
  small?: Promise<SmallLogs | undefined>;
}

/**
 * Finds every log record that holds one of the ids: in open documents first, then in files, the one last written to first.
 * Small files are read at once, large plain ones with ripgrep, where there is one and one id, and compressed ones through zlib;
 * all at the same time. Never rejects for what it finds on disk: what cannot be read is named under `skipped`. Memory is
 * bounded whatever the size of the logs; the signal ends it within some tens of milliseconds.
 */
export async function searchLogs(request: LogSearchRequest, index?: LogIndexUse): Promise<LogSearchResult> {
  const collector = createSearchSink(request);
  const { sink } = collector;
  // What most searches do without is loaded when it is needed: the sooner ripgrep starts, the sooner there is an answer.
  if (request.openDocuments.length > 0) await (await import('./openDocumentSearch.ts')).searchOpenDocuments(request, collector);
  const search: Search = {
    sink,
    finders: createNeedleFinders(request.requestIds),
    ripgrepPath: request.requestIds.length === 1 ? request.ripgrepPath : undefined,
    moved: [],
  };
  const files = await listFiles(request, search);
  const { left, unknown } = await useIndex(files, index, sink);
  await searchFiles(left, search);
  if (search.moved.length > 0 && !sink.isDone()) await searchRotated(request, files, search);
  if (unknown.length > 0 && !sink.isDone()) index?.onUnknown(unknown);
  collector.flush();
  return collector.result();
}

/** Lists the files that must be read; where ripgrep looked through thousands of small ones, only those of them that hold the id. */
async function listFiles({ roots, globs, walk }: LogSearchRequest, search: Search): Promise<LogFile[]> {
  const { sink, ripgrepPath } = search;
  const onMany = (folders: readonly string[]): void => {
    if (ripgrepPath === undefined) return;
    search.small = import('./smallLogSearch.ts').then(({ searchSmallLogs }) =>
      searchSmallLogs(ripgrepPath, folders, globs, sink.ids[0] ?? '', sink.signal),
    );
  };
  const names = await findLogNames(roots, globs, sink, { onMany, ...(walk ? { walk } : {}) });
  // While ripgrep reads, there is time to load what its hits are read with.
  if (search.small) sink.ready().catch(() => undefined);
  const small = await search.small;
  if (!small) return describeLogFiles(names, sink);
  const isSearched = ({ path, walked }: LogName) => walked && compressionOf(path) === undefined;
  const left = names.filter((name) => !isSearched(name));
  // As many as the walk came to: then none of them is large. With globs of the user's own, the two might not mean the same files.
  if (globs.length > 0 || small.searched !== names.length - left.length) return describeLogFiles(names, sink);
  delete search.small;
  sink.addFiles(small.searched - small.holding.size);
  sink.addBytes(small.bytes);
  for (const path of small.holding) left.push({ path, opens: path, walked: true });
  return describeLogFiles(left, sink);
}

/** Leaves out what an index says holds nothing, and answers what it can. */
async function useIndex(files: readonly LogFile[], index: LogIndexUse | undefined, sink: SearchSink) {
  if (!index || sink.ids.length !== 1) return { left: files, unknown: [] };
  const { searchWithIndex } = await import('./indexedLogSearch.ts');
  const isWorthIt = ({ path, size }: LogFile) => size > smallFile && (compressionOf(path) !== undefined || size > leastIndexed);
  const { left, unknown } = await searchWithIndex(files.filter(isWorthIt), index.store, sink);
  return { left: [...files.filter((file) => !isWorthIt(file)), ...left], unknown };
}

async function searchFiles(files: readonly LogFile[], search: Search): Promise<void> {
  const compressed = files.filter(({ path }) => compressionOf(path) !== undefined);
  const plain = files.filter(({ path }) => compressionOf(path) === undefined);
  await Promise.all([
    searchLarge(
      plain.filter(({ size }) => size > smallFile),
      search,
    ),
    searchCompressed(compressed, search),
    searchSmall(
      plain.filter(({ size }) => size <= smallFile),
      search,
    ),
  ]);
}

/** Rotation during the search gives files new names: those that were not read yet are read now. */
async function searchRotated(request: LogSearchRequest, before: readonly LogFile[], search: Search): Promise<void> {
  const { sink } = search;
  const moved = search.moved.splice(0);
  const lost = new Set(moved.map(identityOf));
  const known = new Set(before.map(identityOf));
  delete search.small;
  const now = await describeLogFiles(await findLogNames(request.roots, request.globs, sink), sink);
  await searchFiles(
    now.filter((file) => lost.has(identityOf(file)) || !known.has(identityOf(file))),
    search,
  );
  const present = new Set(now.map(identityOf));
  for (const file of moved) if (!present.has(identityOf(file))) sink.skip(file.path, 'It was removed while the search ran.');
  for (const { path } of search.moved) sink.skip(path, 'It was replaced again and again while the search ran.');
}

async function searchLarge(files: readonly LogFile[], search: Search): Promise<void> {
  const { ripgrepPath, sink, finders, moved } = search;
  if (files.length === 0) return;
  const left: LogFile[] = [];
  if (ripgrepPath === undefined) left.push(...files);
  else {
    const fitting = await chooseFitting(files, left);
    left.push(...(await searchWithRipgrep(ripgrepPath, fitting, sink)));
  }
  if (left.length === 0) return;
  await sink.ready();
  const buffer = createScanBuffer();
  for (const file of left) {
    if (sink.isDone()) return;
    if ((await searchPlainLog(file, finders, buffer, sink)) === 'moved') moved.push(file);
  }
}

async function chooseFitting(files: readonly LogFile[], left: LogFile[]): Promise<LogFile[]> {
  const pause = createTimeSlices();
  const buffer = Buffer.allocUnsafe(smallFile);
  const fitting: LogFile[] = [];
  for (const file of files) {
    if (fitsRipgrep(file, buffer)) fitting.push(file);
    else left.push(file);
    const waited = pause();
    if (waited) await waited;
  }
  return fitting;
}

async function searchSmall(files: readonly LogFile[], { sink, finders, moved, small: known }: Search): Promise<void> {
  if (files.length === 0) return;
  const chosen = leaveOut(files, (await known)?.holding, sink);
  const pause = createTimeSlices();
  const bytes = Buffer.allocUnsafe(smallFile);
  const buffer = createScanBuffer();
  // ripgrep is started first.
  await setImmediate();
  for (const file of chosen) {
    if (sink.isDone()) return;
    const small = readSmallLog(file, bytes, sink);
    if (small.outcome === 'moved') moved.push(file);
    if (small.outcome === 'grown') await searchPlainLog(file, finders, buffer, sink);
    if (small.bytes) {
      sink.addFiles(1);
      // Most hold nothing, and what reads records need not be loaded for those.
      if (holdsNeedle(small.bytes, finders)) {
        await sink.ready();
        const scan = createLogTextScan(file, finders, buffer, sink);
        scan.push(small.bytes);
        scan.finish();
      } else sink.addBytes(small.bytes.length);
    }
    const waited = pause();
    if (waited) await waited;
  }
}

/** Counts the files that hold nothing as searched. @returns those that must be read */
function leaveOut(files: readonly LogFile[], wanted: ReadonlySet<string> | undefined, sink: SearchSink): readonly LogFile[] {
  if (!wanted) return files;
  const chosen = files.filter(({ walked, path }) => !walked || wanted.has(path));
  const total = (of: readonly LogFile[]) => of.reduce((sum, { size }) => sum + size, 0);
  sink.addFiles(files.length - chosen.length);
  sink.addBytes(total(files) - total(chosen));
  return chosen;
}

/** A few files at once: inflating is the work, and it runs in threads. */
async function searchCompressed(files: readonly LogFile[], { sink, finders, moved }: Search): Promise<void> {
  if (files.length === 0) return;
  const [{ searchCompressedLog }] = await Promise.all([import('./compressedLogSearch.ts'), sink.ready()]);
  const queue = [...files];
  const work = async () => {
    const buffer = createScanBuffer();
    for (let file = queue.shift(); file !== undefined && !sink.isDone(); file = queue.shift()) {
      if ((await searchCompressedLog(file, finders, buffer, sink)) === 'moved') moved.push(file);
    }
  };
  await Promise.all(Array.from({ length: Math.min(compressedAtOnce, files.length) }, work));
}
