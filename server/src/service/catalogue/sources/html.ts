import { createPlaces } from './createPlaces.ts';
import { readHtmlBlocks } from './page/html/htmlBlocks.ts';
import { createPageSource } from './page/pageSource.ts';

/** Documentation in HTML: its tables, lists, headings and examples. */
export const html = createPageSource({ id: 'html', title: 'HTML page', endings: ['.html', '.htm', '.xhtml'] }, ({ text }) =>
  readHtmlBlocks({ text, placeOf: createPlaces(text) }, { markup: false }),
);
