// Packs both packages and installs each into an empty folder, as its users do: without this repository in reach.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { packExtension } from './package.mjs';
import { root } from './setUp.mjs';

/**
 * Installs the present content of `dist/`.
 * @returns {Promise<{ folder: string, remove: () => void }>} a folder with `project/node_modules/api-error-codes` and
 * `extension`
 */
export async function installProduct() {
  const folder = mkdtempSync(path.join(tmpdir(), 'product-'));
  await unpackExtension(await packExtension(), folder);
  const project = path.join(folder, 'project');
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{ "name": "project", "private": true }\n');
  const tarball = packTarball(folder);
  runNpm(['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error', tarball], project);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

function packTarball(folder) {
  const [{ filename }] = JSON.parse(runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root));
  return path.join(folder, filename);
}

function runNpm(args, cwd) {
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    // npm is a .cmd file on Windows, which needs a shell.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args[0]} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** The part of a .vsix that an editor installs: everything below `extension/`, which goes into such a folder. */
export async function unpackExtension(archive, folder) {
  const zip = await promisify(yauzl.open)(archive, { lazyEntries: true, autoClose: true });
  const read = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (entry) => {
      const wanted = entry.fileName.startsWith('extension/') && !entry.fileName.endsWith('/');
      (wanted ? extract(entry) : Promise.resolve()).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
  async function extract(entry) {
    const file = path.join(folder, ...entry.fileName.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    await pipeline(await read(entry), createWriteStream(file));
  }
}
