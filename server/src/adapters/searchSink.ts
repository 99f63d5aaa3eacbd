import { cutRecordText, type FoundRecord } from '../service/logs/foundRecord.ts';
import { readRecordAt } from '../service/logs/readRecords.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { LogSearchRequest, LogSearchResult, SkippedFile } from '../service/logs/logSearch.ts';
import type { Hit, RecordWindow } from './recordWindow.ts';
import { pathToFileURL } from 'node:url';

/** What the parts of a search write to as they go. */
export interface SearchSink {
  readonly signal: AbortSignal;
  /** To be waited for before the first hit is added. */
  readonly ready: () => Promise<void>;
  /** Reads the record out of the window and keeps it. */
  readonly addHit: (hit: Hit, window: RecordWindow) => void;
  /** The last record kept of a file reaches to this byte: a hit before it adds nothing. */
  readonly keptUntil: (path: string) => number;
  readonly addFiles: (count: number) => void;
  readonly addBytes: (count: number) => void;
  readonly skip: (file: string, reason: string) => void;
  /** No more records are wanted, or the signal ended the search. */
  readonly isDone: () => boolean;
}

/** Where a search gathers what it finds, and tells of it as it goes. */
export interface SearchCollector {
  readonly sink: SearchSink;
  readonly addRecord: (record: FoundRecord) => void;
  /** Tells of what was not told yet. */
  readonly flush: () => void;
  readonly result: () => LogSearchResult;
}

const reportEvery = 100;
const defaultMaxSkipped = 200;

/** Starts an empty collection for a search. */
export function createSearchSink(request: LogSearchRequest): SearchCollector {
  const { signal, maxRecords } = request;
  const display = request.displayPath ?? ((path: string) => path);
  const openPaths = new Set(request.openDocuments.flatMap(({ path }) => path ?? []));
  const records: FoundRecord[] = [];
  const skipped = new Map<string, SkippedFile>();
  const kept = new Map<string, number>();
  let [files, bytes, told, toldAt, truncated] = [0, 0, 0, 0, false];

  const flush = () => {
    request.onProgress?.({ files, bytes, records: records.slice(told) });
    told = records.length;
    toldAt = Date.now();
  };
  const tellNowAndThen = () => {
    if (Date.now() - toldAt >= reportEvery) flush();
  };
  const addRecord = (record: FoundRecord) => {
    if (records.length < maxRecords) records.push(record);
    else truncated = true;
    tellNowAndThen();
  };

  let recogniser: LogRecogniser | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    recogniser = await request.recogniser();
  };

  const sink: SearchSink = {
    signal,
    ready: () => (loading ??= load()),
    isDone: () => truncated || signal.aborted,
    keptUntil: (path) => kept.get(path) ?? 0,
    addHit: (hit, window) => {
      // The editor's own text of the file was searched already.
      if (openPaths.has(hit.path)) return;
      const read =
        hit.offset < sink.keptUntil(hit.path)
          ? undefined
          : readFoundRecord(hit, window, loaded(recogniser), request.now, display(hit.path));
      if (read === undefined) return;
      kept.set(hit.path, read.end);
      addRecord(read.found);
    },
    addFiles: (count) => {
      files += count;
      tellNowAndThen();
    },
    addBytes: (count) => {
      bytes += count;
      tellNowAndThen();
    },
    skip: (file, reason) => {
      const name = file === '' ? '' : display(file);
      if (skipped.size < (request.maxSkipped ?? defaultMaxSkipped)) skipped.set(`${name}\0${reason}`, { file: name, reason });
    },
  };
  const result = (): LogSearchResult => ({
    records,
    files,
    bytes,
    skipped: [...skipped.values()],
    truncated,
    cancelled: signal.aborted,
  });
  return { sink, addRecord, flush, result };
}

function loaded(recogniser: LogRecogniser | undefined): LogRecogniser {
  if (!recogniser) throw new Error('A hit was added before the search was ready.');
  return recogniser;
}

/** The record around a hit, and the byte that it reaches to. */
function readFoundRecord(
  hit: Hit,
  window: RecordWindow,
  recogniser: LogRecogniser,
  now: number,
  file: string,
): { readonly found: FoundRecord; readonly end: number } | undefined {
  const start = skipPartialLine(window, hit);
  const before = window.bytes.toString('utf8', start, hit.offset - window.start);
  const text = before + window.bytes.toString('utf8', hit.offset - window.start);
  const record = readRecordAt(text, before.length, recogniser, { near: now });
  if (record === undefined) return undefined;
  const recordText = cutRecordText(text.slice(record.span.start, record.span.end), before.length - record.span.start);
  const uri = pathToFileURL(hit.path).href;
  return {
    found: { source: 'file', uri, file, line: hit.line, offset: hit.offset, record, text: recordText, excerpt: window.excerpt },
    end: window.start + start + Buffer.byteLength(text.slice(0, record.span.end)),
  };
}

/** A window that begins in the middle of a file begins in the middle of a line, too, and perhaps of a character. */
function skipPartialLine(window: RecordWindow, hit: Hit): number {
  if (window.start === 0) return 0;
  const lineFeed = window.bytes.indexOf(10);
  const at = hit.offset - window.start;
  if (lineFeed >= 0 && lineFeed < at) return lineFeed + 1;
  // One line longer than the window: what stands nearest before the id.
  let start = Math.max(0, at - 2_048);
  while (start < at && ((window.bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return start;
}
