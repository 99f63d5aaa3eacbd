import * as l10n from '@vscode/l10n';
import type { ListingSink } from '../logFiles/listingSink.ts';
import type { FoundRecord } from '../../service/requests/foundRecord.ts';
import { copyText } from '../../service/logs/copyText.ts';
import { createKeptRecords } from '../../service/requests/keptRecords.ts';
import type { Problem } from '../../shared/problem.ts';
import type { LogSearchRequest, LogSearchResult } from '../../service/requests/logSearch.ts';
import type { HitReader } from './readHit.ts';
import type { Hit, RecordWindow } from '../byteScan/recordWindow.ts';

/** Receives the results of the parts of a search as they go. */
export interface SearchSink extends ListingSink {
  /** The ids that are looked for; a hit names its id by the place in this list. */
  readonly ids: readonly string[];
  /** To be waited for before the first hit is added. */
  readonly ready: () => Promise<void>;
  /** Reads the record out of the window and keeps it. */
  readonly addHit: (hit: Hit, window: RecordWindow) => void;
  /** The last record kept of a file for an id reaches to this byte: a hit before it adds nothing. */
  readonly keptUntil: (key: string, id: number) => number;
  readonly addFiles: (count: number) => void;
  readonly addBytes: (count: number) => void;
  /** How many files of the folders are no logs by their names. */
  readonly setOtherFiles: (count: number) => void;
}

/** Gathers the results of a search, and reports them as it goes. */
export interface SearchCollector {
  readonly sink: SearchSink;
  readonly addRecord: (record: FoundRecord, id: number) => void;
  /** The same as `skip` for a source that is not a file: it is named however many files were. */
  readonly skipSource: (name: string, reason: string) => void;
  /** Reports all results that were not reported yet. */
  readonly flush: () => void;
  readonly result: () => LogSearchResult;
}

const reportEvery = 100;
const mostSkipped = 200;
// Of one id. An id with more is a part of every line: a search for it would not end soon.
const mostRead = 200_000;
// So many records of an id are read with all of their surroundings.
const few = 100;
// Over all ids together: a look-up of thousands of ids must not fill the memory either.
const mostText = 20_000_000;
// The length of the text kept of the first record of an id beyond that.
const shortText = 500;

/** Starts an empty collection for a search. */
export function createSearchSink(request: LogSearchRequest): SearchCollector {
  const { signal, maxRecords, requestIds, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = request;
  const display = request.displayPath ?? ((path: string) => path);
  const openPaths = new Set(request.openDocuments.flatMap(({ path }) => path ?? []));
  const found = requestIds.map(() => ({ kept: createKeptRecords(maxRecords), isFull: false, outside: 0 }));
  const skipped = new Map<string, Problem>();
  const kept = new Map<string, number>();
  let news: FoundRecord[] = [];
  let files = 0;
  let bytes = 0;
  let otherFiles = 0;
  let characters = 0;
  let full = 0;
  let toldAt = 0;
  let moreSkipped = 0;

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
    if (!own || own.isFull) return;
    const ms = record.record.time?.ms;
    if (ms !== undefined && (ms < since || ms >= until)) {
      own.outside++;
      return;
    }
    // Each id keeps its first record, even when the other ids have taken the room: a found id is never called missing.
    const isRoom = characters < mostText;
    if (isRoom || own.kept.total() === 0) {
      const added = isRoom ? record : { ...record, text: shorten(record.text) };
      characters += own.kept.add(added);
      if (own.kept.total() <= maxRecords) news.push(added);
    }
    if (!isRoom || own.kept.total() >= mostRead) {
      own.isFull = true;
      full++;
    }
    tellNowAndThen();
  };

  /** Whether the record was found in one of the files, at the same place. */
  const isKnown = (files: readonly string[], { offset, text }: FoundRecord, id: number): boolean => {
    const names = files.map((file) => display(file));
    return (
      found[id]?.kept.list().some((known) => known.offset === offset && known.text === text && names.includes(known.file)) ??
      false
    );
  };
  const skipSource = (name: string, reason: string) => void skipped.set(`${name}\0${reason}`, { file: name, reason });
  const skipFile = (name: string, reason: string) => {
    const key = `${name}\0${reason}`;
    if (skipped.size < mostSkipped) skipped.set(key, { file: name, reason });
    else if (!skipped.has(key)) moreSkipped++;
  };

  let reader: HitReader | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const [recogniser, { createHitReader }] = await Promise.all([request.recogniser(), import('./readHit.ts')]);
    reader = createHitReader(recogniser, request.now, request.zoneOf);
  };

  const sink: SearchSink = {
    ids: requestIds,
    signal,
    ready: () => (loading ??= load()),
    isDone: () => full === requestIds.length || signal.aborted,
    keptUntil: (key, id) => kept.get(`${id}\0${key}`) ?? 0,
    addHit: (hit, window) => {
      // The editor's own text of the file was searched already.
      if (openPaths.has(hit.path) || hit.offset < sink.keptUntil(hit.key, hit.id) || found[hit.id]?.isFull) return;
      const read = loaded(reader)(hit, window, display(hit.path), (found[hit.id]?.kept.total() ?? 0) > few);
      if (read === undefined) return;
      kept.set(`${hit.id}\0${hit.key}`, read.end);
      if (hit.mayCopy && isKnown(hit.mayCopy, read.found, hit.id)) return;
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
    setOtherFiles: (count) => (otherFiles = count),
    skip: (file, reason) => skipFile(file === '' ? '' : display(file), reason),
  };
  const result = (): LogSearchResult => ({
    found: found.map(({ kept, isFull, outside }, id) => {
      const records = kept.list();
      const truncated = isFull || records.length < kept.total();
      return { requestId: requestIds[id] ?? '', records, truncated, total: kept.total(), outside };
    }),
    files,
    bytes,
    otherFiles,
    skipped:
      moreSkipped === 0
        ? [...skipped.values()]
        : [...skipped.values(), { file: '', reason: l10n.t('{0} more could not be searched.', moreSkipped) }],
    cancelled: signal.aborted,
  });
  return { sink, addRecord, skipSource, flush, result };
}

/** The beginning of a text, up to a space: half a credential would no longer be recognised as one. */
function shorten(text: string): string {
  return text.length <= shortText ? text : `${copyText(text.slice(0, shortText).replace(/\S*$/, ''))}…`;
}

function loaded(reader: HitReader | undefined): HitReader {
  if (!reader) throw new Error('A hit was added before the search was ready.');
  return reader;
}
