import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { applyEdits, createTestService, testDocument, testFacts } from '../support/testService.ts';

const modules = { python: ['lagoon'] };
const lagoon = createCatalogue(
  {
    id: 'lagoon',
    title: 'Lagoon API',
    detect: { modules: ['lagoon'] },
    codes: ['ReefHit', 'TideOut', 'NetTorn'].map((code) => ({ code, status: 409, cause: 'x' })),
    classes: [
      { name: 'LagoonError', in: modules },
      { name: 'exceptions.ReefHit', in: modules, extends: 'LagoonError', codes: ['ReefHit'] },
      { name: 'exceptions.TideOut', in: modules, extends: 'LagoonError', codes: ['TideOut'] },
      { name: 'exceptions.NetTorn', in: modules, extends: 'LagoonError', codes: ['NetTorn'] },
    ],
  },
  { builtin: false, locations: [] },
);
const facts = testFacts({ set: createCatalogueSet([lagoon]) });

/** The classes that a source leaves out, and the source after the fix. */
async function fix(source: string): Promise<{ left: readonly string[]; fixed: string | undefined }> {
  const service = createTestService();
  const document = testDocument(source, 'python');
  const { findings } = await service.findFindings(document, facts);
  const actions = await service.provideCodeActions(document, facts, { start: 0, end: source.length });
  const added = actions.find(({ title }) => title.startsWith('Add the missing class'));
  return { left: findings.flatMap(({ classes = [] }) => classes), fixed: added && applyEdits(source, added.edits) };
}

describe('classes that are members of a client', () => {
  const head = 'import lagoon\nfrom lagoon import LagoonError\n\ntry:\n    self.client.dive()\n';

  it('are caught under the name of the client, and added as their neighbours are named', async () => {
    const { left, fixed } = await fix(
      `${head}except self.client.exceptions.ReefHit:\n    pass\nexcept self.client.exceptions.NetTorn:\n    pass\n`,
    );
    assert.deepEqual(left, ['exceptions.TideOut']);
    assert.match(fixed ?? '', /^except self\.client\.exceptions\.TideOut:$/m);
    assert.doesNotMatch(fixed ?? '', /import .*TideOut/);
  });

  it('are caught where another file has made the client', async () => {
    const clauses = (name: string) =>
      `except ${name}.exceptions.ReefHit:\n    pass\nexcept ${name}.exceptions.NetTorn:\n    pass\n`;
    const source = (name: string) => `from harbour import log\n\ntry:\n    dive()\n${clauses(name)}`;
    assert.deepEqual((await fix(source('self.lagoon_client'))).left, ['exceptions.TideOut']);
    assert.deepEqual((await fix(source('self.boat'))).left, []);
  });

  it('are not those of another module', async () => {
    const { left } = await fix(
      `import harbour\n${head}except harbour.exceptions.ReefHit:\n    pass\nexcept harbour.exceptions.NetTorn:\n    pass\n`,
    );
    assert.deepEqual(left, []);
  });

  it('are only completed where code names one', async () => {
    const service = createTestService();
    const complete = async (before: string): Promise<readonly string[]> => {
      const text = `${head}${before}except `;
      const list = await service.provideCompletion(testDocument(`${text}:\n    pass\n`, 'python'), facts, text.length);
      return (list?.items ?? []).map((item) => item.text);
    };
    assert.deepEqual(await complete(''), ['lagoon.LagoonError']);
    assert.ok((await complete('except self.client.exceptions.ReefHit:\n    pass\n')).includes('self.client.exceptions.TideOut'));
  });
});
