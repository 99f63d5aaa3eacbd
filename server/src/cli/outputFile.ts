import * as l10n from '@vscode/l10n';
import { describeWriteError } from '../adapters/files/readError.ts';
import { readRegularFile } from '../adapters/files/readRegularFile.ts';
import { replaceFile } from '../adapters/files/replaceFile.ts';
import { describeProblem } from '../shared/problem.ts';
import type { Streams } from './streams.ts';

const longestFile = 100_000_000;

/** For whom an output is: see `Streams`. */
export type OutputKind = 'out' | 'document' | 'commands';

/**
 * Writes a command's result to a file, or to standard output when none is named.
 * @returns whether it was written; if not, standard error has the reason
 */
export async function writeOutput(text: string, file: string | undefined, streams: Streams, kind: OutputKind): Promise<boolean> {
  if (file === undefined) {
    streams[kind](text);
    return true;
  }
  try {
    await replaceFile(file, text);
    return true;
  } catch (error) {
    streams.error(`${describeProblem({ file, reason: l10n.t('cannot be written: {0}', describeWriteError(error)) })}\n`);
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
