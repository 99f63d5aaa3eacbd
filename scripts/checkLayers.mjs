// Dependencies point one way, and no file needs itself by way of others. Part of the lint step.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from './bundle.mjs';
import { root } from './setUp.mjs';

/**
 * The order of folders and files, from the top down: each may import its own row and the rows below it, types included. The longest
 * matching path decides. A folder without a row fails.
 */
const layers = [
  ['client/src'],
  ['server/src/node.ts', 'server/src/documentWorker.ts'],
  ['server/src/cli'],
  ['server/src/languageServer.ts'],
  ['server/src/nodeServer.ts', 'server/src/browserServer.ts'],
  ['server/src/lsp'],
  ['server/src/protocol', 'server/src/requests'],
  ['server/src/adapters'],
  ['server/src/adapters/logSearch'],
  ['server/src/adapters/engines'],
  ['server/src/adapters/logReading'],
  ['server/src/adapters/byteScan'],
  ['server/src/adapters/logFiles'],
  ['server/src/adapters/catalogues'],
  ['server/src/adapters/ripgrep'],
  ['server/src/adapters/programs'],
  ['server/src/adapters/files'],
  ['server/src/adapters/startup'],
  ['server/src/workspace'],
  ['server/src/service/index.ts'],
  ['server/src/service/features', 'server/src/service/generate', 'server/src/service/workspace'],
  ['server/src/service/edits'],
  ['server/src/service/rules'],
  ['server/src/service/analysis'],
  ['server/src/service/sites', 'server/src/service/evidence'],
  ['server/src/service/mentions'],
  ['server/src/service/catalogue', 'server/src/service/languages', 'server/src/service/summary'],
  ['server/src/service/syntax', 'server/src/service/settings', 'server/src/service/requests'],
  ['server/src/service/logs', 'server/src/service/redaction', 'server/src/service/engines', 'server/src/service/render'],
  ['server/src/service/matching'],
  ['server/src/service', 'server/src/generated'],
  ['server/src/shared'],
];

/** Folders whose files do not import each other: each is a subject of its own. */
const apart = ['server/src/service/features'];

/** A folder with more files of one level has two subjects. */
const mostFiles = 25;

/** Folders with a file for each language, format or kind of document. */
const oneForEach = ['server/src/service/languages', 'server/src/service/logs/formats', 'server/src/service/catalogue/sources'];

/** The folders of the server that the client may import. */
const forClient = ['server/src/protocol', 'server/src/shared'];

/** The only file that starts programs: how they are found, their environment and their end are decided once. */
const starter = 'server/src/adapters/programs/startProgram.ts';

/** The only files that use Node's modules: the adapters, and the entries that start a process. */
const machine = /^server\/src\/(?:adapters\/(?!browser\/)|node\.ts$|nodeServer\.ts$)/;

/** The only file that writes to standard output and standard error: it cleans the output. */
const writer = 'server/src/cli/streams.ts';
const writesPast = /\bprocess\s*\.\s*std(?:out|err)\b|(?<![.\w])console\s*\.\s*\w+\(/;
/** JSON of several lines is an output, and `renderJson` escapes the characters that a terminal would obey. */
const rawJson = /JSON\.stringify\([^;]*,\s*(?:null|undefined),\s*\d\)/;
/** The only file that sends unrequested messages to the client: every refusal is handled there. */
const sender = 'server/src/lsp/clientRequests.ts';
const sending =
  /\.(?:sendRequest|sendNotification|sendProgress|sendDiagnostics|getConfiguration|getWorkspaceFolders|createWorkDoneProgress|applyEdit|show\w*Message|showDocument|client\.register|(?:codeLens|diagnostics|foldingRange|inlayHint|inlineValue|semanticTokens)\.refresh)\(/;

const problems = [];
const imports = new Map();
for (const file of [...findFiles('client/src', '.ts'), ...findFiles('server/src', '.ts')]) {
  const source = readFileSync(path.join(root, file), 'utf8');
  if (file.startsWith('server/src/')) {
    if (!machine.test(file) && /['"`]node:/.test(source))
      problems.push(`${file}: Node's modules are used by adapters and entries only`);
    if (file !== starter && /['"`](?:node:)?child_process['"`]/.test(source))
      problems.push(`${file}: programs are started with startProgram (${starter}) only`);
    if (file !== writer && writesPast.test(source))
      problems.push(`${file}: standard output and standard error are written by ${writer} only`);
    if (file.startsWith('server/src/cli/') && rawJson.test(source))
      problems.push(`${file}: JSON is written with renderJson (server/src/service/render/json.ts)`);
    if (file !== sender && sending.test(source)) problems.push(`${file}: the client is asked and told through ${sender} only`);
  }
  const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) =>
    path.posix.join(path.posix.dirname(file), specifier),
  );
  imports.set(file, targets);
  for (const target of targets) {
    const problem = problemOf(file, target);
    if (problem !== undefined) problems.push(`${file}: ${problem}`);
  }
}
for (const [folder, files] of filesByFolder())
  if (files.length > mostFiles && !oneForEach.includes(folder))
    problems.push(`${folder}: ${files.length} files; at most ${mostFiles} belong in one folder`);
for (const cycle of findCycles()) problems.push(`Files that need each other: ${cycle.join(' → ')}`);
console.log(problems.length > 0 ? problems.join('\n') : 'Dependencies point one way.');
process.exitCode = problems.length > 0 ? 1 : 0;

function problemOf(file, target) {
  const from = layerOf(file);
  const to = layerOf(target);
  if (from === undefined) return `its folder has no row in scripts/checkLayers.mjs`;
  if (to === undefined) return undefined;
  if (from.folder === 'client/src' && to.folder !== 'client/src' && !forClient.includes(to.folder))
    return `the client imports only ${forClient.join(' and ')} of the server, not ${target}`;
  if (to.row < from.row) return `${from.folder} must not import from ${to.folder} (${target})`;
  if (to.row === from.row && to.folder !== from.folder)
    return `${from.folder} and ${to.folder} must not know each other (${target})`;
  if (apart.includes(from.folder) && to.folder === from.folder)
    return `files of ${from.folder} must not import each other (${target})`;
  return undefined;
}

function layerOf(file) {
  return layers
    .flatMap((folders, row) => folders.map((folder) => ({ folder, row })))
    .filter(({ folder }) => file === folder || file.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}

/** The cycles of imports between files, types included; each once. */
function findCycles() {
  const state = new Map();
  const cycles = [];
  const visit = (file, path) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}

function filesByFolder() {
  const folders = new Map();
  for (const file of imports.keys()) folders.set(path.dirname(file), [...(folders.get(path.dirname(file)) ?? []), file]);
  return folders;
}
