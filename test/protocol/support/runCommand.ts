import { spawn } from 'node:child_process';
import path from 'node:path';

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the built command line in a folder, in English. Its streams are pipes, as in CI. */
export function runCommand(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
  commandLine = path.resolve('dist/cli.cjs'),
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandLine, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment },
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      // An uncaught rejection or exception is a fault in every test.
      if (/^ {4}at .*:\d+:\d+\)?$/m.test(error)) reject(new Error(`The command ended with a fault:\n${error}`));
      else resolve({ code, out, error });
    });
  });
}
