import { readAsciidocBlocks } from './page/asciidoc/asciidocBlocks.ts';
import { createPageSource } from './page/pageSource.ts';

/** Documentation in AsciiDoc: its tables, lists, descriptions and headings. */
export const asciidoc = createPageSource(
  { id: 'asciidoc', title: 'AsciiDoc page', endings: ['.adoc', '.asciidoc', '.asc'] },
  ({ text }) => readAsciidocBlocks(text),
);
