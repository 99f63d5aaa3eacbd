// Sets up the missing parts of a fresh clone. Node's own modules only: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Installs the dependencies when they are missing or not those of the lock file. Exits when that fails. */
export function setUpDependencies() {
  requireNode();
  if (dependenciesAreCurrent()) return;
  console.log('Installing the dependencies (downloads 340 MB where npm has none of it yet, takes 850 MB in node_modules) …');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  if (run('npm', ['ci', ...quiet]) === undefined) return;
  // A mirror of the registry may lack packages of other platforms, which npm ci insists on.
  console.log('npm ci failed; trying npm install …');
  runOrExit('npm', ['install', '--no-save', ...quiet], 'The dependencies could not be installed');
}

/** Builds `dist/`, afresh each time: it takes about two seconds. Exits when that fails. */
export function build() {
  runOrExit(process.execPath, ['esbuild.mjs'], 'The build failed');
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Versions are compared, not times of files: a checkout or a copy gives any times. */
function dependenciesAreCurrent() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional === true || installed[place]?.version === version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function runOrExit(command, args, message) {
  const problem = run(command, args);
  if (problem === undefined) return;
  console.error(`${message}: ${problem}.`);
  process.exit(1);
}

/** @returns undefined when all is well, else the problem */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm is a .cmd file on Windows, which needs a shell.
    shell: process.platform === 'win32' && command === 'npm',
  });
  return status === 0 ? undefined : (error?.message ?? `exit code ${status}`);
}
