import { createPageSource } from './page/pageSource.ts';
import { readRestBlocks } from './page/rest/restBlocks.ts';

/** Documentation in reStructuredText: its tables, lists, definitions and headings. */
export const restructured = createPageSource(
  { id: 'restructured', title: 'reStructuredText page', endings: ['.rst'] },
  ({ text }) => readRestBlocks(text),
);
