import * as l10n from '@vscode/l10n';
import { describeError } from '../shared/describeError.ts';
import { type DeclaringFile, ownersOf } from '../service/mentions/imports.ts';

/** How the files of folders are found, read and kept. `File` is a file as its reader knows it. */
export interface FolderReader<File> {
  readonly signal: AbortSignal;
  /** Called before each file; other work has its turn until a promise is kept. */
  pause(done: number, of: number): Promise<void> | undefined;
  /** Whether no further file can be kept; absent: there is no limit. */
  isFull?(): boolean;
  /**
   * Reads a file and keeps what it holds.
   * @param importing the constants of other files; absent while these are not known
   * @returns why the file is left out, to follow its name; undefined when it is not
   */
  read(file: File, importing: readonly DeclaringFile[] | undefined): Promise<string | undefined>;
  /** Called after each file. @param reason why it is left out */
  done(file: File, reason: string | undefined): void;
  /** The files with constants whose users are to be read, once the files that name codes have been read. */
  declared(): Promise<readonly DeclaringFile[]> | readonly DeclaringFile[];
  /** Finds the files that contain one of these words. */
  findHolding(words: readonly string[]): Promise<readonly File[]>;
}

/**
 * Reads the files that may name a code, and then those that use constants for codes of others: these contain no code
 * themselves, and are only known once the declarations have been read. The editor's index, `coverage` and `check` read folders
 * this way. A file that fails harms only itself.
 */
export async function readFolder<File>(reader: FolderReader<File>, naming: readonly File[]): Promise<void> {
  await readFiles(reader, naming, undefined);
  const declared = await reader.declared();
  if (declared.length === 0 || reader.signal.aborted) return;
  await readFiles(reader, await reader.findHolding(ownersOf(declared)), declared);
}

async function readFiles<File>(
  reader: FolderReader<File>,
  files: readonly File[],
  importing: readonly DeclaringFile[] | undefined,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    const waited = reader.pause(index, files.length);
    if (waited) await waited;
    if (reader.signal.aborted || reader.isFull?.() === true) return;
    let reason: string | undefined;
    try {
      reason = await reader.read(file, importing);
    } catch (error) {
      reason = describeFailure(error);
    }
    reader.done(file, reason);
  }
}

/** Why a file was not looked into though it could be read, to follow its name. */
export function describeFailure(error: unknown): string {
  return l10n.t('could not be looked into: {0}', describeError(error));
}
