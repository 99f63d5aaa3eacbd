// Fetches pinned packages with the registries' own clients, into a folder of their own. Nothing of them is kept.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Fetches one package. @param latest the newest version instead of the pinned one
 * @param {{ registry: 'npm' | 'pypi' | 'go', name: string, version: string }} source
 * @returns {string} the folder of its files
 */
export function fetchPackage({ registry, name, version }, folder, latest) {
  mkdirSync(folder, { recursive: true });
  const run = (command, args) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (registry === 'npm') {
    const archive = run('npm', ['pack', '--silent', `${name}@${latest ? 'latest' : version}`]).trim();
    run('tar', ['xzf', archive]);
    return path.join(folder, 'package');
  }
  if (registry === 'pypi') {
    run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', latest ? name : `${name}==${version}`]);
    const [wheel = ''] = readdirSync(folder).filter((file) => file.endsWith('.whl'));
    run('python3', ['-m', 'zipfile', '-e', wheel, 'wheel']);
    return path.join(folder, 'wheel');
  }
  // A module of its own, so that the client asks for nothing else.
  run('go', ['mod', 'init', 'example.com/facts']);
  return JSON.parse(run('go', ['mod', 'download', '-json', `${name}@${latest ? 'latest' : version}`])).Dir;
}
