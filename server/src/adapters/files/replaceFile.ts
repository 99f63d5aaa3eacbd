import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Writes a file, which is replaced as a whole: readers in the meantime see the old one. A link stays a link, and a pipe or a
 * device is written to.
 * @throws the errors of Node's file system
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  // Writing reports the error.
  const present = await stat(file).catch(() => undefined);
  // Replacing /dev/stdout would take it from all programs.
  if (present && !present.isFile()) return writeFile(file, text);
  const target = present ? await realpath(file) : file;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, present ? { mode: present.mode & 0o777 } : {});
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
