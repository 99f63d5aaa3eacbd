import { chmodSync, copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The ripgrep that the command line was installed with. */
export const realRipgrep = createRequire(path.resolve('dist/cli.cjs')).resolve(
  `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${process.platform === 'win32' ? 'rg.exe' : 'rg'}`,
);

/** Writes a program for a shell. @returns its path */
export function writeProgram(file: string, script: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/**
 * Installs the built command line anew, with another ripgrep.
 * @param folder where to; it must be empty
 * @returns the command line's file, and the path that its ripgrep is to have
 */
export function installCommandLine(folder: string): { readonly commandLine: string; readonly ripgrep: string } {
  const distribution = path.join(folder, 'dist');
  mkdirSync(distribution, { recursive: true });
  for (const name of readdirSync('dist'))
    if (name !== 'cli.cjs') symlinkSync(path.resolve('dist', name), path.join(distribution, name));
  symlinkSync(path.resolve('package.json'), path.join(folder, 'package.json'));
  // Node follows links before it reports the place of a file.
  const commandLine = path.join(distribution, 'cli.cjs');
  copyFileSync('dist/cli.cjs', commandLine);
  const packaged = `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`;
  return { commandLine, ripgrep: path.join(folder, packaged) };
}
