import type { Stats } from 'node:fs';

/** A log file as a search found it, before it reads it. */
export interface LogFile {
  /** For people, and for looking it up again; a name that is no UTF-8 has replacement characters in it. */
  readonly path: string;
  /** What opens it: the bytes of its name where {@link path} cannot. */
  readonly opens: string | Buffer;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** The same for the same file under whatever name. */
  readonly identity: string;
}

/** What tells a file from all others of a search. */
export function keyOf({ path, opens }: LogFile): string {
  return typeof opens === 'string' ? path : opens.toString('latin1');
}

/** Describes a file by what the system says of it. */
export function describeLogFile(path: string, opens: string | Buffer, stats: Stats): LogFile {
  return { path, opens, size: stats.size, modified: stats.mtimeMs, identity: identifyFile(stats) };
}

/** The same for the same file under whatever name; a file that was put in its place has another. */
export function identifyFile({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
