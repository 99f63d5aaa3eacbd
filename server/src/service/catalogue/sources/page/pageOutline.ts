import type { Block, HeadingBlock } from './pageBlocks.ts';
import { plainTextOf } from './richText.ts';

/** A heading with the content under it. The page itself is a section without a heading. */
export interface Section {
  readonly heading: HeadingBlock | undefined;
  readonly title: string;
  readonly parent: Section | undefined;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

interface OpenSection extends Section {
  readonly parent: OpenSection | undefined;
  readonly blocks: Block[];
  readonly sections: OpenSection[];
  readonly depth: number;
}

/** Puts blocks under their headings. */
export function outlineOf(blocks: readonly Block[]): Section {
  const page: OpenSection = { heading: undefined, title: '', parent: undefined, blocks: [], sections: [], depth: 0 };
  let open = page;
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'panelEnd') while (open.depth >= block.depth) open = open.parent ?? page;
    if (block.kind === 'heading') {
      const section: OpenSection = {
        heading: block,
        title: plainTextOf(block.text),
        parent: open,
        blocks: [],
        sections: [],
        depth: block.depth,
      };
      open.sections.push(section);
      open = section;
    } else if (block.kind !== 'panelEnd') open.blocks.push(block);
  }
  return page;
}

/** Every section, in the order of the document. */
export function sectionsOf(page: Section): Section[] {
  const all: Section[] = [];
  const waiting = [page];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    all.push(section);
    waiting.push(...section.sections.toReversed());
  }
  return all;
}

/** The sentence that introduces the block at an index: the paragraph right before it. */
export function leadOf(section: Section, index: number): string {
  const before = section.blocks[index - 1];
  return before?.kind === 'paragraph' ? plainTextOf(before.text).slice(-300) : '';
}

/** The id of a group that a heading titles. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}
