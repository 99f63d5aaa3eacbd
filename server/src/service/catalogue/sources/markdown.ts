import { readMarkdownBlocks } from './page/markdown/markdownBlocks.ts';
import { createPageSource } from './page/pageSource.ts';

/** Documentation in Markdown or MDX: its tables, lists, headings and examples. */
export const markdown = createPageSource(
  { id: 'markdown', title: 'Markdown page', endings: ['.md', '.mdx', '.markdown', '.mdown'] },
  ({ text }, host) => readMarkdownBlocks(text, host.pause),
);
