import {
  type ProgramFailure,
  type ProgramResult,
  type ProgramStart,
  failUnreadable,
  runProgram,
} from '../programs/runProgram.ts';

/** ripgrep's exit codes: something was found, nothing was, or there is something to complain of and the rest was found. */
const answers = [0, 1, 2];

/** Folders of installed packages. Most projects have git ignore them; a new one has no `.gitignore` yet. */
const installed = ['node_modules', 'bower_components', 'site-packages'];

/**
 * Ignores ripgrep's own configuration, and reads `.gitignore` outside of repositories too. git ignores unreadable patterns as
 * well.
 */
const common = [
  ...['--no-config', '--no-require-git', '--no-ignore-messages', '--color=never'],
  ...installed.flatMap((name) => ['--glob', `!${name}`]),
];

/**
 * Runs ripgrep. Folders of installed packages are left out unless they are named. Files that it cannot read are named in
 * `errors`, and its findings in the others count.
 * @param ripgrepPath absolute
 * @param options the patterns come with `input`, never as an option
 * @param paths files and folders
 */
export async function runRipgrep(
  ripgrepPath: string,
  options: readonly string[],
  paths: readonly string[],
  start: Pick<ProgramStart, 'folder' | 'input' | 'signal' | 'onOutput'> = {},
): Promise<ProgramResult> {
  return runProgram({ ...start, name: 'ripgrep', file: ripgrepPath, args: [...common, ...options, '--', ...paths], answers });
}

/** Names that ripgrep wrote, each with a zero byte behind it; a failure when it wrote something else. */
export function readNames(output: Buffer): readonly string[] | ProgramFailure {
  const names = output.toString('utf8').split('\0');
  return names.pop() === '' ? names : failUnreadable('ripgrep');
}

/** ripgrep's complaints, a line each, without its own name. */
export function readComplaints(errors: string): readonly string[] {
  return errors
    .split('\n')
    .map((line) => line.replace(/^rg: /, '').trim())
    .filter((line) => line !== '');
}
