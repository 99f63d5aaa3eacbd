// Every text for people that the sources translate is in l10n/bundle.l10n.json, from which translators work; part of the lint step.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from './bundle.mjs';
import { root } from './setUp.mjs';

const bundle = JSON.parse(readFileSync(path.join(root, 'l10n', 'bundle.l10n.json'), 'utf8'));
const missing = [];
for (const file of [...findFiles('client/src', '.ts'), ...findFiles('server/src', '.ts')]) {
  const source = readFileSync(path.join(root, file), 'utf8');
  for (const [, literal = ''] of source.matchAll(/\bl10n\.t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g)) {
    const text = readLiteral(literal);
    if (!(text in bundle)) missing.push(`${file}: ${text}`);
  }
}
console.log(
  missing.length > 0 ? `Not in l10n/bundle.l10n.json (npm run l10n):\n${missing.join('\n')}` : 'All texts can be translated.',
);
process.exitCode = missing.length > 0 ? 1 : 0;

/** A string literal of the sources, which have no escapes but these. */
function readLiteral(literal) {
  return literal.slice(1, -1).replace(/\\(['"\\n])/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped));
}
