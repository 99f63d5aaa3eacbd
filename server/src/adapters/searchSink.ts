import { pathToFileURL } from 'node:url';
import { cutRecordText, type FoundRecord } from '../service/logs/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { LogSearchRequest, LogSearchResult, SkippedFile } from '../service/logs/logSearch.ts';
import { readRecordAt } from '../service/logs/readRecords.ts';
import type { Hit, RecordWindow } from './recordWindow.ts';
import { countEncodedBytes, decodeText, findLineFeed } from './textEncoding.ts';

/** What the parts of a search write to as they go. */
export interface SearchSink {
  /** What is looked for; a hit names its id by the place in this list. */
  readonly ids: readonly string[];
  readonly signal: AbortSignal;
  /** To be waited for before the first hit is added. */
  readonly ready: () => Promise<void>;
  /** Reads the record out of the window and keeps it. */
  readonly addHit: (hit: Hit, window: RecordWindow) => void;
  /** The last record kept of a file for an id reaches to this byte: a hit before it adds nothing. */
  readonly keptUntil: (key: string, id: number) => number;
  readonly addFiles: (count: number) => void;
  readonly addBytes: (count: number) => void;
  readonly skip: (file: string, reason: string) => void;
  /** No more records are wanted, or the signal ended the search. */
  readonly isDone: () => boolean;
}

/** Where a search gathers what it finds, and tells of it as it goes. */
export interface SearchCollector {
  readonly sink: SearchSink;
  readonly addRecord: (record: FoundRecord, id: number) => void;
  /** Tells of what was not told yet. */
  readonly flush: () => void;
  readonly result: () => LogSearchResult;
}

const reportEvery = 100;
const defaultMaxSkipped = 200;
// Over all ids together: a look-up of thousands of ids may not fill the memory either.
const mostText = 20_000_000;

/** Starts an empty collection for a search. */
export function createSearchSink(request: LogSearchRequest): SearchCollector {
  const { signal, maxRecords, requestIds } = request;
  const display = request.displayPath ?? ((path: string) => path);
  const openPaths = new Set(request.openDocuments.flatMap(({ path }) => path ?? []));
  const found = requestIds.map(() => ({ records: [] as FoundRecord[], truncated: false }));
  const skipped = new Map<string, SkippedFile>();
  const kept = new Map<string, number>();
  let news: FoundRecord[] = [];
  let [files, bytes, characters, full, toldAt, moreSkipped] = [0, 0, 0, 0, 0, 0];

  const flush = () => {
    request.onProgress?.({ files, bytes, records: news });
    news = [];
    toldAt = Date.now();
  };
  const tellNowAndThen = () => {
    if (Date.now() - toldAt >= reportEvery) flush();
  };
  const addRecord = (record: FoundRecord, id: number) => {
    const own = found[id];
    if (!own || own.truncated) return;
    if (own.records.length < maxRecords && characters < mostText) {
      own.records.push(record);
      news.push(record);
      characters += record.text.length;
    } else {
      own.truncated = true;
      full++;
    }
    tellNowAndThen();
  };

  let recogniser: LogRecogniser | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    recogniser = await request.recogniser();
  };

  const sink: SearchSink = {
    ids: requestIds,
    signal,
    ready: () => (loading ??= load()),
    isDone: () => full === requestIds.length || signal.aborted,
    keptUntil: (key, id) => kept.get(`${id}\0${key}`) ?? 0,
    addHit: (hit, window) => {
      // The editor's own text of the file was searched already.
      if (openPaths.has(hit.path) || hit.offset < sink.keptUntil(hit.key, hit.id) || found[hit.id]?.truncated) return;
      const read = readFoundRecord(hit, window, loaded(recogniser), request.now, display(hit.path));
      if (read === undefined) return;
      kept.set(`${hit.id}\0${hit.key}`, read.end);
      addRecord(read.found, hit.id);
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
      const key = `${name}\0${reason}`;
      if (skipped.size < (request.maxSkipped ?? defaultMaxSkipped)) skipped.set(key, { file: name, reason });
      else if (!skipped.has(key)) moreSkipped++;
    },
  };
  const result = (): LogSearchResult => ({
    found: found.map(({ records, truncated }, id) => ({ requestId: requestIds[id] ?? '', records, truncated })),
    files,
    bytes,
    skipped:
      moreSkipped === 0
        ? [...skipped.values()]
        : [...skipped.values(), { file: '', reason: `${moreSkipped} more could not be searched.` }],
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
  const { bytes, encoding } = window;
  const at = hit.offset - window.start;
  const before = decodeText(bytes.subarray(skipPartialLine(window, at), at), encoding);
  const text = before + decodeText(bytes.subarray(at), encoding);
  const record = readRecordAt(text, before.length, recogniser, { near: now });
  if (record === undefined) return undefined;
  const { start, end } = record.span;
  const recordText = cutRecordText(text.slice(start, end), before.length - start);
  const uri = pathToFileURL(hit.path).href;
  return {
    found: { source: 'file', uri, file, line: hit.line, offset: hit.offset, record, text: recordText, excerpt: window.excerpt },
    end: hit.offset + countEncodedBytes(bytes.subarray(at), end - before.length, encoding),
  };
}

/** A window that begins in the middle of a file begins in the middle of a line, too, and perhaps of a character. */
function skipPartialLine({ bytes, start: base, encoding }: RecordWindow, at: number): number {
  if (base === 0) return 0;
  const lineFeed = findLineFeed(bytes, 0, encoding, base);
  if (lineFeed >= 0 && lineFeed < at) return lineFeed + (encoding === 'utf-16le' ? 2 : 1);
  // One line longer than the window: what stands nearest before the id.
  let start = Math.max(0, at - 2_048);
  while (encoding === 'utf-8' && start < at && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return start;
}
