// The works of others in the bundles, with the licenses that ask to be handed on.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readGrammarNotices } from './grammarNotices.mjs';
import { root } from './setUp.mjs';

/** Licenses that let their code be bundled, when they are handed on. */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);
// For packages that name it and leave it out: it asks to be handed on.
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const texts = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * The notices for everything out of `node_modules` in some bundles, and for grammars.
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles of the bundles
 * @param {readonly string[]} copied files of `node_modules` that are copied as they are
 * @param {readonly string[]} grammars names of the grammars among those
 * @returns {string} throws when the license of a package is not accepted, or a grammar has no notice
 */
export function writeThirdPartyNotices(metafiles, copied, grammars) {
  const inputs = [...metafiles.flatMap((metafile) => Object.keys(metafile?.inputs ?? {})), ...copied];
  const folders = new Set(inputs.flatMap((input) => folderOf(input) ?? []));
  const notices = [...[...folders].map(readNotice), ...readGrammarNotices(grammars, mit), readShapesNotice()].sort(
    (one, other) => (one.title < other.title ? -1 : 1),
  );
  const seen = new Set();
  const parts = notices.flatMap(({ title, text }) => {
    if (seen.has(title)) return [];
    seen.add(title);
    return [`${'-'.repeat(80)}\n${title}\n\n${text.trim()}\n`];
  });
  return `API Error Codes holds code of these packages, under their own licenses.\n\n${parts.join('\n')}`;
}

/** The folder of the package that a file is of: `node_modules/@scope/name`, however deep. */
function folderOf(input) {
  return /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

/** The notice of the rules in `server/data/secretShapes.json`, which generateShapes.mjs writes beside them. */
function readShapesNotice() {
  const data = path.join(root, 'server/data');
  const { about } = JSON.parse(readFileSync(path.join(data, 'secretShapes.json'), 'utf8'));
  const [, title] = /from (\S+ \S+ \(MIT)/.exec(about) ?? [];
  if (!title) throw new Error('server/data/secretShapes.json does not say where its rules are from.');
  return { title: `${title})`, text: readFileSync(path.join(data, 'secretShapes.license.txt'), 'utf8') };
}

function readNotice(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const id = typeof license === 'object' ? license.type : license;
  const alternatives = String(id).replace(/[()]/g, '').split(' OR ');
  if (!alternatives.some((alternative) => accepted.has(alternative)))
    throw new Error(
      `${name} ${version} has the license ${id}, which is not among those that scripts/thirdPartyNotices.mjs accepts.`,
    );
  const files = readdirSync(folder).filter((file) => texts.test(file));
  const text = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
  const by = typeof author === 'object' ? author.name : author;
  const own = [`Copyright ${by ?? `the authors of ${name}`}`, ...(alternatives.includes('MIT') ? [mit] : [])].join('\n\n');
  return { title: `${name} ${version} (${id})`, text: text === '' ? own : text };
}
