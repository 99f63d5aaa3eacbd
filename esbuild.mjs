// Builds dist/: the extension's client, the server, the command line and what they load at run time.
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { generate } from './scripts/generate.mjs';

const production = !process.argv.includes('--development');

// Built beside dist/ and swapped in at the end: whoever runs the old bundle meanwhile never sees half of the new one.
const target = `dist.${process.pid}.tmp`;

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  // In a CommonJS bundle `import.meta.url` is empty, and libraries ask for it at load time.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
};

await generate();
await mkdir(target, { recursive: true });
await Promise.all([
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: `${target}/client.cjs`, external: ['vscode'] }),
  build({ ...common, entryPoints: ['server/src/node.ts'], outfile: `${target}/server.cjs` }),
  build({
    ...common,
    entryPoints: ['server/src/cli/index.ts'],
    outfile: `${target}/cli.cjs`,
    external: ['@vscode/ripgrep', './server.cjs'],
    banner: { js: `#!/usr/bin/env node\n${common.banner?.js}` },
  }),
  // The service knows neither Node nor the editor: a browser bundle of it fails on any such import.
  build({
    bundle: true,
    format: 'esm',
    platform: 'browser',
    entryPoints: ['server/src/service/index.ts'],
    write: false,
    logLevel: 'warning',
  }),
  copyGrammars(),
  cp('server/data/catalogues', `${target}/catalogues`, { recursive: true }),
]);
await rm('dist', { recursive: true, force: true });
await rename(target, 'dist');

async function copyGrammars() {
  await mkdir(`${target}/grammars`);
  await cp('node_modules/web-tree-sitter/web-tree-sitter.wasm', `${target}/grammars/web-tree-sitter.wasm`);
  for (const name of ['typescript', 'tsx', 'javascript']) {
    await cp(
      `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
      `${target}/grammars/tree-sitter-${name}.wasm`,
    );
  }
}
