import { readAsciidocBlocks } from './page/asciidoc/asciidocBlocks.ts';
import { readPageCodes } from './page/pageCodes.ts';
import { refuseLarge } from './page/refuseLarge.ts';
import type { CatalogueSource } from './source.ts';

/** Documentation in AsciiDoc: its tables, lists, descriptions and headings. */
export const asciidoc: CatalogueSource = {
  id: 'asciidoc',
  title: 'AsciiDoc page',
  endings: ['.adoc', '.asciidoc', '.asc'],
  accepts: () => true,
  async read({ name, text }, host) {
    return refuseLarge(text) ?? readPageCodes({ name, ...readAsciidocBlocks(text) }, host);
  },
};
