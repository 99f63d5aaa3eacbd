import { readMarkdownBlocks } from './page/markdown/markdownBlocks.ts';
import { readPageCodes } from './page/pageCodes.ts';
import { refuseLarge } from './page/refuseLarge.ts';
import type { CatalogueSource } from './source.ts';

/** Documentation in Markdown or MDX: its tables, lists, headings and examples. */
export const markdown: CatalogueSource = {
  id: 'markdown',
  title: 'Markdown page',
  endings: ['.md', '.mdx', '.markdown', '.mdown'],
  accepts: () => true,
  async read({ name, text }, host) {
    const refused = refuseLarge(text);
    return refused ?? readPageCodes({ name, ...(await readMarkdownBlocks(text, host.pause)) }, host);
  },
};
