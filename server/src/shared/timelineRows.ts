import { formatDuration } from './formatDuration.ts';
import { showUnseen } from './showUnseen.ts';
import { sourceLetter } from './sourceLetter.ts';

/** The facts of a record that a row shows as they are. */
export interface TimelineRecord {
  /** Milliseconds since the record before it; null where either has no time. */
  readonly gapMs: number | null;
  readonly level: string | null;
  readonly status: number | null;
  readonly code: string | null;
  /** The documented cause of the code. */
  readonly cause: string | null;
  readonly message: string;
}

/** How the facts are said that depend on who reads them: the zone, the language, the names of files. */
export interface TimelineWords<Item> {
  readonly time: (record: Item) => string;
  /** The doubt about the time, a sentence. */
  readonly timeNote: (record: Item) => string;
  readonly source: (record: Item) => string;
  /** `worker.log:12`. */
  readonly place: (record: Item) => string;
  /** The tie of the record to the request, and its spelling of the id, in words; empty where there is nothing to say. */
  readonly marks: (record: Item) => readonly string[];
}

/** Where records come from: a file or an open editor. */
export interface TimelineSource {
  /** `A`, `B`, … `AA`: shown beside the colour. */
  readonly letter: string;
  readonly name: string;
}

/** One record. Facts that it lacks are empty texts. */
export interface TimelineRow {
  readonly time: string;
  readonly timeNote: string;
  /** Time since the record before it, in words. */
  readonly gap: string;
  /** The same as a share of the longest, from 0 to 1. */
  readonly gapShare: number;
  /** Index in the sources. */
  readonly source: number;
  readonly place: string;
  readonly level: string;
  readonly status: string;
  readonly code: string;
  readonly cause: string;
  readonly message: string;
}

/** The rows of a timeline and the sources that they name, for the table in the editor and for the page of the command line. */
export function createTimelineRows<Item extends TimelineRecord>(
  records: readonly Item[],
  words: TimelineWords<Item>,
): { readonly sources: readonly TimelineSource[]; readonly rows: readonly TimelineRow[] } {
  const names = [...new Set(records.map(words.source))];
  const indexes = new Map(names.map((name, index) => [name, index]));
  const longest = Math.max(
    1,
    records.reduce((most, { gapMs }) => Math.max(most, gapMs ?? 0), 0),
  );
  const rows = records.map((record): TimelineRow => {
    const { gapMs, level, status, code, cause, message } = record;
    return {
      time: words.time(record),
      timeNote: words.timeNote(record),
      gap: gapMs === null ? '' : `${gapMs < 0 ? '−' : '+'}${formatDuration(Math.abs(gapMs))}`,
      gapShare: gapMs === null ? 0 : Math.max(0, gapMs) / longest,
      source: indexes.get(words.source(record)) ?? 0,
      place: words.place(record),
      level: level?.toUpperCase() ?? '',
      status: status?.toString() ?? '',
      code: code ?? '',
      cause: cause ?? '',
      message: [...words.marks(record), showUnseen(message)].filter((part) => part !== '').join(' · '),
    };
  });
  return { sources: names.map((name, index) => ({ letter: sourceLetter(index), name })), rows };
}
