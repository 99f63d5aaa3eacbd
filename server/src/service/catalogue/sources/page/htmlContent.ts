import type { Block } from './pageBlocks.ts';

/** What a page in HTML holds. */
export interface HtmlContent {
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
}
