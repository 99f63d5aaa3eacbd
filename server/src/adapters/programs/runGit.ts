import { delimiter } from 'node:path';
import { findProgram, searchedFolders } from './findProgram.ts';
import { type ProgramFailure, runProgram } from './runProgram.ts';

/** The answer of git. */
export interface GitAnswer {
  readonly ok: true;
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/**
 * A repository from a stranger must not decide what runs: no hooks, no monitor of files, no repository within the files of a
 * different one. Nothing is written, no lock either.
 */
const cautious = [
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '--no-optional-locks',
];

/** Milliseconds. Comparing a large working tree with a revision takes some seconds. */
const timeLimit = 120_000;

/**
 * Runs git in a folder.
 * @param args a command and its options; names of files behind `--`
 * @param answers exit codes that are an answer; every other one is a failure
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  answers: readonly number[] = [0],
): Promise<GitAnswer | ProgramFailure> {
  const file = findProgram('git', folder);
  if (file === undefined)
    return { ok: false, problem: 'git could not be run: PATH names none outside of what is checked', cancelled: false };
  const environment = {
    // It starts programs itself, such as the filters of the user's configuration.
    PATH: searchedFolders(folder).join(delimiter),
    // Without this, Windows looks into the working directory first.
    NoDefaultCurrentDirectoryInExePath: '1',
    // There is no user to answer.
    GIT_TERMINAL_PROMPT: '0',
  };
  const result = await runProgram({ name: 'git', file, args: [...cautious, ...args], folder, environment, answers, timeLimit });
  return result.ok ? { ...result, output: result.output.toString('utf8') } : result;
}
