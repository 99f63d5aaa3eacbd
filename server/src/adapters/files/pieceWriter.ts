import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';

/** Writes a file of any size in pieces. Readers see the old one until it is finished. */
export interface PieceWriter {
  /** Rejects with the errors of Node's file system. */
  readonly write: (text: string) => Promise<void>;
  /** Puts the new file in the place of the old one. */
  readonly finish: () => Promise<void>;
  /** Leaves the old file as it is. Never rejects. */
  readonly discard: () => Promise<void>;
}

/**
 * Begins to write a file. A link stays a link, and a pipe or a device is written to.
 * @throws the errors of Node's file system
 */
export async function createPieceWriter(file: string): Promise<PieceWriter> {
  // Opening reports the error.
  const present = await stat(file).catch(() => undefined);
  const isReplaced = present === undefined || present.isFile();
  const target = present && isReplaced ? await realpath(file) : file;
  const temporary = `${target}.${process.pid}.tmp`;
  const handle: FileHandle = await open(isReplaced ? temporary : file, 'w', present && isReplaced ? present.mode & 0o777 : 0o666);
  const remove = (): Promise<void> => (isReplaced ? rm(temporary, { force: true }).catch(() => undefined) : Promise.resolve());
  return {
    write: (text) => handle.writeFile(text),
    async finish() {
      await handle.close();
      if (isReplaced) await rename(temporary, target);
    },
    async discard() {
      await handle.close().catch(() => undefined);
      await remove();
    },
  };
}
