import assert from 'node:assert/strict';
import { createTestService, testDocument } from '../unit/support/testService.ts';
import { hostileFacts, waysIn } from './support/hostileCatalogue.ts';
import { commentPayloads, literalPayloads, wordPayloads } from './support/payloads.ts';

const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const source = (label: string): string =>
  `// api.pikzels.com\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n  case '${label}':\n    return 2;\n}\nif (err.code === '`;

/** Every text of an answer that a person may see. */
function textsOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    // Values that are only compared or sent back are not shown.
    ['data', 'filter', 'codes', 'finding', 'constants'].includes(key) ? [] : textsOf(value),
  );
}

describe('the texts in an editor have no character that the user cannot see', function () {
  this.timeout(60_000);
  for (const way of waysIn)
    it(`out of a ${way}`, async () => {
      const service = createTestService();
      const problems: string[] = [];
      for (const { name, text } of [...literalPayloads, ...wordPayloads, ...commentPayloads]) {
        const document = testDocument(source('GENERATION_TIMEOUT'));
        const facts = hostileFacts(way, text);
        const all = { start: 0, end: document.text.length };
        const { findings, toDiagnostics } = await service.findFindings(document, facts);
        const hover = await service.provideHover(document, facts, document.text.indexOf('INSUFFICIENT') + 2);
        const answers = {
          findings: findings.map(({ message, related }) => [message, related]),
          diagnostics: toDiagnostics(),
          hover,
          actions: await service.provideCodeActions(document, facts, all),
          fixAll: await service.provideActionForAll(document, facts, 'fixAll'),
          completion: await service.provideCompletion(document, facts, document.text.length),
          hints: await service.provideInlayHints(document, facts, all),
          lenses: await service.provideCodeLenses(document, facts),
        };
        service.forget(document.uri);
        for (const [place, answer] of Object.entries(answers))
          for (const shown of textsOf(answer)) {
            if (unseen.test(shown)) problems.push(`${name}: ${place}: ${JSON.stringify(shown)}`);
            if (place === 'hover' && /<script|<img|\]\(command:/i.test(shown.replace(/\\./g, '')))
              problems.push(`${name}: ${place}: ${shown}`);
          }
      }
      assert.deepEqual(problems, []);
    });

  it('and a link has no password in it', async () => {
    const facts = hostileFacts('cause', 'x');
    const [catalogue] = facts.set.catalogues;
    assert.ok(catalogue);
    const { createCatalogueSet } = await import('../../server/src/service/catalogue/catalogueSet.ts');
    const withPassword = (docs: string) => {
      const codes = [...catalogue.codes.values()].map(({ docs: _docs, ...entry }) => [entry.code, entry] as const);
      return { ...facts, set: createCatalogueSet([{ ...catalogue, docs, codes: new Map(codes) }]) };
    };
    const hover = async (docs: string) => {
      const document = testDocument(source('GENERATION_TIMEOUT'));
      const answer = await createTestService().provideHover(
        document,
        withPassword(docs),
        document.text.indexOf('INSUFFICIENT') + 2,
      );
      return answer?.markdown ?? '';
    };
    assert.match(await hover('https://user:pw@example.com/docs'), /\(https:\/\/example\.com\/docs\)/);
    assert.doesNotMatch(await hover('file:///etc/passwd'), /\]\(/);
    assert.doesNotMatch(await hover('javascript:alert(1)'), /\]\(/);
  });
});
