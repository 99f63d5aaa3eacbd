// Bundles tests and scripts that are written in TypeScript into out/: nothing relies on Node stripping types.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './setUp.mjs';

/** Bundles for Node; returns the outputs in the order of the entries. Packages stay outside and load from node_modules. */
export async function bundleForNode(entries) {
  if (entries.length === 0) return [];
  await build({
    ...common(entries),
    format: 'esm',
    splitting: true,
    chunkNames: 'out/chunks/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
  });
  return entries.map((entry) => outputOf(entry, '.mjs'));
}

/** Bundles one entry for the editor's extension host, which loads CommonJS and provides `vscode`. */
export async function bundleForExtensionHost(entry) {
  await build({ ...common([entry]), format: 'cjs', outExtension: { '.js': '.cjs' } });
  return outputOf(entry, '.cjs');
}

/** The files below a folder whose names end with `suffix`, sorted, relative to the root; empty when the folder does not exist. */
export function findFiles(folder, suffix) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

/** @returns {import('esbuild').BuildOptions} */
function common(entries) {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((entry) => [`out/${entry.replace(/\.ts$/, '')}`, entry])),
    outdir: '.',
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  };
}

function outputOf(entry, extension) {
  return path.join(root, 'out', entry.replace(/\.ts$/, extension));
}
