import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { typeOptions } from '../adapters/fileTypes.ts';

/** The files below some paths, and what could not be looked into. */
export interface FileListing {
  /** Absolute, sorted, without repeats. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Lists files as ripgrep does: what git ignores is left out, hidden folders too, links are not followed. A file that is named
 * itself is always listed.
 * @param globs names of the files that are wanted, such as `*.ts`, in any case
 */
export async function listFiles(paths: readonly string[], globs: readonly string[], ripgrepPath: string): Promise<FileListing> {
  const files = new Set<string>();
  const skipped: { file: string; reason: string }[] = [];
  const folders: string[] = [];
  for (const given of paths) {
    try {
      const stats = await stat(given);
      if (stats.isDirectory()) folders.push(given);
      else files.add(path.resolve(given));
    } catch {
      skipped.push({ file: given, reason: 'does not exist or cannot be read' });
    }
  }
  if (folders.length > 0) {
    const args = [
      '--no-config',
      '--no-require-git',
      // git makes nothing of a pattern that it cannot read.
      '--no-ignore-messages',
      '--files',
      '--null',
      '--color=never',
      ...typeOptions(globs),
      '--',
      ...folders,
    ];
    const { output, errors } = await run(ripgrepPath, args);
    for (const { name, isText } of splitNames(output)) {
      if (isText) files.add(path.resolve(name));
      else skipped.push({ file: name, reason: 'has a name that is no UTF-8, and is not read' });
    }
    for (const line of errors.split('\n')) if (line.trim() !== '') skipped.push({ file: '', reason: line.replace(/^rg: /, '') });
  }
  return { files: [...files].sort(), skipped };
}

/** Names between zero bytes. A name is bytes: one that is no text cannot be opened by its text. */
function splitNames(output: Buffer): { readonly name: string; readonly isText: boolean }[] {
  const whole = output.toString('utf8');
  const names = whole.split('\0').filter((name) => name !== '');
  if (!whole.includes('\ufffd')) return names.map((name) => ({ name, isText: true }));
  const bytes = output.toString('latin1').split('\0');
  return names.map((name, index) => ({ name, isText: Buffer.from(name).toString('latin1') === bytes[index] }));
}

function run(command: string, args: readonly string[]): Promise<{ output: Buffer; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const finish = (problem = ''): void =>
      resolve({ output: Buffer.concat(output), errors: Buffer.concat(errors).toString('utf8') + problem });
    child.once('error', (error) => finish(`ripgrep could not be run: ${error.message}`));
    child.once('close', () => finish());
  });
}
