import { readPageCodes } from './page/pageCodes.ts';
import { refuseLarge } from './page/refuseLarge.ts';
import { readRestBlocks } from './page/rest/restBlocks.ts';
import type { CatalogueSource } from './source.ts';

/** Documentation in reStructuredText: its tables, lists, definitions and headings. */
export const restructured: CatalogueSource = {
  id: 'restructured',
  title: 'reStructuredText page',
  endings: ['.rst'],
  accepts: () => true,
  async read({ name, text }, host) {
    return refuseLarge(text) ?? readPageCodes({ name, ...readRestBlocks(text) }, host);
  },
};
