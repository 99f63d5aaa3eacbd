/** What a reader of a real log finds in it. */
export interface CorpusLog {
  /** Below the folder of real logs. */
  readonly file: string;
  /** How many records it holds. */
  readonly records: number;
  /**
   * A line for each record that is compared: its number, its first line and number of lines, carrier and format, time (with a
   * question mark where the log gives no zone), level, status, code, request id; a hyphen for what it does not say.
   */
  readonly expected: string;
}
