import { createPlaces } from './createPlaces.ts';
import { readHtmlBlocks } from './page/html/htmlBlocks.ts';
import { readPageCodes } from './page/pageCodes.ts';
import { refuseLarge } from './page/refuseLarge.ts';
import type { CatalogueSource } from './source.ts';

/** Documentation in HTML: its tables, lists, headings and examples. */
export const html: CatalogueSource = {
  id: 'html',
  title: 'HTML page',
  endings: ['.html', '.htm', '.xhtml'],
  accepts: () => true,
  async read({ name, text }, host) {
    const refused = refuseLarge(text);
    if (refused) return refused;
    const blocks = await readHtmlBlocks({ text, placeOf: createPlaces(text) }, { markup: false });
    return readPageCodes({ name, notes: [], ...blocks }, host);
  },
};
