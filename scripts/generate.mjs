// Writes server/src/generated/: out of server/data/ the schema's compiled validator and the built-in catalogues, validated; out
// of server/wasm/ the search in bytes.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compileByteSearch } from './compileByteSearch.mjs';
import { readLanguageIds } from './languages.mjs';

const target = 'server/src/generated';

/** Generates everything; throws, naming file and line, when a built-in catalogue is not valid. */
export async function generate() {
  await mkdir(target, { recursive: true });
  await writeValidator();
  await writeReasonPhrases();
  await writeBuiltinCatalogues();
  await writeLanguageIds();
  const before = await readFile(`${target}/byteSearch.json`, 'utf8').catch(() => undefined);
  await writeChanged('byteSearch.json', await compileByteSearch(before));
}

/** Languages in which the extension starts besides those of source code. */
const logLanguages = ['log', 'jsonl', 'http'];

/** Tells the client and the manifest for which languages the extension starts. */
async function writeLanguageIds() {
  const { documents, code } = await readLanguageIds();
  const ids = [...documents, ...logLanguages];
  await mkdir('client/src/generated', { recursive: true });
  await writeChanged('../../../client/src/generated/languageIds.json', `${JSON.stringify(ids)}\n`);
  const text = await readFile('package.json', 'utf8');
  const manifest = JSON.parse(text);
  // JSON, YAML and Markdown are opened by other extensions all the time: they are explained once there is a reason to start.
  manifest.activationEvents = [
    ...[...code, ...logLanguages].map((id) => `onLanguage:${id}`),
    'workspaceContains:**/*.error-codes.{json,yaml,yml}',
    // Tabs that are there again after the window was loaded anew.
    'onWebviewPanel:apiErrorCodes.timelineTable',
    'onWebviewPanel:apiErrorCodes.logReport',
    'onFileSystem:api-error-codes-example',
  ];
  const updated = `${JSON.stringify(manifest, null, 2)}\n`;
  if (updated !== text) await writeFile('package.json', updated);
}

/** The registered reason phrases, as the package has them, in a file that every bundler and Node itself can read. */
async function writeReasonPhrases() {
  await writeChanged('reasonPhrases.json', await readFile('node_modules/statuses/codes.json', 'utf8'));
}

async function writeValidator() {
  const schema = JSON.parse(await readFile('server/data/error-codes.schema.json', 'utf8'));
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true } });
  // Bundled, so that it contains the parts of its library that the validator needs.
  const { outputFiles } = await build({
    stdin: { contents: standaloneCode(ajv, ajv.compile(schema)), resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'warning',
  });
  await writeChanged('validateCatalogue.js', outputFiles[0].text);
  await writeChanged(
    'validateCatalogue.d.ts',
    `import type { ErrorObject } from 'ajv';
/** Checks a parsed catalogue file against the published schema; the problems are left in \`errors\`. */
declare const validateCatalogue: { (file: unknown): boolean; errors?: ErrorObject[] | null };
export default validateCatalogue;
`,
  );
}

async function writeBuiltinCatalogues() {
  const { outputFiles } = await build({
    entryPoints: ['server/src/service/catalogue/readCatalogue.ts'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'warning',
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  const folder = 'server/data/catalogues';
  const catalogues = [];
  const heads = [];
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  for (const name of files.filter((file) => file.endsWith('.yaml'))) {
    const read = module.readCatalogueFile(await readFile(`${folder}/${name}`, 'utf8'), name);
    if (read.problems.length > 0) {
      throw new Error(
        read.problems.map(({ line, column, message }) => `${folder}/${name}:${line + 1}:${column + 1}: ${message}`).join('\n'),
      );
    }
    // A shipped one is read where its API shows; only what shows it is always there.
    if (name.startsWith('shipped/')) {
      const { id, title, docs, detect } = read.file;
      heads.push({ file: name, head: { id, title, docs, detect } });
    } else catalogues.push({ name, file: read.file, locations: read.locations });
  }
  await writeChanged('shippedHeads.json', `${JSON.stringify(heads)}\n`);
  await writeChanged('builtinCatalogues.json', `${JSON.stringify(catalogues)}\n`);
}

/** Does not touch a file that is already right, so that nothing downstream looks out of date. */
async function writeChanged(name, text) {
  const path = `${target}/${name}`;
  if ((await readFile(path, 'utf8').catch(() => undefined)) !== text) await writeFile(path, text);
}

if (import.meta.url === `file://${process.argv[1]}`) await generate();
