// Every text for people that the sources translate is in a list from which translators work, and in the bundle of each language, with the same places for values. The same holds for package.nls.json. Part of the lint step.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from './bundle.mjs';
import { root } from './setUp.mjs';

/** Texts of package.nls.json by the beginning of their keys, and how long they may be: a menu, a view's title and a button cut more. */
const room = [
  [/^command\./, 70],
  [/^(?:view|viewsContainer)\./, 30],
  [/^walkthrough\..*\.title$/, 60],
];

const problems = [];
/** The texts of the command line are not in the extension. */
const folders = ['l10n/commandLine', 'l10n'];
const bundles = new Map(folders.map((folder) => [folder, read(`${folder}/bundle.l10n.json`)]));
for (const file of [...findFiles('client/src', '.ts'), ...findFiles('server/src', '.ts')]) {
  const folder = file.startsWith('server/src/cli/') ? 'l10n/commandLine' : 'l10n';
  const source = readFileSync(path.join(root, file), 'utf8');
  for (const [, literal = ''] of source.matchAll(/\bl10n\.t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g)) {
    const text = readLiteral(literal);
    if (!(text in bundles.get(folder))) problems.push(`${file}: not in ${folder}/bundle.l10n.json (npm run l10n): ${text}`);
  }
}
const manifest = read('package.nls.json');
for (const [folder, pattern, original] of [
  ...folders.map((folder) => [folder, /^bundle\.l10n\.(.+)\.json$/, bundles.get(folder)]),
  ['.', /^package\.nls\.(.+)\.json$/, manifest],
])
  for (const name of readdirSync(path.join(root, folder)).filter((each) => pattern.test(each)))
    compare(path.posix.join(folder, name), original);
for (const name of Object.keys(manifest)) checkRoom('package.nls.json', name, manifest[name]);

console.log(problems.length > 0 ? problems.join('\n') : 'All texts can be translated, and are.');
process.exitCode = problems.length > 0 ? 1 : 0;

/** Notes what a translation lacks, has too much, or has with other places for values. */
function compare(file, original) {
  const translated = read(file);
  for (const [key, text] of Object.entries(original)) {
    const own = translated[key];
    if (typeof own !== 'string' || own.trim() === '') problems.push(`${file}: not translated: ${key}`);
    else if (placesOf(own) !== placesOf(text)) problems.push(`${file}: other places for values than ${placesOf(text)}: ${own}`);
    else if (original === manifest) checkRoom(file, key, own);
  }
  for (const key of Object.keys(translated)) if (!(key in original)) problems.push(`${file}: not in the original: ${key}`);
}

/** `{0}`, links to commands and settings, and code, whose order may differ. */
function placesOf(text) {
  return [...text.matchAll(/\{\d\}|\(command:[^)]*\)|`#[^`]+#`|`[^`]+`/g)]
    .map(([place]) => place)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(' ');
}

function checkRoom(file, key, text) {
  const most = room.find(([pattern]) => pattern.test(key))?.[1];
  // Characters of Chinese, Japanese and Korean are twice as wide.
  const width = [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
  if (most !== undefined && width > most)
    problems.push(`${file}: ${key} is ${width} wide, and its place has room for ${most}: ${text}`);
}

function read(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** A string literal of the sources, which have no escapes but these. */
function readLiteral(literal) {
  return literal.slice(1, -1).replace(/\\(['"\\n])/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped));
}
