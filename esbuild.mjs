// Builds dist/: the extension's client, the server, the command line and what they load at run time.
import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { writeConfigurationSchema } from './scripts/configurationSchema.mjs';
import { generate } from './scripts/generate.mjs';
import { findGrammar, readLanguages } from './scripts/languages.mjs';
import { writeThirdPartyNotices } from './scripts/thirdPartyNotices.mjs';

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
  logLevel: 'warning',
  metafile: true,
};

/** For what runs on Node and takes libraries that were not written for CommonJS. */
const commonOnNode = {
  ...common,
  external: ['@vscode/ripgrep'],
  // A CommonJS file has no `import.meta`, and libraries ask for it at load time.
  define: { 'import.meta.url': 'importMetaUrl' },
  inject: ['scripts/importMetaUrl.mjs'],
  sourcemap: production ? false : 'inline',
};

/** What takes libraries that few commands need. */
const readers = [
  'service/catalogue/loadCatalogue.ts',
  'service/catalogue/readCatalogue.ts',
  'service/readConfiguration.ts',
  'service/mentions/boundedPattern.ts',
  'service/engines/readEnginesFile.ts',
  'adapters/awsSigning.ts',
];

/** What few look-ups use. */
const seldomUsed = ['node:child_process', 'node:fs/promises', 'node:os', 'node:worker_threads'];

await generate();
await mkdir(target, { recursive: true });
const bundles = await Promise.all([
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: `${target}/client.cjs`, external: ['vscode'] }),
  buildServerAndCommandLine(),
  buildEntry(),
  buildLookup(),
  // A thread starts sooner with one file.
  build({ ...commonOnNode, entryPoints: ['server/src/adapters/searchThread.ts'], outfile: `${target}/searchThread.cjs` }),
  // The page of the timeline's table: a script and a style sheet for a browser.
  build({
    ...common,
    format: 'iife',
    platform: 'browser',
    target: 'chrome114',
    entryPoints: [
      { in: 'client/src/lookup/timelineTable/page/index.ts', out: 'timeline' },
      { in: 'client/src/lookup/timelineTable/page/timeline.css', out: 'timeline' },
    ],
    outdir: target,
  }),
  // The chart of a log's summary, for the editor's page and for the one that stands alone.
  build({
    ...common,
    format: 'iife',
    platform: 'browser',
    target: 'chrome114',
    sourcemap: false,
    entryPoints: ['client/src/logReport/page/index.ts'],
    outfile: `${target}/logReport.js`,
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
  cp('server/data/catalogues', `${target}/catalogues`, { recursive: true }),
  cp('server/data/error-codes.schema.json', `${target}/error-codes.schema.json`),
  writeFile(`${target}/api-error-codes.schema.json`, await writeConfigurationSchema()),
]);
const grammars = await copyGrammars();
const notices = writeThirdPartyNotices(
  bundles.map((bundle) => bundle?.metafile),
  grammars,
);
await writeFile(`${target}/ThirdPartyNotices.txt`, notices);
const old = `dist.${process.pid}.old.tmp`;
await rename('dist', old).catch(() => {});
await rename(target, 'dist');
await rm(old, { recursive: true, force: true });

/**
 * The server and the command line share their code, and each of their parts loads when it is first asked for: compiling all of
 * it would cost as much time as starting Node. esbuild splits ES modules alone, so those are built first and made CommonJS,
 * which starts faster, file by file.
 */
async function buildServerAndCommandLine() {
  const { outputFiles, metafile } = await build({
    ...commonOnNode,
    format: 'esm',
    splitting: true,
    entryPoints: {
      server: 'server/src/node.ts',
      program: 'server/src/cli/wholeProgram.ts',
      logIndexWorker: 'server/src/adapters/logIndexWorker.ts',
      ...Object.fromEntries(readers.map((reader) => [`readers/${path.basename(reader, '.ts')}`, `server/src/${reader}`])),
    },
    outdir: target,
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunks/[hash]',
    write: false,
  });
  for (const { path: file, text } of outputFiles) {
    const { code } = await transform(requireLater(text), {
      format: 'cjs',
      platform: 'node',
      target: common.target,
      minify: production,
      sourcemap: production ? false : 'inline',
    });
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, code);
  }
  return { metafile };
}

/** What is run by name: one small file, which loads the look-up or everything else. */
async function buildEntry() {
  const bundles = { 'cli/lookupProgram.ts': './lookup.cjs', 'cli/wholeProgram.ts': './program.cjs' };
  const { outputFiles, metafile } = await build({
    ...commonOnNode,
    format: 'cjs',
    entryPoints: ['server/src/cli/index.ts'],
    outfile: `${target}/cli.cjs`,
    plugins: [leaveOut(Object.keys(bundles), (module) => bundles[module])],
    write: false,
  });
  for (const { path: file, text } of outputFiles) await writeFile(file, `#!/usr/bin/env node\n${requireLater(text)}`);
  return { metafile };
}

/**
 * A look-up in a gigabyte takes little longer than opening the forty files that its code would be split into: it has one of
 * its own, and only what reads catalogues that somebody wrote stays outside.
 */
async function buildLookup() {
  const { outputFiles, metafile } = await build({
    ...commonOnNode,
    format: 'cjs',
    entryPoints: ['server/src/cli/lookupProgram.ts'],
    outfile: `${target}/lookup.cjs`,
    plugins: [leaveOut(readers, (reader) => `./readers/${path.basename(reader, '.ts')}.cjs`), loadLater(seldomUsed)],
    write: false,
  });
  for (const { path: file, text } of outputFiles) {
    const code = requireLater(text);
    // loadBundle.ts knows it by its sum.
    await writeFile(file, `${code}//${createHash('sha256').update(code).digest('hex')}`);
  }
  return { metafile };
}

/** `import()` of a CommonJS file would go through Node's loader of ES modules, which takes its time. */
function requireLater(text) {
  return text.replace(/\bimport\(("\.[^"]+\.cjs")\)/g, 'Promise.resolve().then(() => require($1))');
}

/** Gives modules of Node that are loaded when something of them is first used: the larger ones take milliseconds. */
function loadLater(modules) {
  return {
    name: 'load later',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:/ }, ({ path: name, namespace }) =>
        modules.includes(name) && namespace !== 'later' ? { path: name, namespace: 'later' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'later' }, async ({ path: name }) => {
        const names = JSON.stringify(Object.keys(await import(name)));
        const getter = `{ enumerable: true, get: () => require('${name}')[name] }`;
        return { contents: `for (const name of ${names}) Object.defineProperty(exports, name, ${getter});` };
      });
    },
  };
}

/** Leaves modules out that are imported when they are first asked for: another bundle has them. */
function leaveOut(modules, placeOf) {
  return {
    name: 'leave out',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path: given, resolveDir }) => {
        const found = modules.find((module) => path.resolve(resolveDir, given) === path.resolve('server/src', module));
        return kind === 'dynamic-import' && found !== undefined ? { path: placeOf(found), external: true } : undefined;
      });
    },
  };
}

/** @returns what was copied */
async function copyGrammars() {
  await mkdir(`${target}/grammars`);
  const runtime = 'node_modules/web-tree-sitter/web-tree-sitter.wasm';
  await cp(runtime, `${target}/grammars/web-tree-sitter.wasm`);
  const copied = [runtime];
  for (const grammar of new Set((await readLanguages()).map((language) => language.grammar))) {
    const file = findGrammar(grammar);
    await cp(file, `${target}/grammars/tree-sitter-${grammar}.wasm`);
    copied.push(path.relative('.', file));
  }
  return copied;
}
