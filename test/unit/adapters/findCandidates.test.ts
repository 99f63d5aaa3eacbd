import assert from 'node:assert/strict';
import { needlesOf } from '../../../server/src/workspace/needlesOf.ts';
import { createTestService, testCatalogues } from '../support/testService.ts';

describe('the needles that files are searched for before they are read', () => {
  const service = createTestService();
  const needles = needlesOf(testCatalogues);

  it('are what makes a text concern the service', () => {
    for (const needle of needles) assert.ok(service.mayConcern(`a ${needle} b`, testCatalogues), needle);
  });

  it('are all of that: without them, no text does', () => {
    const text = [
      ...testCatalogues.catalogues.flatMap(({ codes }) => [...codes.keys()]),
      'error-codes: ignore',
      'pkz_live_0',
    ].join(' ');
    const without = needles.reduce((rest, needle) => rest.replaceAll(needle, ''), text);
    assert.equal(service.mayConcern(without, testCatalogues), false, without);
  });
});
