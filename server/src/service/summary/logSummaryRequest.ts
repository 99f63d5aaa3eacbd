import type { ZoneOf } from '../logs/times/assumedZones.ts';
import type { LogRecogniser } from '../logs/logRecogniser.ts';
import type { LogStream, OpenDocument } from '../requests/logSearch.ts';

/** Which logs are read, and how. */
export interface LogReadingRequest {
  /** Absolute paths of folders, or of files, which are read under any name. */
  readonly roots: readonly string[];
  /** Read with this content; a document with a path is read instead of the file. */
  readonly openDocuments: readonly OpenDocument[];
  readonly streams?: readonly LogStream[];
  /** Further globs of log files, beside `*.log` and the like. */
  readonly globs: readonly string[];
  /** Leaves files out of the folders, even if the globs include them. @param path absolute, or relative to one of the roots */
  readonly leavesOut?: (path: string) => boolean;
  readonly recogniser: LogRecogniser;
  /** Milliseconds since 1970: gives the year of times that have no year. */
  readonly now: number;
  /** The zone of a log's times that have none; absent: UTC for all. */
  readonly zoneOf?: ZoneOf;
  /** How a path is shown to people. */
  readonly displayPath: (path: string) => string;
  readonly signal: AbortSignal;
  /** Totals so far. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly records: number }) => void;
}

/** Which logs are summarised, and how. */
export interface LogSummaryRequest extends LogReadingRequest {
  /** Milliseconds since 1970: the time range that counts. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}
