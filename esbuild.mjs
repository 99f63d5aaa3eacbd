// Builds dist/: the extension's client, the server, the command line and the files that they load at run time.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { writeConfigurationSchema } from './scripts/configurationSchema.mjs';
import { generate } from './scripts/generate.mjs';
import { findGrammar, readLanguages } from './scripts/languages.mjs';
import { writeThirdPartyNotices } from './scripts/thirdPartyNotices.mjs';

const production = !process.argv.includes('--development');

// Built beside dist/ and swapped in at the end: a program that runs the old bundle meanwhile never sees half of the new one.
const target = `dist.${process.pid}.tmp`;

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  // A name of the editor's API that is not found.
  logOverride: { 'import-is-undefined': 'error' },
  metafile: true,
  outdir: target,
};

/** The browser's side of a library stands beside Node's in a bundle that both load. Its own name for it is one for browsers only. */
const browserEntries = {
  name: 'browser-entries',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^vscode-[\w-]+\/browser$/ }, async ({ path: name, kind, resolveDir }) => {
      const { path: onNode } = await build.resolve(name.replace(/browser$/, 'node'), { kind, resolveDir });
      return { path: onNode.replace(/node(?=.main\.js$)/, 'browser') };
    });
  },
};

/**
 * Each is one file. Modules behind `import()` are compiled into it and run when they are first asked for.
 * @type {import('esbuild').BuildOptions}
 */
const onNode = {
  ...common,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  entryPoints: {
    client: 'client/src/extension.ts',
    nodeClient: 'client/src/nodeClient.ts',
    // The entries that are started: they load one of those below (loadBundle.ts).
    server: 'server/src/node.ts',
    cli: 'server/src/cli/index.ts',
    languageServer: 'server/src/languageServer.ts',
    commands: 'server/src/cli/program.ts',
    assistants: 'server/src/cli/assistants/serveAssistants.ts',
    // Threads.
    documentWorker: 'server/src/documentWorker.ts',
    // The parser's library once more: it begins only once, and has to begin anew when it breaks down.
    treeSitter: 'web-tree-sitter',
  },
  external: ['vscode', '@vscode/ripgrep'],
  // A CommonJS file has no `import.meta`, and libraries ask for it when they load.
  define: { 'import.meta.url': 'importMetaUrl' },
  alias: {
    // Its other form asks for its parts in a way that cannot be bundled.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    // Their forms for Node load Node's modules, which the language server does not have in a browser.
    '@vscode/l10n': path.resolve('node_modules/@vscode/l10n/dist/browser.js'),
    yaml: path.resolve('node_modules/yaml/browser/index.js'),
  },
  plugins: [browserEntries],
  inject: ['scripts/importMetaUrl.mjs'],
};

/**
 * Pages of the extension, and the chart that is also in a report by itself.
 * @type {import('esbuild').BuildOptions}
 */
const pages = {
  ...common,
  format: 'iife',
  platform: 'browser',
  target: 'chrome114',
  entryPoints: [
    { in: 'client/src/lookup/timelineTable/page/index.ts', out: 'timeline' },
    { in: 'client/src/lookup/timelineTable/page/timeline.css', out: 'timeline' },
    { in: 'client/src/logReport/page/index.ts', out: 'logReport' },
  ],
};

/**
 * The extension in an editor that runs in a browser. Its server is `languageServer.cjs`, in a web worker.
 * @type {import('esbuild').BuildOptions}
 */
const inBrowser = {
  ...common,
  format: 'cjs',
  platform: 'browser',
  target: 'chrome114',
  entryPoints: { browser: 'client/src/extension.browser.ts' },
  external: ['vscode'],
};

/**
 * The service knows neither Node nor the editor, and the server in a browser has no Node: a browser bundle of them fails on any
 * such import.
 * @type {import('esbuild').BuildOptions}
 */
const pureService = {
  ...common,
  format: 'esm',
  platform: 'browser',
  entryPoints: ['server/src/service/index.ts', 'server/src/browserServer.ts'],
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  write: false,
  metafile: false,
};

await generate();
await mkdir(target, { recursive: true });
const bundles = await Promise.all([build(onNode), build(inBrowser), build(pages)]);
await build(pureService);
await cp('server/data/catalogues', `${target}/catalogues`, { recursive: true });
await cp('server/data/error-codes.schema.json', `${target}/error-codes.schema.json`);
await writeFile(`${target}/api-error-codes.schema.json`, await writeConfigurationSchema());
const grammars = [...new Set((await readLanguages()).map((language) => language.grammar))];
const notices = writeThirdPartyNotices(
  bundles.map(({ metafile }) => metafile),
  await copyGrammars(),
  grammars,
);
await writeFile(`${target}/ThirdPartyNotices.txt`, notices);
const page = spawnSync(process.execPath, [`${target}/cli.cjs`, 'man'], {
  encoding: 'utf8',
  env: { ...process.env, LC_ALL: 'C' },
});
if (page.status !== 0) throw new Error(`The manual page was not written:\n${page.stderr}`);
await writeFile(`${target}/api-error-codes.1`, page.stdout);
const old = `dist.${process.pid}.old.tmp`;
await rename('dist', old).catch(() => {});
await rename(target, 'dist');
await rm(old, { recursive: true, force: true });

/** @returns the files that were copied */
async function copyGrammars() {
  await mkdir(`${target}/grammars`);
  const runtime = 'node_modules/web-tree-sitter/web-tree-sitter.wasm';
  await cp(runtime, `${target}/grammars/web-tree-sitter.wasm`);
  const copied = [runtime];
  for (const grammar of grammars) {
    const file = findGrammar(grammar);
    await cp(file, `${target}/grammars/tree-sitter-${grammar}.wasm`);
    copied.push(path.relative('.', file));
  }
  return copied;
}
