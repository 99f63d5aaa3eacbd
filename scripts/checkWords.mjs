// Plain English: words and turns that readers stumble over, in documents, in the texts of the product and in comments. Part of
// the lint step.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from './bundle.mjs';
import { root } from './setUp.mjs';

/** A better wording for each. Each was a habit of this project once. */
const habits = [
  [/(?:^|[.!:]\s+|\|\s*)(?:What|Who|Whoever|Whatever)\b(?![^.?|]*\?)/, 'begin with the subject, not with What or Who'],
  [/\b(?:stands|stood)\b|(?<!\w-)\bstand\b(?! out)/, 'is, are'],
  [/(?<!there )\b(?:is|are|was|were) none\b/, 'is not, there is no'],
  [/\banother one\b/i, 'another, a different one'],
  [/\bnobody\b/i, 'no one, or say who'],
  [/(?<!let |left |leave )\balone\b/, 'only'],
  [/\b(?:is|are|was|were|be) told\b/, 'say who sees or knows it'],
  [/\bspeaks?\b/, 'apply, control, say'],
  [/\bends with (?:0|1|2|exit)\b/, 'exits with'],
  [/\bfrom now on\b/, 'leave it out'],
];

/** The folders whose comments are checked. */
const commented = [
  'client/src',
  'scripts',
  'server/src/adapters',
  'server/src/cli',
  'server/src/lsp',
  'server/src/protocol',
  'server/src/service',
  'server/src/shared',
  'server/src/workspace',
  'test',
];

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...findFiles('docs', '.md')];
const problems = documents.flatMap((file) =>
  withoutCode(read(file)).flatMap((text, index) => describe(text).map((what) => `${file}:${index + 1}: ${what}`)),
);
for (const file of commented.flatMap((folder) => ['.ts', '.mjs', '.cjs'].flatMap((ending) => findFiles(folder, ending)))) {
  for (const [index, text] of commentsOf(read(file)).entries())
    problems.push(...describe(text).map((what) => `${file}:${index + 1}: ${what}`));
}
for (const file of ['package.nls.json', 'l10n/bundle.l10n.json', 'l10n/commandLine/bundle.l10n.json']) {
  for (const [key, value] of Object.entries(JSON.parse(read(file)))) {
    const text = file.startsWith('l10n') ? key : value;
    problems.push(...describe(text).map((what) => `${file}, ${key.slice(0, 60)}: ${what}`));
  }
}
console.log(problems.length > 0 ? problems.join('\n') : 'No habits of speech.');
process.exitCode = problems.length > 0 ? 1 : 0;

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function describe(text) {
  return habits.flatMap(([habit, instead]) => {
    const found = habit.exec(text)?.[0].trim();
    return found === undefined ? [] : [`“${found}”: ${instead}`];
  });
}

/** The lines of a document; those of code, and code within lines, are empty. */
function withoutCode(text) {
  let fence = false;
  return text.split('\n').map((line) => {
    if (line.startsWith('```')) fence = !fence;
    return fence ? '' : line.replace(/`[^`]*`/g, '');
  });
}

/** The comment in each line that has nothing but a comment; other lines are empty. */
function commentsOf(text) {
  let block = false;
  return text.split('\n').map((line) => {
    const trimmed = line.trim();
    block ||= trimmed.startsWith('/*');
    const isComment = block || trimmed.startsWith('//');
    if (trimmed.endsWith('*/')) block = false;
    return isComment ? trimmed.replace(/^(?:\/\*+|\/\/|\*\/?)\s*/, '').replace(/`[^`]*`/g, '') : '';
  });
}
