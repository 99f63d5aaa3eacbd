import { createRequire } from 'node:module';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { versionOf } from './languageServers.ts';
import type { Command } from './measureProcess.ts';

/** A program, and its name with the version. */
export interface Tool {
  readonly name: string;
  readonly command: Command;
}

/** Our own command line, as it is built. */
export function ownTool(root: string): Tool {
  return { name: 'api-error-codes', command: [process.execPath, path.join(root, 'dist/cli.cjs')] };
}

/** The linter; undefined when it is not installed. */
export function findOxlint(root: string): Tool | undefined {
  const version = versionOf(root, 'oxlint');
  if (version === undefined) return undefined;
  return { name: `oxlint ${version}`, command: [process.execPath, path.join(root, 'node_modules/oxlint/bin/oxlint')] };
}

/** The ripgrep that the command line itself runs; undefined on platforms that npm has none for. */
export function findRipgrep(root: string): Tool | undefined {
  try {
    const packageName = `@vscode/ripgrep-${process.platform}-${process.arch}`;
    const executable = createRequire(path.join(root, 'package.json')).resolve(
      `${packageName}/bin/${process.platform === 'win32' ? 'rg.exe' : 'rg'}`,
    );
    return { name: `ripgrep ${versionIn(executable)}`, command: [executable] };
  } catch {
    return undefined;
  }
}

/** A program of the system; undefined when it is not installed. */
export function findOnSystem(program: string): Tool | undefined {
  const version = versionIn(program);
  return version === '' ? undefined : { name: `${program} ${version}`, command: [program] };
}

function versionIn(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /\d+(\.\d+)+/.exec(stdout ?? '')?.[0] ?? '';
}
