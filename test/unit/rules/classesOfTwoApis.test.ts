import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { applyEdits, createTestService, testDocument, testFacts } from '../support/testService.ts';

/** Two APIs whose SDKs name their classes alike. */
const createApi = (id: string, title: string) =>
  createCatalogue(
    {
      id,
      title,
      codes: ['low', 'taken', 'fog'].map((code) => ({ code, cause: `It is ${code}` })),
      classes: ['Low', 'Taken', 'Fog'].map((name) => ({
        name: `${name}Error`,
        in: { python: [id], typescript: [`@${id}/sdk`], java: [`com.${id}`] },
        codes: [name.toLowerCase()],
      })),
    },
    { builtin: false, locations: [] },
  );
const facts = testFacts({ set: createCatalogueSet([createApi('harbour', 'Harbour'), createApi('airport', 'Airport')]) });

async function read(source: string, languageId: string) {
  const service = createTestService();
  const document = testDocument(source, languageId);
  const { findings } = await service.findFindings(document, facts);
  const actions = await service.provideCodeActions(document, facts, { start: 0, end: source.length });
  const mentions = await service.collectMentions(document, facts);
  service.forget(document.uri);
  return {
    found: findings.map(({ catalogue, classes = [] }) => `${catalogue} ${classes.join(' ')}`),
    fixes: actions.filter(({ title }) => title.startsWith('Add ')).map(({ edits }) => applyEdits(source, edits)),
    sites: (mentions?.sites ?? []).map(({ catalogue }) => catalogue),
  };
}

const python = `import airport
import harbour

try:
    move()
except harbour.LowError:
    wait()
except airport.LowError:
    wait()
except harbour.TakenError:
    leave()
except airport.FogError:
    leave()
`;

describe('a place that catches classes of two APIs', () => {
  it('is reported for each of them', async () => {
    const { found, sites } = await read(python, 'python');
    assert.deepEqual(found, ['harbour FogError', 'airport TakenError']);
    assert.deepEqual(sites, ['harbour', 'airport']);
  });

  it('gets the classes of the API that lacks them', async () => {
    const { fixes } = await read(python, 'python');
    assert.equal(fixes.length, 2);
    assert.match(fixes[0] ?? '', /except airport\.FogError:\n {4}leave\(\)\nexcept harbour\.FogError:\n/);
    assert.match(fixes[1] ?? '', /except airport\.FogError:\n {4}leave\(\)\nexcept airport\.TakenError:\n/);
  });

  it('gets no import of a name that the other API has there', async () => {
    const source = `import { LowError, TakenError } from '@harbour/sdk';
import { FogError, TakenError as Full } from '@airport/sdk';
try { move(); } catch (e) {
  if (e instanceof LowError) wait();
  else if (e instanceof TakenError) leave();
  else if (e instanceof FogError) wait(2);
  else if (e instanceof Full) leave(2);
}
`;
    const { found, fixes } = await read(source, 'typescript');
    assert.deepEqual(found, ['harbour FogError', 'airport LowError']);
    assert.deepEqual(fixes, []);
  });

  it('is of one API where one clause names a class of another', async () => {
    const { found } = await read(python.replace('except airport.FogError:\n    leave()\n', ''), 'python');
    assert.deepEqual(found, ['harbour FogError']);
  });
});
