import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

const catalogue = createCatalogue(
  {
    id: 'harbour',
    title: 'Harbour API',
    codes: [{ code: 'TIDE_TOO_LOW', cause: 'The water is too low' }],
    classes: [
      { name: 'HB::Error', in: { ruby: ['harbour-rb'] } },
      { name: 'HB::TideError', in: { ruby: ['harbour-rb'] }, extends: 'HB::Error', codes: ['TIDE_TOO_LOW'] },
    ],
  },
  { builtin: false, locations: [] },
);
const facts = testFacts({ set: createCatalogueSet([catalogue]) });

/** Sources without any `require`, and the classes that they catch. */
const sources: readonly (readonly [source: string, caught: readonly string[]])[] = [
  ['begin\n  dock\nrescue HB::TideError\n  stay\nend\n', ['HB::TideError']],
  ['begin\n  dock\nrescue ::HB::TideError => e\n  stay\nend\n', ['HB::TideError']],
  ['begin\n  dock\nrescue TideError\n  stay\nend\n', []],
  ['begin\n  dock\nrescue Ship::TideError\n  stay\nend\n', []],
  ["require 'harbour-rb'\nbegin\n  dock\nrescue HB::TideError\n  stay\nend\n", ['HB::TideError']],
];

describe('classes of packages that Ruby loads all together', () => {
  for (const [source, caught] of sources)
    it(source, async () => {
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(source, 'ruby'), facts);
      service.forget('file:///src/client.ts');
      assert.deepEqual(
        (mentions?.caught ?? []).map(({ name }) => name),
        caught,
      );
    });
});
