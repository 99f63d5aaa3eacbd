import { isCompressedLog } from './logFileNames.ts';
import { searchCompressedLog } from './compressedLogSearch.ts';
import { createSearchSink, type SearchSink } from './searchSink.ts';
import { listFlatCompressedLogs, listLogFiles, splitRoots } from './listLogFiles.ts';
import type { LogSearchRequest, LogSearchResult } from '../service/logs/logSearch.ts';
import { createReadBuffer, searchPlainLog } from './plainLogSearch.ts';
import { listCompressedLogs, searchWithRipgrep } from './ripgrepLogSearch.ts';
import { searchOpenDocuments } from './openDocumentSearch.ts';

const compressedAtOnce = 2;

/**
 * Finds every log record that holds an id: in open documents first, then in plain log files with ripgrep and in `.gz` files,
 * both at once. Never rejects for what it finds on disk: what cannot be read is named under `skipped`. Memory is bounded
 * whatever the size of the logs; the signal ends it within some tens of milliseconds.
 */
export async function searchLogs(request: LogSearchRequest): Promise<LogSearchResult> {
  const search = createSearchSink(request);
  const { sink } = search;
  await searchOpenDocuments(request, search);
  const { folders, files } = await splitRoots(request.roots, sink);
  const plain = files.filter((file) => !isCompressedLog(file));
  const compressed = files.filter(isCompressedLog);
  const roots = [...folders, ...plain];
  const withRipgrep =
    request.ripgrepPath !== undefined &&
    (
      await Promise.all([
        roots.length === 0 || searchWithRipgrep(request.ripgrepPath, { ...request, roots }, sink),
        searchCompressed(request.ripgrepPath, folders, compressed, request.requestId, sink),
      ])
    ).every((started) => started);
  if (!withRipgrep) await searchByReading(request, folders, files, sink);
  search.flush();
  return search.result();
}

async function searchCompressed(
  ripgrepPath: string,
  folders: readonly string[],
  files: readonly string[],
  requestId: string,
  sink: SearchSink,
): Promise<boolean> {
  const listed = (await listFlatCompressedLogs(folders)) ?? (await listCompressedLogs(ripgrepPath, folders, sink));
  if (listed === undefined) return false;
  await searchEach([...new Set([...files, ...listed])], requestId, sink);
  return true;
}

/** A few files at once: inflating is the work, and it runs in threads. */
async function searchEach(paths: readonly string[], requestId: string, sink: SearchSink): Promise<void> {
  if (paths.length > 0) await sink.ready();
  const queue = [...paths];
  const work = async () => {
    for (let file = queue.shift(); file !== undefined && !sink.isDone(); file = queue.shift()) {
      await searchCompressedLog(file, requestId, sink);
    }
  };
  await Promise.all(Array.from({ length: compressedAtOnce }, work));
}

async function searchByReading(
  request: LogSearchRequest,
  folders: readonly string[],
  files: readonly string[],
  sink: SearchSink,
): Promise<void> {
  const paths = new Set([...files, ...(await listLogFiles(folders, request.globs, sink))]);
  const buffer = createReadBuffer();
  await sink.ready();
  for (const file of paths) {
    if (sink.isDone()) return;
    if (isCompressedLog(file)) await searchCompressedLog(file, request.requestId, sink);
    else await searchPlainLog(file, request.requestId, sink, buffer);
  }
}
