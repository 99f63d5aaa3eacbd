import type { Span } from '../types.ts';

/** A hover: Markdown, and the stretch that it is about. */
export interface HoverAnswer {
  readonly markdown: string;
  readonly span: Span;
}
