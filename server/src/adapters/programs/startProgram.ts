import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A program to be started. */
export interface ProgramCommand {
  /** How messages call it: `git`. */
  readonly name: string;
  /** Its absolute path: a name would be looked for in the working directory, too, on Windows. */
  readonly file: string;
  readonly args: readonly string[];
  /** The folder that it runs in; ours when absent. */
  readonly folder?: string;
}

const longestLine = 500;

/**
 * Starts a program: the only way to start one. No shell is involved, so that an argument is never more than that. Throws where
 * the system cannot even try.
 * @param environment all of its variables
 * @param input its standard input: nothing, a pipe, or a file that is open
 */
export function startProgram(
  { file, args, folder, environment }: ProgramCommand & { readonly environment: Readonly<Record<string, string | undefined>> },
  input: 'ignore' | 'pipe' | number,
): ChildProcessByStdio<Writable | null, Readable, Readable> {
  const options = { ...(folder === undefined ? {} : { cwd: folder }), env: environment, shell: false, windowsHide: true };
  return spawn(file, args, { ...options, stdio: [input, 'pipe', 'pipe'] }) as ChildProcessByStdio<
    Writable | null,
    Readable,
    Readable
  >;
}

/** The first line that is not blank of a program's errors, to follow a sentence. */
export function firstLineOf(errors: string): string {
  const line = errors.split('\n').find((each) => each.trim() !== '');
  return line === undefined ? '' : `: ${line.trim().slice(0, longestLine)}`;
}
