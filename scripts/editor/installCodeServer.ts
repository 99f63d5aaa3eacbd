import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** code-server embeds a real VS Code: 4.139.1 has 1.139.1. It needs Node 24, which comes as a package too. */
const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

/** Parts of it that nothing here needs: 370 MB. */
const unneeded = [
  'node_modules/@github',
  'node_modules/@devcontainers',
  'node_modules/@microsoft/mxc-sdk/bin',
  'node_modules/@vscode/windows-process-tree',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
];

/** The places of an installed code-server. */
export interface CodeServer {
  readonly node: string;
  readonly entry: string;
}

/**
 * Installs code-server out of the npm registry into `.cache/`, once per version (about half a minute; downloads 255 MB, takes 390 MB).
 * @param root the repository's root
 */
export function installCodeServer(root: string): CodeServer {
  const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = path.join(root, '.cache', `code-server-${codeServerVersion}`);
  if (!existsSync(folder)) {
    console.log(
      `Installing a VS Code out of the npm registry, code-server ${codeServerVersion} (once; downloads 255 MB where npm has none of it yet, takes 390 MB in .cache/) …`,
    );
    const unfinished = `${folder}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    try {
      install(unfinished, nodePackage);
      // Only a complete installation gets the name that is looked for.
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return {
    node: path.join(folder, 'node_modules', nodePackage, 'bin', 'node'),
    entry: path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}

function install(folder: string, nodePackage: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  npm(folder, folder, nodePackage, [
    'install',
    '--no-save',
    ...quiet,
    `code-server@${codeServerVersion}`,
    `${nodePackage}@${nodeVersion}`,
  ]);
  const editor = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  npm(folder, editor, nodePackage, ['install', '--omit=dev', ...quiet]);
  // TypeScript, which the built-in extensions share.
  npm(folder, path.join(editor, 'extensions'), nodePackage, ['install', '--omit=dev', ...quiet]);
  for (const part of unneeded) rmSync(path.join(editor, part), { recursive: true, force: true });
  rmSync(path.join(folder, 'node_modules', nodePackage, 'include'), { recursive: true, force: true });
  removeOtherPlatforms(path.join(editor, 'node_modules', '@vscode', 'ripgrep-universal', 'bin'));
}

/** ripgrep comes for every platform. */
function removeOtherPlatforms(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name !== `${process.platform}-${process.arch}`) rmSync(path.join(folder, name), { recursive: true, force: true });
}

function npm(folder: string, cwd: string, nodePackage: string, args: string[]): void {
  const node24 = path.join(folder, 'node_modules', nodePackage, 'bin');
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${node24}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
  if (status !== 0) throw new Error(`code-server could not be installed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}
