// The steps of npm test, in order. A step is one line of this table; naming it on the command line also runs the steps that
// it needs.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleForExtensionHost, bundleForNode, findFiles } from './bundle.mjs';
import { runCheck, runCounted } from './runSteps.mjs';
import { root } from './setUp.mjs';

/**
 * @typedef {{ passed: number, failed: number, titles?: readonly string[] }} Counts titles: of the tests that failed
 * @typedef {{ name: string, about: string, needs?: readonly string[], onlyNamed?: boolean, onlyOn?: NodeJS.Platform, run: (options: { coverage: boolean }) => Promise<Counts> }} Step
 */

/** @type {readonly Step[]} */
export const steps = [
  { name: 'build', about: 'dist/, with the generated sources', run: () => runCheck(process.execPath, ['esbuild.mjs']) },
  { name: 'types', about: 'TypeScript', needs: ['build'], run: checkTypes },
  {
    name: 'lint',
    about: 'correctness, dependencies that point one way, texts that can be translated',
    run: checkLint,
  },
  { name: 'format', about: 'formatting', run: () => runTool('@biomejs/biome', 'biome', ['format', '.']) },
  { name: 'unused', about: 'unused files, exports and dependencies', run: () => runTool('knip', 'knip', ['--no-progress']) },
  {
    name: 'unit',
    about: 'unit tests',
    needs: ['build'],
    run: ({ coverage }) => runMocha('test/unit', coverage, (file) => !file.startsWith('test/unit/languages/')),
  },
  {
    name: 'languages',
    about: 'the same cases in every language',
    needs: ['build'],
    run: ({ coverage }) => runMocha('test/unit/languages', coverage),
  },
  {
    name: 'protocol',
    about: 'JSON-RPC to the built server and command line',
    needs: ['build'],
    run: () => runMocha('test/protocol', false),
  },
  {
    name: 'hostile',
    about: 'texts of strangers in every place that writes or shows them',
    needs: ['build'],
    run: () => runMocha('test/hostile', false),
  },
  { name: 'grammar', about: 'TextMate grammars', run: runGrammarTests },
  { name: 'package', about: 'the .vsix and its contents', run: () => runCheck(process.execPath, ['scripts/package.mjs']) },
  {
    name: 'product',
    about: 'the packed extension and command line, each installed into an empty folder',
    needs: ['build'],
    run: runProductTests,
  },
  { name: 'host', about: "in an editor's extension host", needs: ['build'], run: runHostTests },
  {
    name: 'ui',
    about: "the packed .vsix through an editor's user interface",
    needs: ['package'],
    // It drives code-server, which needs Linux.
    onlyOn: 'linux',
    run: () => runMocha('test/editor/ui', false),
  },
  {
    name: 'web',
    about: 'the packed .vsix in VS Code for browsers',
    needs: ['package'],
    // Its browser comes out of the npm registry, which has it for Linux.
    onlyOn: 'linux',
    run: runWebTests,
  },
  {
    name: 'clients',
    about: 'in Neovim and Emacs, with the snippets of the documentation',
    needs: ['build'],
    onlyNamed: true,
    run: runClientTests,
  },
  {
    name: 'windows',
    about: 'unit, protocol and product tests under Node for Windows, in Wine',
    needs: ['build'],
    onlyNamed: true,
    run: () => runOnWindows(() => true),
  },
  {
    name: 'windows-paths',
    about: 'what of them is about paths, drives, encodings and processes',
    needs: ['build'],
    onlyNamed: true,
    run: () => runOnWindows((file) => aboutPaths.test(file)),
  },
];

/** Tests of behaviour that differs between systems. How a document's kind is read does not: the step `windows` tries each kind. */
const aboutPaths =
  /^test\/(?:product\/commands|protocol\/(?:addresses|foldersWithOneId|linkedCatalogues|workspaceIndex|agreement|checkCommand|failingPrograms|runProgram|lookupCommand|lookupFiles|mcpServer)|unit\/(?:adapters|cli|lookup|workspace)\/.*)\.test\.ts$/;

const nothing = { passed: 0, failed: 0 };
/** Two files at a time, each in its own process: a process that waits for programs that it has started leaves a core free. */
const twoAtOnce = ['--parallel', '--jobs', '2'];
const mochaOptions = [
  '--no-config',
  '--no-package',
  '--enable-source-maps',
  '--timeout',
  '20000',
  '--reporter',
  'scripts/mochaReporter.cjs',
];

async function checkTypes() {
  const projects = [
    '.',
    'server/wasm',
    'scripts',
    'test/editor',
    'client/src/lookup/timelineTable/page',
    'client/src/logReport/page',
  ];
  return sum(projects.map((project) => () => runTool('typescript', 'tsc', ['--noEmit', '--project', project])));
}

async function checkLint() {
  return sum([
    () => runTool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']),
    () => runCheck(process.execPath, ['scripts/checkLayers.mjs']),
    () => runCheck(process.execPath, ['scripts/checkTranslations.mjs']),
    () => runCheck(process.execPath, ['scripts/checkWords.mjs']),
  ]);
}

/** Runs parts one after the other and adds their counts. */
async function sum(parts) {
  const total = { passed: 0, failed: 0 };
  for (const part of parts) {
    const { passed, failed } = await part();
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function runClientTests() {
  const { installClients, neovim } = await import('./installClients.mjs');
  installClients();
  return runMocha('test/clients', false, undefined, { NEOVIM: neovim });
}

async function runProductTests() {
  const { installProduct } = await import('./installProduct.mjs');
  const { folder, remove } = await installProduct();
  try {
    return await runMocha('test/product', false, () => true, { PRODUCT_FOLDER: folder });
  } finally {
    remove();
  }
}

async function runWebTests() {
  const { unpackExtension } = await import('./installProduct.mjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'web-extension-'));
  try {
    await unpackExtension(path.join(root, 'out', 'api-error-codes.vsix'), folder);
    return await runMocha('test/editor/web', false, () => true, { EXTENSION_FOLDER: path.join(folder, 'extension') });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {(file: string) => boolean} wanted */
async function runOnWindows(wanted) {
  const [{ installWindows, addRipgrep, toWindows }, { runUnderWine }, { leftOut }, { installProduct }] = await Promise.all([
    import('./windows/installWindows.mjs'),
    import('./windows/runUnderWine.mjs'),
    import('./windows/leftOut.mjs'),
    import('./installProduct.mjs'),
  ]);
  const windows = installWindows();
  if ('problem' in windows) throw new Error(`Node for Windows cannot be run here: ${windows.problem}.`);
  for (const [title, reason] of leftOut) console.log(`left out: ${title}: ${reason}`);
  const { folder, remove } = await installProduct();
  try {
    addRipgrep(path.join(folder, 'project'), windows.ripgrepPackage);
    const parts = ['test/unit', 'test/protocol', 'test/product'].map((part) => async () => {
      const files = await bundleForNode(findFiles(part, '.test.ts').filter(wanted));
      if (files.length === 0) return nothing;
      return runUnderWine(windows, [bin('mocha', 'mocha'), ...mochaOptions, ...files], { PRODUCT_FOLDER: toWindows(folder) });
    });
    return await sum(parts);
  } finally {
    remove();
  }
}

async function runMocha(folder, coverage, wanted = () => true, environment = {}) {
  const files = await bundleForNode(findFiles(folder, '.test.ts').filter(wanted));
  if (files.length === 0) return nothing;
  const mocha = [bin('mocha', 'mocha'), ...mochaOptions];
  // An editor needs the machine for itself.
  const isAlone = folder.startsWith('test/editor') || folder === 'test/clients';
  if (!coverage) return runCounted(process.execPath, [...mocha, ...(isAlone ? [] : twoAtOnce), ...files], environment);
  const c8 = [
    bin('c8', 'c8'),
    '--include',
    'server/src',
    '--include',
    'client/src',
    '--exclude-after-remap',
    '--reporter',
    'text',
  ];
  return runCounted(process.execPath, [...c8, process.execPath, ...mocha, ...files]);
}

async function runGrammarTests() {
  const files = findFiles('test/grammar', '').filter((file) => /\.test\.\w+$/.test(file));
  // Stand-ins for the editor's own grammars, into which ours are injected.
  const bases = findFiles('test/grammar/base', '.tmLanguage.json').flatMap((file) => ['--grammar', file]);
  return files.length === 0 ? nothing : runTool('vscode-tmgrammar-test', 'vscode-tmgrammar-test', [...bases, ...files]);
}

async function runHostTests() {
  await bundleForExtensionHost('test/editor/host/index.ts');
  const [runner] = await bundleForNode(['test/editor/runHostTests.ts']);
  return runCounted(process.execPath, ['--enable-source-maps', runner]);
}

function runTool(packageName, command, args) {
  return runCheck(process.execPath, [bin(packageName, command), ...args]);
}

/** The script behind a package's command: run by Node itself it needs no shell, on Windows neither. */
function bin(packageName, command) {
  const folder = path.join(root, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]);
}
