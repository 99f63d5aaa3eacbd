import type { ReadName } from './fieldNames.ts';
import type { Span } from '../types.ts';

/** The levels of records, least severe first. A logger's own names are mapped to them. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A moment as a log gives it. */
export interface LogTime {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly ms: number;
  /** The log gave no zone; the time was read in the one that is assumed, or as UTC. */
  readonly zoneAssumed: boolean;
  /** The log gave no year either; absent: it did. */
  readonly yearAssumed?: boolean | undefined;
  /** Milliseconds by which its clock is east of UTC, where the zone is only known by a line inside; absent: it was given. */
  readonly learntEast?: number | undefined;
  /** The zone that the user says the log's times are in, and by how many milliseconds it is east of UTC then. */
  readonly assumed?: { readonly zone: string; readonly east: number } | undefined;
}

/** The fields of one line. An absent field is not in the line. */
export interface LineFields {
  readonly time?: LogTime | undefined;
  readonly level?: LogLevel | undefined;
  readonly status?: number | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly requestId?: string | undefined;
  readonly message?: string | undefined;
  /** A line of a different format that this one carries: its content counts more than the carrier's own. */
  readonly inner?: string | undefined;
  /** A text that is a line of a different format only if one recognises it. */
  readonly mayCarry?: string | undefined;
  /** Behind a line with a time it belongs to that line's record: its own beginning is that of many sentences. */
  readonly isWeak?: boolean | undefined;
  /** It is a part of a stack trace, before which a collector has put a time: it belongs to the record before it. */
  readonly isLater?: boolean | undefined;
  /**
   * It begins with a time of day, or with a date that gives no certain moment. Lines of no format belong to it as they do to a
   * line with a time.
   */
  readonly hasClock?: boolean | undefined;
  /** Only the size of a number suggests that it is a time: other lines must not contradict it. */
  readonly isBareCount?: boolean | undefined;
  /** The line goes on in the next one of its stream: it was too long for a container's log. */
  readonly isPartial?: boolean | undefined;
  /** Id of the format where one reader knows several. */
  readonly format?: string | undefined;
  /** The common mark of the lines of one stream or request, such as the name of a container or a tag. */
  readonly group?: string | undefined;
}

/** The context that reading a line may need in addition to the line. */
export interface ReadContext {
  /**
   * Milliseconds since 1970 near the time when the log was written: gives the year of a time without one. Absent: such a time
   * is ignored.
   */
  readonly near?: number | undefined;
  /** The time of the line that carries the one that is read; absent: nothing carries it, or that has no time. */
  readonly carrier?: LogTime | undefined;
  /** The known fields of the records before; absent: no fields are known. */
  readonly fieldPaths?: FieldPaths | undefined;
  /** Facts of the lines before; absent: none are known. */
  readonly memory?: LogMemory | undefined;
  /** A zone, by name or offset, that the times without one are in; absent: UTC. */
  readonly zone?: string | undefined;
}

/** Facts that lines of a log say about the lines after them. It changes while the log is read. */
export interface LogMemory {
  /** Columns as the last `#Fields` of the W3C's format names them, and the date of its last `#Date`. */
  columns?: readonly string[] | undefined;
  date?: string | undefined;
  /** Milliseconds by which the clock of a process is east of UTC, by the format that its lines have. */
  readonly east: Map<string, number>;
}

/** How one log format is recognised and read. */
export interface LogFormat {
  /** Stable: the value of `LogRecord.format`. */
  readonly id: string;
  readonly title: string;
  /** Characters that a line of it can begin with; absent: any. Most formats are ruled out by it. */
  readonly first?: string;
  /** A text that is in every line of this format; absent: there is no such text. Excludes lines faster than a pattern does. */
  readonly holds?: string;
  /** Its lines have no zone, but some carry a line that has one: it is that of all. */
  readonly sharesZone?: boolean;
  /** A line that no format recognises belongs to the record before it, where that has a time. */
  readonly multiline?: boolean;
  /**
   * Reads the first line of a record. Never throws; its time grows linearly with the line.
   * @returns undefined when the line does not begin a record of this format
   */
  readonly readLine: (line: string, context: ReadContext) => LineFields | undefined;
  /**
   * Reads a line that belongs to a record of this format though it could begin one; absent for formats without such lines.
   * @param first the fields of the record's first line
   * @returns undefined when the line does not belong to the record
   */
  readonly readLaterLine?: (line: string, first: LineFields) => LineFields | undefined;
}

/** One entry of a log, continuation lines included. */
export interface LogRecord {
  /** From the first character of its first line to the end of its last, without the line break. */
  readonly span: Span;
  /** First line in the text that was read, from 0. */
  readonly line: number;
  /** Number of lines. */
  readonly lines: number;
  /** Id of the format that it was read by, such as `json`, `access` or `text`; of a carried line its own. */
  readonly format: string;
  /** Id of the format that carries it, such as `docker` or `syslog`; undefined when nothing does. */
  readonly carrier: string | undefined;
  readonly time: LogTime | undefined;
  readonly level: LogLevel | undefined;
  readonly status: number | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  /** The error code that the record reports: one of the loaded catalogues. */
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  /** The id of the trace that it is a part of, which several requests may share. */
  readonly traceId: string | undefined;
  /** Bounded; the first line where nothing better is known. */
  readonly message: string;
}

/** The place of a field in structured records, with its names. Records of one program have the same fields. */
export interface FieldPath {
  /** Its name as it is written; empty for whole records. */
  readonly key: string;
  /** Normalised names from the outermost one on, with dots between. */
  readonly full: string;
  /** The same without dots. */
  readonly joined: string;
  /** {@link full} where it is looked for. */
  readonly own: ReadName | undefined;
  /** Those that are looked for of its names: its path, its name, the last part of its name, and the path without dots. */
  readonly names: readonly ReadName[];
  /** The field of a name inside this one. */
  readonly of: (key: string) => FieldPath;
  /** The field that followed it in the last record of pairs. */
  next: FieldPath | undefined;
}

/** The known fields of records that are read one after the other. */
export interface FieldPaths {
  /** The place of whole records, from which all others are reached. The known fields are dropped when there are too many. */
  readonly root: () => FieldPath;
}
