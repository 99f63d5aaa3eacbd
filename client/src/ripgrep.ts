import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The ripgrep that the editor itself carries.
 * @param appRoot `vscode.env.appRoot`
 * @returns undefined when this editor carries none where VS Code keeps it
 */
export function findRipgrep(appRoot: string): string | undefined {
  const executable = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const places = [
    ['@vscode', 'ripgrep-universal', 'bin', `${process.platform}-${process.arch}`],
    ['@vscode', 'ripgrep', 'bin'],
  ];
  return ['node_modules', 'node_modules.asar.unpacked']
    .flatMap((modules) => places.map((place) => path.join(appRoot, modules, ...place, executable)))
    .find((candidate) => existsSync(candidate));
}
