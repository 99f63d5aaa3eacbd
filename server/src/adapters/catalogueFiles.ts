import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A larger file is no catalogue that somebody wrote. */
const longest = 20_000_000;

/** How catalogue files are named. */
const catalogueGlobs = ['*.error-codes.json', '*.error-codes.yaml', '*.error-codes.yml'];

/** The catalogue files below a folder, sorted; what git ignores is left out. None when ripgrep cannot be run. */
export function listCatalogueFiles(folder: string, ripgrepPath: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const args = [
      '--no-config',
      '--files',
      '--null',
      '--color=never',
      ...catalogueGlobs.flatMap((glob) => ['--glob', glob]),
      '--',
      '.',
    ];
    const child = spawn(ripgrepPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', () => resolve([]));
    child.once('close', () => {
      const names = Buffer.concat(output).toString('utf8').split('\0');
      resolve(
        names
          .filter((name) => name !== '')
          .map((name) => path.resolve(folder, name))
          .sort(),
      );
    });
  });
}

/** @returns the problem as a sentence when the file cannot be read or is too large */
export async function readCatalogueText(file: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const { size } = await stat(file);
    if (size > longest) return { problem: `is larger than ${longest / 1e6} MB` };
    return { text: await readFile(file, 'utf8') };
  } catch (error) {
    return { problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
