import * as l10n from '@vscode/l10n';
import { availableParallelism } from 'node:os';
import type { LogSearchRequest, LogSearchResult } from '../../service/requests/logSearch.ts';
import { describeLogFiles, findLogNames, isOutdated, sayUnopened } from '../logFiles/listLogFiles.ts';
import { identityOf, type LogFile } from '../logFiles/logFile.ts';
import { isPacked } from '../logFiles/logFileNames.ts';
import { createNeedleFinders } from '../logReading/logTextScan.ts';
import { createScanMemory } from '../byteScan/needleScan.ts';
import { type PlainSearch, searchPlainLog, smallFile } from '../logReading/plainLogSearch.ts';
import { createSearchSink } from '../logReading/searchSink.ts';
import { sieveSmallLogs } from '../logReading/smallLogSieve.ts';
import { createTimeSlices } from '../files/timeSlices.ts';

// Each block is read by one call, and many calls of JavaScript keep its compiler busy.
const block = 4 * 1024 * 1024;
// So many files are not sorted by time before they are looked into.
const many = 1_000;
// Files that come and go all the time do not keep a search from ending.
const mostListings = 3;
const nothing = { files: 0, bytes: 0 };

/** The values that the parts of a search share. */
interface Search extends PlainSearch {
  /** Files whose names were taken by a different file meanwhile, or that have gone. */
  readonly moved: LogFile[];
}

/**
 * Finds every log record that contains one of the ids: in open documents first, then in small files, then in others, each the
 * one last written to first. Compressed files through zlib, and log engines, are searched at the same time. Never rejects for
 * anything on disk: files that cannot be read are named under `skipped`. Memory is bounded for logs of any size; the signal
 * ends it within some tens of milliseconds.
 */
export async function searchLogs(request: LogSearchRequest): Promise<LogSearchResult> {
  const collector = createSearchSink(request);
  const { sink } = collector;
  // Modules that most searches do without are loaded when they are needed.
  if (request.openDocuments.length > 0)
    await (await import('../logReading/openDocumentSearch.ts')).searchOpenDocuments(request, collector);
  const engines = request.engines?.length
    ? (await import('../engines/engineSearch.ts')).searchEngines(request, collector)
    : undefined;
  // A failure there is thrown where it is awaited below, however long the files take.
  engines?.catch(() => undefined);
  const search: Search = {
    sink,
    finders: createNeedleFinders(request.requestIds),
    memory: createScanMemory(block),
    pause: createTimeSlices(),
    moved: [],
  };
  // Commands take their time: they run while files are read.
  const streams = searchStreams(request, search);
  streams.catch(() => undefined);
  const files = await listFiles(request, search, true);
  await searchFiles(files, search);
  if (search.moved.length > 0 && !sink.isDone()) await searchRotated(request, files, search);
  await streams;
  // The records in files are shown while engines still work.
  if (engines) collector.flush();
  await engines;
  collector.flush();
  return collector.result();
}

async function searchStreams({ streams = [], now }: LogSearchRequest, search: Search): Promise<void> {
  if (streams.length === 0) return;
  const { searchLogStream } = await import('../logReading/logStreams.ts');
  await Promise.all(streams.map((stream) => searchLogStream(stream, now, search)));
}

/**
 * Lists the files that must be read, the one last written to first.
 * @param maySieve small ones among thousands are searched right away
 */
async function listFiles(request: LogSearchRequest, search: Search, maySieve: boolean): Promise<LogFile[]> {
  const { sink } = search;
  for (let listings = 1; ; listings++) {
    const listing = await findLogNames(request.roots, request.globs, sink, request);
    sink.setOtherFiles(listing.otherFiles);
    // Only reported the first time: later, such a file may have taken the name of a log that is read under a different name.
    if (maySieve && listings === 1) for (const file of listing.unopened) sink.skip(file, sayUnopened());
    const isSieved = maySieve && listings === 1 && listing.names.length > many;
    const { left, searched } = isSieved
      ? await sieveSmallLogs(listing.names, search)
      : { left: listing.names, searched: nothing };
    const { files, gone } = await describeLogFiles(left, sink);
    // A log that was rotated meanwhile may have been described under neither of its names.
    if (listings < mostListings && !sink.isDone() && (gone || isOutdated(listing))) continue;
    sink.addFiles(searched.files);
    sink.addBytes(searched.bytes);
    return files;
  }
}

async function searchFiles(files: readonly LogFile[], search: Search): Promise<void> {
  const isPlain = ({ path }: LogFile) => !isPacked(path);
  await Promise.all([
    searchCompressed(
      files.filter((file) => !isPlain(file)),
      search,
    ),
    searchPlain(files.filter(isPlain), search),
  ]);
}

/** Small files take no time: their records are there while a large file is still read. */
async function searchPlain(files: readonly LogFile[], search: Search): Promise<void> {
  const isSmall = ({ size }: LogFile) => size < smallFile;
  for (const file of files.filter(isSmall)) {
    if (search.sink.isDone()) return;
    await searchOne(file, search);
  }
  const large = files.filter((file) => !isSmall(file));
  for (const file of large) {
    if (search.sink.isDone()) return;
    await searchOne(file, search);
  }
}

async function searchOne(file: LogFile, search: Search): Promise<void> {
  if ((await searchPlainLog(file, search)) === 'moved') search.moved.push(file);
  const waited = search.pause();
  if (waited) await waited;
}

/** A few files at once: inflating is the work, and it runs in threads. */
async function searchCompressed(files: readonly LogFile[], { sink, finders, pause, moved }: Search): Promise<void> {
  if (files.length === 0) return;
  const [{ searchCompressedLog }] = await Promise.all([import('../logReading/compressedLogSearch.ts'), sink.ready()]);
  const queue = [...files];
  const work = async () => {
    const memory = createScanMemory();
    for (let file = queue.shift(); file !== undefined && !sink.isDone(); file = queue.shift()) {
      if ((await searchCompressedLog(file, finders, memory, pause, sink)) === 'moved') moved.push(file);
    }
  };
  // zlib has four threads by default; with fewer processors more than two files only take memory.
  const atOnce = Math.min(files.length, 4, Math.max(2, availableParallelism()));
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Rotation during the search gives files new names: those that were not read yet are read now. */
async function searchRotated(request: LogSearchRequest, before: readonly LogFile[], search: Search): Promise<void> {
  const { sink } = search;
  const moved = search.moved.splice(0);
  const lost = new Set(moved.map(identityOf));
  const known = new Set(before.map(identityOf));
  const now = await listFiles(request, search, false);
  const mayCopy = moved.map(({ path }) => path);
  await searchFiles(
    now.flatMap((file) => (!known.has(identityOf(file)) ? { ...file, mayCopy } : lost.has(identityOf(file)) ? file : [])),
    search,
  );
  const present = new Set(now.map(identityOf));
  for (const file of moved)
    if (!present.has(identityOf(file))) sink.skip(file.path, l10n.t('It was removed while the search ran.'));
  for (const { path } of search.moved) sink.skip(path, l10n.t('It was replaced again and again while the search ran.'));
}
