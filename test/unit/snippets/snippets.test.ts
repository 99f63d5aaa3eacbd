import assert from 'node:assert/strict';
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
const service = createTestService();
const shows = testFacts({ inWorkspace: pikzelsWorkspace });

/** The snippets after a text, by what is typed for them. */
function snippetsAfter(text: string, languageId: string, facts = shows): ReadonlyMap<string, string> {
  const found = service.provideSnippets(testDocument(text, languageId), facts, text.length);
  return new Map(found.map(({ prefix, body }) => [prefix, body]));
}

/** The text that an editor inserts when every placeholder is left as it is. */
function insert(body: string): string {
  const placeholder = /(?<!\\)\$\{\d+:((?:[^{}\\]|\\.)*)\}/g;
  return body
    .replace(placeholder, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

for (const languageId of ['typescript', 'typescriptreact', 'javascript', 'python']) {
  describe(`the ${languageId} snippets`, () => {
    const snippets = snippetsAfter('api', languageId);

    for (const [prefix, body] of snippets) {
      it(`${prefix}: parses as it is inserted`, async () => {
        const parser = await testParsers.parserFor(languageId === 'typescriptreact' ? 'tsx' : languageId);
        const tree = await parser.parse(insert(body));
        assert.equal(tree?.rootNode.hasError, false, insert(body));
        tree?.delete();
      });
    }

    it('are a place for every code, the answer in case of an error, and a retry', () => {
      const isPython = languageId === 'python';
      const all = isPython ? 'api-error-match' : 'api-error-switch';
      assert.deepEqual([...snippets.keys()], [all, 'api-error-envelope', 'api-error-retry']);
      const text = insert(snippets.get(all) ?? '');
      const quote = isPython ? '"' : "'";
      assert.deepEqual(
        active.filter((code) => !text.includes(`${quote}${code}${quote}`)),
        [],
      );
      const retried = [...insert(snippets.get('api-error-retry') ?? '').matchAll(/^\t['"](\w+)['"],$/gm)].map(([, code]) => code);
      assert.ok(retried.includes('TOO_MANY_REQUESTS') && !retried.includes('INVALID_API_KEY'));
    });
  });
}

describe('snippets', () => {
  it('leave nothing to report where they name every code', async () => {
    const text = insert(snippetsAfter('api', 'typescript').get('api-error-switch') ?? '');
    const { findings } = await service.findFindings(testDocument(text), shows);
    assert.deepEqual(findings, []);
  });

  it('name only APIs that show', () => {
    assert.equal(snippetsAfter('api', 'typescript', testFacts()).size, 0);
    assert.equal(snippetsAfter("fetch('https://api.pikzels.com');\napi", 'typescript', testFacts()).size, 3);
    const excluded = testFacts({ inWorkspace: pikzelsWorkspace, bySetting: new Map([['pikzels', false]]) });
    assert.equal(snippetsAfter('api', 'typescript', excluded).size, 0);
  });

  it('begin with the word that is typed, at the beginning of a line', () => {
    assert.deepEqual([...snippetsAfter('\tapi-error-r', 'typescript').keys()], ['api-error-retry']);
    for (const text of ['', 'apis', 'const a = api', "'api", 'b']) assert.equal(snippetsAfter(text, 'typescript').size, 0, text);
    assert.equal(snippetsAfter('api', 'go').size, 0);
  });

  it('keep texts of catalogues texts', () => {
    const pikzels = testCatalogues.catalogueById('pikzels');
    assert.ok(pikzels);
    const [first] = pikzels.codes.values();
    assert.ok(first);
    const odd = "O'${1:dd}\\";
    const codes = new Map([[odd, { ...first, code: odd, groups: ['g'] }]]);
    const groups = new Map([['g', "$0 'it}'"]]);
    const set = { ...testCatalogues, catalogues: [{ ...pikzels, codes, groups }] };
    const body =
      snippetsAfter('api', 'typescript', testFacts({ inWorkspace: pikzelsWorkspace, set })).get('api-error-switch') ?? '';
    assert.match(insert(body), /case 'O\\'\$\{1:dd\}\\\\':\n/);
    assert.match(insert(body), /throw new Error\('\$0 \\'it\}\\''\);/);
  });
});
