import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';
import { createRandom, makeSecret, type SecretShape } from './makeSecret.ts';

const file = path.resolve('../shared/corpus/secret-shapes.json');
const rounds = 5;

describe('shapes of secrets, with values made anew', () => {
  const cases = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly SecretShape[] }).cases
    : [];
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  before(function () {
    if (cases.length > 0) return;
    console.log('      skipped: there are no shapes beside the repository');
    this.skip();
  });

  for (const shape of cases)
    it(`${shape.expect === 'kept' ? 'leaves' : 'redacts'} ${shape.name}`, async () => {
      const random = createRandom(seed);
      for (let round = 0; round < rounds; round++) {
        const { text, pieces } = makeSecret(shape, random);
        const { text: redacted } = await redactText(text, { catalogues: [], findSecrets, keep: [] });
        const again = `${text} became ${redacted} (again with SEED=${seed})`;
        if (shape.expect === 'kept') assert.equal(redacted, text, again);
        else for (const piece of pieces) assert.ok(!holdsPart(redacted, piece), again);
      }
    });
});

/** Whether a text contains 8 characters of a secret, or all of a shorter one. */
function holdsPart(text: string, secret: string): boolean {
  const length = Math.min(8, secret.length);
  for (let at = 0; at + length <= secret.length; at++) if (text.includes(secret.slice(at, at + length))) return true;
  return false;
}
