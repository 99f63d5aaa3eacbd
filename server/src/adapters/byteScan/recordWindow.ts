import type { TextEncoding } from '../logFiles/textEncoding.ts';

/** The place of an id in a file, with the text around it. */
export interface Hit {
  readonly path: string;
  /** The same only for the same content. The path is not: logs are rotated, and some names are not UTF-8. */
  readonly key: string;
  /** Logs that the file may be a copy of: a record found in one of them at the same place is the same record. */
  readonly mayCopy?: readonly string[];
  /** Which of the ids that are looked for. */
  readonly id: number;
  /** Line of the id, from 1. */
  readonly line: number;
  /** Bytes from the start of the (uncompressed) content to the id. */
  readonly offset: number;
  /** The content came as it was read: there is nothing to open. */
  readonly isStream?: boolean;
}

/** A stretch of a file around a hit. */
export interface RecordWindow {
  readonly bytes: Buffer;
  /** Bytes before the stretch. */
  readonly start: number;
  /** The first bytes of the line that the stretch begins in the middle of; absent where the reader did not see them. */
  readonly lineHead?: Buffer;
  readonly encoding: TextEncoding;
  /** Larger than the editor opens, or compressed. */
  readonly excerpt: boolean;
  /** When the file was last written to, in milliseconds since 1970: gives the year of times that have none. */
  readonly modified: number;
}

/** VS Code hands no larger document to extensions. */
export const largestEditorFile = 50 * 1024 * 1024;

/** The text around a hit that a record is read out of, in bytes to each side. */
export const windowReach = 64 * 1024;
