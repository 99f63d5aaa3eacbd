// Dependencies point one way. Checks every import of the sources against the table below; part of the lint step.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from './bundle.mjs';
import { root } from './setUp.mjs';

/** What the client may import of the server. */
const protocol = ['server/src/protocol.ts', 'server/src/lookupProtocol.ts', 'server/src/shared'];

/** From the top down: a file may import from its own row and from rows below it. The longest matching path decides. */
const layers = [
  ['client/src', 'server/src/node.ts', 'server/src/browser.ts', 'server/src/cli'],
  ['server/src'],
  ['server/src/adapters'],
  // What the server asks of the machine it runs on; adapters give it.
  ['server/src/host.ts'],
  ['server/src/service/index.ts'],
  ['server/src/service/features', 'server/src/service/generate', 'server/src/service/workspace'],
  ['server/src/service/rules'],
  ['server/src/service/analysis'],
  ['server/src/service/sites', 'server/src/service/catalogue', 'server/src/service/logs', 'server/src/service/render'],
  ['server/src/service/mentions', 'server/src/service/evidence'],
  ['server/src/service/syntax', 'server/src/service/languages'],
  ['server/src/service', 'server/src/generated', ...protocol],
];

/** The only file that starts programs: how they are found, what they get and when they are ended is decided once. */
const starter = 'server/src/adapters/runProgram.ts';

/** The only file that writes to standard output and standard error: what goes there is cleaned. */
const writer = 'server/src/cli/streams.ts';
const writesPast = /\bprocess\s*\.\s*std(?:out|err)\b|(?<![.\w])console\s*\.\s*\w+\(/;
/** JSON of several lines is an output, and `renderJson` escapes what a terminal would obey. */
const rawJson = /JSON\.stringify\([^;]*,\s*(?:null|undefined),\s*\d\)/;
/** The only file that sends to the client what it did not ask for: a refusal is taken there, wherever it comes from. */
const sender = 'server/src/clientRequests.ts';
const sending =
  /\.(?:sendRequest|sendNotification|sendProgress|sendDiagnostics|getConfiguration|getWorkspaceFolders|createWorkDoneProgress|applyEdit|show\w*Message|showDocument|client\.register|(?:codeLens|diagnostics|foldingRange|inlayHint|inlineValue|semanticTokens)\.refresh)\(/;

/** Imports that go up all the same, each for a reason. */
const exceptions = new Set([
  // What a mention is of, and who shows where, is asked of the loaded catalogues; neither knows the other's insides.
  'server/src/service/mentions → server/src/service/catalogue',
  'server/src/service/evidence → server/src/service/catalogue',
]);

const problems = [];
for (const file of [...findFiles('client/src', '.ts'), ...findFiles('server/src', '.ts')]) {
  const source = readFileSync(path.join(root, file), 'utf8');
  if (file.startsWith('server/src/') && file !== starter && /['"`](?:node:)?child_process['"`]/.test(source)) {
    problems.push(`${file}: programs are started with runProgram (${starter}) only`);
  }
  if (file.startsWith('server/src/') && file !== writer && writesPast.test(source)) {
    problems.push(`${file}: standard output and standard error are written by ${writer} only`);
  }
  if (file.startsWith('server/src/cli/') && rawJson.test(source)) {
    problems.push(`${file}: JSON is written with renderJson (server/src/service/render/json.ts)`);
  }
  if (file.startsWith('server/src/') && file !== sender && sending.test(source)) {
    problems.push(`${file}: the client is asked and told through ${sender} only`);
  }
  for (const [, specifier] of source.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const problem = problemOf(file, target);
    if (problem !== undefined) problems.push(`${file}: ${problem}`);
  }
}
console.log(problems.length > 0 ? problems.join('\n') : 'Dependencies point one way.');
process.exitCode = problems.length > 0 ? 1 : 0;

function problemOf(file, target) {
  const from = layerOf(file);
  const to = layerOf(target);
  if (from === undefined || to === undefined) return undefined;
  if (
    from.folder === 'client/src' &&
    to.folder !== 'client/src' &&
    !protocol.some((each) => target === each || target.startsWith(`${each}/`))
  ) {
    return `the client imports the server's protocol alone (${protocol.join(', ')}), not ${target}`;
  }
  if (to.row < from.row && !exceptions.has(`${from.folder} → ${to.folder}`)) {
    return `${from.folder} must not import from ${to.folder} (${target})`;
  }
  return undefined;
}

function layerOf(file) {
  return layers
    .flatMap((folders, row) => folders.map((folder) => ({ folder, row })))
    .filter(({ folder }) => file === folder || file.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}
