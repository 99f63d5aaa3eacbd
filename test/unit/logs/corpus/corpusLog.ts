/** The records that a reader of a real log finds in it. */
export interface CorpusLog {
  /** Below the folder of real logs. */
  readonly file: string;
  /** How many records it holds. */
  readonly records: number;
  /**
   * A line for each record that is compared: its number, its first line and number of lines, carrier and format, time, level,
   * status, code, request id. The time has a question mark where the log gives no zone. A missing value is a hyphen.
   */
  readonly expected: string;
}
