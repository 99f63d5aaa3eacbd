import type { SourceNote } from '../source.ts';
import { joinRuns, type PageSource, plainTextOf, type RichText } from './richText.ts';

/** A page's blocks in their order, its title, and notes on the parts that were not read. */
export interface PageContent {
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
  readonly notes: readonly SourceNote[];
}

/** A block of a page of documentation, in any format. Lines count from 0. */
export type Block = HeadingBlock | PanelEnd | ParagraphBlock | ListBlock | DefinitionsBlock | TableBlock | CodeBlock;

/** A heading, or the title of a panel that can be opened, which is a heading of depth 7 or more. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: RichText;
  readonly line: number;
}

/** Where the panel with the heading of this depth ends. */
export interface PanelEnd {
  readonly kind: 'panelEnd';
  readonly depth: number;
  readonly line: number;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: RichText;
  readonly line: number;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
  readonly line: number;
}

export interface ListItem {
  readonly text: RichText;
  /** The content of the item after its first paragraph. */
  readonly blocks: readonly Block[];
}

export interface DefinitionsBlock {
  readonly kind: 'definitions';
  readonly items: readonly { readonly term: RichText; readonly text: RichText }[];
  readonly line: number;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Empty when the table has no header. */
  readonly header: readonly RichText[];
  readonly rows: readonly (readonly RichText[])[];
  readonly line: number;
}

export interface CodeBlock {
  readonly kind: 'code';
  /** Lower case; empty when no language is named. */
  readonly language: string;
  readonly text: string;
  readonly source: PageSource;
  /** Where the text begins in the source. */
  readonly start: number;
  readonly line: number;
}

/** The text of the first heading; undefined without one. */
export function titleOf(blocks: readonly Block[]): string | undefined {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading && plainTextOf(heading.text);
}

/** Blocks in their order, each list followed by the blocks of its items. */
export function withNested(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? [block, ...block.items.flatMap((item) => withNested(item.blocks))] : [block],
  );
}

/** The text of blocks, one below the other. */
export function flattenBlocks(blocks: readonly Block[]): RichText {
  const parts = blocks.flatMap((block): RichText[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text];
    if (block.kind === 'list') return block.items.map(({ text, blocks: inner }) => [...text, ...flattenBlocks(inner)]);
    if (block.kind === 'definitions') return block.items.map(({ term, text }) => [...term, ...text]);
    return [];
  });
  return parts
    .filter((part) => joinRuns(part).trim() !== '')
    .flatMap((part, index) => {
      const [first] = part;
      return index > 0 && first ? [{ ...first, text: '\n', end: first.start }, ...part] : part;
    });
}
