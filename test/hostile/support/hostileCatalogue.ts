import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import type { Catalogue, ErrorCode } from '../../../server/src/service/types.ts';
import { pikzelsWorkspace, testCatalogues, testFacts } from '../../unit/support/testService.ts';

/** The ways by which a text comes in out of a catalogue. */
export const waysIn = ['code', 'cause', 'title', 'successor'] as const;
export type WayIn = (typeof waysIn)[number];

/** The built-in catalogue that the languages' cases are about, with a text in one of its places. */
function hostileCatalogue(way: WayIn, text: string): Catalogue {
  const known = testCatalogues.catalogueById('pikzels');
  if (!known) throw new Error('There is no such catalogue');
  const codes = [...known.codes.values()].map((entry): ErrorCode => {
    if (entry.code === 'SMART_BALANCE_PAYMENT_FAILED') {
      if (way === 'code') return { ...entry, code: text };
      if (way === 'cause') return { ...entry, cause: text, statuses: [] };
      if (way === 'title') return { ...entry, cause: '', statuses: [] };
    }
    if (entry.code === 'INSUFFICIENT_CREDITS' && way === 'successor')
      return { ...entry, retired: true, replacedBy: [text], inferred: [] };
    return entry;
  });
  return {
    ...known,
    title: way === 'title' ? text : known.title,
    codes: new Map(codes.map((entry) => [entry.code, entry])),
    builtin: false,
  };
}

/** Facts of a document in a workspace that calls the API of a catalogue. */
export function hostileFacts(way: WayIn, text: string): DocumentFacts {
  return testFacts({ inWorkspace: pikzelsWorkspace, set: createCatalogueSet([hostileCatalogue(way, text)]) });
}
