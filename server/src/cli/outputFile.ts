import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readRegularFile } from '../adapters/files/readRegularFile.ts';
import type { Streams } from './streams.ts';

const longestFile = 100_000_000;

/** For whom an output is: see `Streams`. */
export type OutputKind = 'out' | 'document' | 'commands';

/**
 * Writes a command's result to a file, or to standard output when none is named. The file is replaced as a whole: readers in
 * the meantime see the old one. A link stays a link, and a pipe or a device is written to.
 * @returns whether it was written; if not, standard error has the reason
 */
export async function writeOutput(text: string, file: string | undefined, streams: Streams, kind: OutputKind): Promise<boolean> {
  if (file === undefined) {
    streams[kind](text);
    return true;
  }
  let temporary: string | undefined;
  try {
    // Writing reports the error.
    const present = await stat(file).catch(() => undefined);
    // Replacing /dev/stdout would take it from all programs.
    if (present && !present.isFile()) {
      await writeFile(file, text);
      return true;
    }
    const target = present ? await realpath(file) : file;
    temporary = `${target}.${process.pid}.tmp`;
    await writeFile(temporary, text, present ? { mode: present.mode & 0o777 } : {});
    await rename(temporary, target);
    return true;
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
    streams.error(`${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

/** Whether a file holds just this text; line endings do not count. Undefined when it cannot be read. */
export function isUpToDate(file: string, text: string): boolean | undefined {
  const lines = (value: string): string => value.replaceAll('\r\n', '\n');
  try {
    return lines(readRegularFile(file, longestFile).toString('utf8')) === lines(text);
  } catch {
    // The caller reports that it cannot be read.
    return undefined;
  }
}
