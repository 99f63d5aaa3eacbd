import type { Block } from '../pageBlocks.ts';

/** The content of a page in HTML. */
export interface HtmlContent {
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
}
