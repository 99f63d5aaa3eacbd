/** Receives the results of a listing of log files. */
export interface ListingSink {
  readonly signal: AbortSignal;
  /** Names a file that is not searched. @param reason one sentence without the file's name */
  readonly skip: (file: string, reason: string) => void;
  /** No more records are wanted, or the signal ended the search. */
  readonly isDone: () => boolean;
}
