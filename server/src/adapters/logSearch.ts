import type { FoundRecord } from '../service/features/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';

/** A file that could not be searched, or not to its end. */
export interface SkippedFile {
  readonly file: string;
  /** One sentence without the file's name. */
  readonly reason: string;
}

/** A document that an editor holds: searched as it stands there, not as it is on disk. */
export interface OpenDocument {
  readonly uri: string;
  /** Its place on disk; absent when it has none. */
  readonly path?: string;
  readonly text: string;
}

/** What a search reports while it runs. Numbers are totals so far, records are new. */
export interface LogSearchProgress {
  readonly files: number;
  readonly bytes: number;
  readonly records: readonly FoundRecord[];
}

export interface LogSearchRequest {
  readonly requestId: string;
  /** Absolute paths of folders, or of files, which are searched whatever their names. */
  readonly roots: readonly string[];
  readonly openDocuments: readonly OpenDocument[];
  /** Further globs of log files, beside `*.log` and the like. */
  readonly globs: readonly string[];
  /** Absent: the search reads the files itself. */
  readonly ripgrepPath: string | undefined;
  readonly recogniser: LogRecogniser;
  readonly maxRecords: number;
  /** Milliseconds since 1970: tells the year of times that have none. */
  readonly now: number;
  /** The most skipped files that are named. */
  readonly maxSkipped?: number;
  /** How a path is shown to people; absent: as it is. */
  readonly displayPath?: (path: string) => string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: LogSearchProgress) => void;
}

export interface LogSearchResult {
  /** In the order found. */
  readonly records: readonly FoundRecord[];
  readonly files: number;
  readonly bytes: number;
  readonly skipped: readonly SkippedFile[];
  /** There is more than `maxRecords`. */
  readonly truncated: boolean;
  /** The signal ended the search: what it says is only a part. */
  readonly cancelled: boolean;
}

/** A place where the id stands in a file, with the text around it. */
export interface Hit {
  readonly path: string;
  /** Line of the id, from 1. */
  readonly line: number;
  /** Bytes from the start of the (uncompressed) content to the id. */
  readonly offset: number;
}

/** What the parts of a search write to as they go. */
export interface SearchSink {
  readonly signal: AbortSignal;
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

/** A stretch of a file around a hit. */
export interface RecordWindow {
  readonly bytes: Buffer;
  /** Bytes before the stretch. */
  readonly start: number;
  /** The stretch ends with the file. */
  readonly reachesEnd: boolean;
  /** Larger than the editor opens, or compressed. */
  readonly excerpt: boolean;
}
