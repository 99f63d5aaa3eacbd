import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The ripgrep that npm installed as a dependency of the command line.
 * @param distribution the folder of the bundle
 * @returns undefined in the editor's package, which carries none, and on platforms that npm has none for
 */
export function findPackagedRipgrep(distribution: string): string | undefined {
  const executable = `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${process.platform === 'win32' ? 'rg.exe' : 'rg'}`;
  const here = path.join(distribution, 'cli.cjs');
  // Beside us in a flat node_modules; else as a neighbour of the package that depends on it.
  return resolve(here, executable) ?? resolve(resolve(here, '@vscode/ripgrep') ?? here, executable);
}

function resolve(from: string, request: string): string | undefined {
  try {
    const file = createRequire(from).resolve(request);
    return existsSync(file) ? file : undefined;
  } catch {
    // It is not installed there; a command that needs it reports that.
    return undefined;
  }
}
