import type { Stats } from 'node:fs';
import { compressionOf, type LogCompression } from './logFileNames.ts';

/** A log file as a search found it, before it reads it. */
export interface LogFile {
  /** For people, and for looking it up again; a name that is not UTF-8 has replacement characters in it. */
  readonly path: string;
  /** The value that opens it: the bytes of its name where {@link path} cannot. */
  readonly opens: string | Buffer;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** With {@link inode} the same for the same file under any name. */
  readonly device: number;
  readonly inode: number;
  /** How its content is compressed, where its name does not show it; `none` where its name is wrong. */
  readonly compression?: LogCompression | 'none';
  /** Its path in the archive that {@link opens} opens; {@link path} ends with it. Absent: it is a file itself. */
  readonly member?: string;
  /** Paths of logs that content went from while the search ran: it came meanwhile, and may be a copy of one. */
  readonly mayCopy?: readonly string[];
  /** Its content comes as it is read: there is no file. */
  readonly isStream?: boolean;
  /** Found by a walk through the folders that follows no links. */
  readonly walked: boolean;
}

/** The result of reading a file: `moved` when the name is gone or a different file's, or when content has gone from it. */
export type ReadOutcome = 'read' | 'moved';

/** How a file is compressed, by its content or its name; undefined when it is not. */
export function compressionIn({ path, compression }: Pick<LogFile, 'path' | 'compression'>): LogCompression | undefined {
  return compression === 'none' ? undefined : (compression ?? compressionOf(path));
}

/** Identifies a file among all files of a search. */
export function keyOf({ path, opens }: LogFile): string {
  return typeof opens === 'string' ? path : opens.toString('latin1');
}

/**
 * The same for the same content, under any name: a log that is rotated while a search runs is read as `app.log` and again as
 * `app.log.1`. By its name where the system has no number for it.
 */
export function contentKeyOf(file: LogFile): string {
  if (file.member !== undefined) return keyOf(file) + file.member;
  return file.inode === 0 ? keyOf(file) : identityOf(file);
}

/** Describes a file from the system's facts about it. */
export function describeLogFile(path: string, opens: string | Buffer, stats: Stats, walked = false): LogFile {
  const { size, mtimeMs, dev, ino } = stats;
  return { path, opens, size, modified: mtimeMs, device: dev, inode: ino, walked };
}

/** Whether the file still has the name; a file that was put in its place is a different one. */
function isSameFile(file: Pick<LogFile, 'device' | 'inode'>, stats: Stats): boolean {
  return file.inode === stats.ino && file.device === stats.dev;
}

/** Whether a different file has the name meanwhile, or content has gone from the file: a copy may have it. */
export function isReplaced(file: Pick<LogFile, 'device' | 'inode' | 'size'>, stats: Stats): boolean {
  return !isSameFile(file, stats) || stats.size < file.size;
}

/** The same for the same file under any name. */
export function identityOf({ device, inode }: LogFile): string {
  return `${device}:${inode}`;
}

/** The file that was opened under the name, which may be a different one by now. */
export function asOpened(file: LogFile, stats: Stats): LogFile {
  const opened = describeLogFile(file.path, file.opens, stats, file.walked);
  const { compression, mayCopy, member } = file;
  return {
    ...opened,
    ...(compression && { compression }),
    ...(mayCopy && { mayCopy }),
    ...(member !== undefined && { member }),
  };
}
