import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Streams } from './streams.ts';

/**
 * Writes a command's result to a file, or to standard output when none is named. The file is replaced as a whole: whoever
 * reads it meanwhile sees the old one.
 * @returns whether it was written; if not, standard error says why
 */
export async function writeOutput(text: string, file: string | undefined, streams: Streams): Promise<boolean> {
  if (file === undefined) {
    streams.out(text);
    return true;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, file);
    return true;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    streams.error(`${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

/** Whether a file holds just this text; line endings do not count. Undefined when it cannot be read. */
export async function isUpToDate(file: string, text: string): Promise<boolean | undefined> {
  const lines = (value: string): string => value.replaceAll('\r\n', '\n');
  return readFile(file, 'utf8').then(
    (present) => lines(present) === lines(text),
    () => undefined,
  );
}
