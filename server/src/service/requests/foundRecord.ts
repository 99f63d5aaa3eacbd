import { copyText } from '../logs/copyText.ts';
import type { LogRecord } from '../logs/logRecord.ts';

/** A place in a log engine. */
export interface EngineOrigin {
  /** In the engine's own words. */
  readonly stream: string;
  /** Nanoseconds since 1970, in digits. */
  readonly time: string;
}

/** A record that a search found, before it takes its place in the timeline. */
export interface FoundRecord {
  /** `editor` for an open document, `file` for one on disk, else the name of a log engine. */
  readonly source: string;
  /** Address of the document; absent when it has no address. */
  readonly uri?: string;
  /** Path or name for people. */
  readonly file: string;
  /** Line of the id, from 1; of a log engine's record within its own text. */
  readonly line: number;
  /** Bytes from the start of the file (of its uncompressed content) to the id. */
  readonly offset?: number;
  /**
   * The place of the records before and after it in a log engine; absent for other sources, and where the engine has no such
   * place.
   */
  readonly origin?: EngineOrigin;
  /** Nanoseconds within the millisecond of its time, where they are known: they decide which of two records was first. */
  readonly nanoseconds?: number;
  readonly record: LogRecord;
  /** The record's text, bounded, with the id in it. */
  readonly text: string;
  /** How it writes the id, when that is not as the id was asked for; known once it is in the timeline. */
  readonly foundAs?: string;
  /** The kind and the id of what ties it to a request whose id it does not hold; absent for the request's own records. */
  readonly tiedBy?: string;
  /** The editor cannot open the document at the line: compressed, or too large for it. */
  readonly excerpt: boolean;
}

/** A record in its place. */
export interface TimelineEntry extends FoundRecord {
  /** Milliseconds since the record before it; null for the first and where either has no time. */
  readonly gapMs: number | null;
}

/** The course of one request, over all sources. */
export interface RequestTimeline {
  readonly entries: readonly TimelineEntry[];
  /** Milliseconds from the first record with a time to the last; null with fewer than two. */
  readonly durationMs: number | null;
  /** The facts about the request as a whole: from the last record with a code, else from the last record that has the fact. */
  readonly code: string | undefined;
  readonly status: number | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  /** Records that contain the id only as a part of a longer one. They are left out, since others contain it by itself. */
  readonly leftOut: number;
}

const longestText = 8_000;

/** The place of a record, for people. A log engine has no lines. */
export function placeOf({ source, file, line }: Pick<FoundRecord, 'source' | 'file' | 'line'>): string {
  return source === 'file' || source === 'editor' ? `${file}:${line}` : file;
}

/**
 * Cuts a record's text to a bounded length, around the id when it is far in. The cut is at a space or a punctuation mark: half
 * a credential would no longer be recognised as one.
 * @param idOffset where the id begins in the text
 */
export function cutRecordText(text: string, idOffset: number): string {
  if (text.length <= longestText) return text;
  const start = idOffset < longestText - 500 ? 0 : findCut(text, idOffset - longestText / 2, 1);
  const end = findCut(text, Math.min(text.length, start + longestText), -1);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** Copies the strings: each is a part of the text around the id, all of which would stay in memory for it. */
export function detach({ record, text }: Pick<FoundRecord, 'record' | 'text'>): Pick<FoundRecord, 'record' | 'text'> {
  const copies = Object.entries(record).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? copyText(value) : value,
  ]);
  return { record: Object.fromEntries(copies) as unknown as LogRecord, text: copyText(text) };
}

/** Whether a record's text may have been cut, so that it is not the whole record. */
export function mayBeCut(text: string): boolean {
  return text.startsWith('…') || text.endsWith('…');
}

/** The nearest place to cut at in a direction, at most 1,000 characters away. */
function findCut(text: string, at: number, step: 1 | -1): number {
  let cut = at;
  while (cut > 0 && cut < text.length && Math.abs(cut - at) < 1_000 && !/[\s,;"'&{}]/.test(text.charAt(cut))) cut += step;
  return cut;
}
