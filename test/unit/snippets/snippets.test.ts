import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  createTestService,
  pikzelsWorkspace,
  testCatalogues,
  testDocument,
  testFacts,
  testParsers,
} from '../support/testService.ts';

const active = [...(testCatalogues.catalogueById('pikzels')?.codes.values() ?? [])]
  .filter(({ retired }) => !retired)
  .map(({ code }) => code);

/** The text that an editor inserts when every placeholder is left as it is. */
function insert(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/(?<!\\)\$\{\d+:((?:[^{}\\]|\\.|\$\{\d+:[^}]*\})*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replaceAll('\\$', '$');
}

for (const language of ['typescript', 'javascript', 'python']) {
  describe(`the ${language} snippets`, () => {
    const snippets = Object.entries(
      JSON.parse(readFileSync(`snippets/${language}.json`, 'utf8')) as Record<string, { prefix: string; body: string[] }>,
    );

    for (const [name, { body }] of snippets) {
      it(`${name}: parses as it is inserted`, async () => {
        const parser = await testParsers.parserFor(language);
        const tree = await parser.parse(insert(body));
        assert.equal(tree?.rootNode.hasError, false, insert(body));
        tree?.delete();
      });

      it(`${name}: names documented codes only`, () => {
        for (const [, code = ''] of insert(body).matchAll(/['"]([A-Z]+(?:_[A-Z]+)+)['"]/g))
          assert.ok(active.includes(code), code);
      });
    }

    it('handle every code in the exhaustive one', () => {
      const [, exhaustive] = snippets.find(([name]) => name.startsWith('Exhaustive')) ?? [];
      const text = insert(exhaustive?.body ?? []);
      assert.deepEqual(
        active.filter((code) => !text.includes(`${language === 'python' ? `"${code}"` : `'${code}'`}`)),
        [],
      );
    });
  });
}

describe('the exhaustive switch', () => {
  it('leaves nothing to report', async () => {
    const { 'Exhaustive switch on an API error code': snippet } = JSON.parse(
      readFileSync('snippets/typescript.json', 'utf8'),
    ) as Record<string, { body: string[] }>;
    const { findings } = await createTestService().findFindings(
      testDocument(insert(snippet?.body ?? [])),
      testFacts({ inWorkspace: pikzelsWorkspace }),
    );
    assert.deepEqual(findings, []);
  });
});
