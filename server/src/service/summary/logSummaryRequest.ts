import type { LogRecogniser } from '../logs/logRecogniser.ts';
import type { LogStream, OpenDocument } from '../requests/logSearch.ts';

/** Which logs are summarised, and how. */
export interface LogSummaryRequest {
  /** Absolute paths of folders, or of files, which are read whatever their names. */
  readonly roots: readonly string[];
  /** Read as they stand here; those with a path instead of the file. */
  readonly openDocuments: readonly OpenDocument[];
  readonly streams?: readonly LogStream[];
  /** Further globs of log files, beside `*.log` and the like. */
  readonly globs: readonly string[];
  readonly recogniser: LogRecogniser;
  /** Milliseconds since 1970: the time range that counts. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Milliseconds since 1970: tells the year of times that have none. */
  readonly now: number;
  /** How a path is shown to people. */
  readonly displayPath: (path: string) => string;
  readonly signal: AbortSignal;
  /** Totals so far. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly records: number }) => void;
}
