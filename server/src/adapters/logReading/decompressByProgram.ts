import * as l10n from '@vscode/l10n';
import type { LogCompression } from '../logFiles/logFileNames.ts';
import { findProgram } from '../programs/findProgram.ts';
import { programEnvironment } from '../programs/programEnvironment.ts';
import { streamProgram } from '../programs/streamProgram.ts';

const programs = { bzip2: ['bzip2', 'lbzip2', 'pbzip2'], xz: ['xz'], zstd: ['zstd'] } as const;

/** The compressions that programs of the system read. */
export type ProgramCompression = Extract<LogCompression, keyof typeof programs>;

/**
 * Decompresses with a program of the system, no faster than it is taken.
 * @throws a sentence when there is no such program, or it fails
 */
export async function* decompressByProgram(
  compression: ProgramCompression,
  input: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void> {
  for (const name of programs[compression]) {
    const file = findProgram(name, process.cwd());
    if (file === undefined) continue;
    const environment = programEnvironment();
    return yield* streamProgram({ name, file, args: ['-dc'], environment, input, ...(signal && { signal }) });
  }
  throw new Error(
    l10n.t('It is compressed with {0}, and there is no program {0} in PATH: install it, or decompress the file.', compression),
  );
}
