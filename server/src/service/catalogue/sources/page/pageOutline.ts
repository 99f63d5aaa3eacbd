import type { Block, HeadingBlock } from './pageBlocks.ts';
import { plainTextOf } from './richText.ts';
import { normaliseHeader } from './headerWords.ts';

/** A heading with the content under it. The page itself is a section without a heading. */
export interface Section {
  readonly heading: HeadingBlock | undefined;
  readonly title: string;
  readonly parent: Section | undefined;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

interface OpenSection extends Section {
  readonly blocks: Block[];
  readonly sections: OpenSection[];
  readonly depth: number;
}

/** Puts blocks under their headings. */
export function outlineOf(blocks: readonly Block[]): Section {
  const page: OpenSection = { heading: undefined, title: '', parent: undefined, blocks: [], sections: [], depth: 0 };
  let open = page;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      while (open.depth >= block.depth) open = parentOf(open, page);
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
    } else if (block.kind === 'panelEnd') {
      while (open.depth >= block.depth) open = parentOf(open, page);
    } else open.blocks.push(block);
  }
  return page;
}

function parentOf(section: OpenSection, page: OpenSection): OpenSection {
  return (section.parent as OpenSection | undefined) ?? page;
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

/** The subject of a table or list according to the words around it. */
export type Topic = 'errors' | 'other' | 'unknown';

const errors =
  /error|exception|failure|\bfaults?\b|problem|\bfehler|erreur|\berros?\b|reject|decline|(reason|response|return|result) codes?|troubleshoot|错误|錯誤|エラー|异常|返回码|ошиб|\b[45]xx\b|\b4\d\d\b|\b50\d\b/;
const surely =
  /(error|exception|failure|fault|problem|decline|reject\w*|err) (codes?|types?|ids?|names?|catalog\w*|reference|list|table|strings?|identifiers?|keys?|constants?|summary|overview)|\b(errors|exceptions|failures)( \w+)?$|error \w+ codes?|\bfehlercodes?|codes? d erreur|codig?os? de err|错误码|错误代码|エラーコード|list of errors|^(common )?errors\b/;
const others =
  /\b(parameters?|params|fields?|propert(y|ies)|attributes|headers?|variables?|rate limits?|plans?|pricing|exit (codes?|status)|changelog|change ?log|release notes|versions?|events?|scopes?|permissions?|roles|endpoints?|methods?|envelope|formats?|structure|schemas?|object|body|payload|shape|anatomy|flags|options|log levels?|severit\w+|metrics|languages?|currenc(y|ies)|countr(y|ies)|locales?|test (cards?|values|numbers)|webhooks?|best practices|requirements|configuration|features|see also|references|related|next steps|environment|enums?|arguments|prerequisites)\b/;

/** The subject of a heading or an introducing sentence. */
export function topicOf(text: string): Topic {
  const words = normaliseHeader(text);
  if (/\bexit (codes?|status)|log levels?|\btest cards?\b/.test(words)) return 'other';
  if (surely.test(words)) return 'errors';
  if (others.test(words)) return 'other';
  return errors.test(words) ? 'errors' : 'unknown';
}

/** The subject of a section: its own heading decides, else the nearest heading with a known subject, else the page's title. */
export function topicOfSection(section: Section, title: string): Topic {
  for (let at: Section | undefined = section; at; at = at.parent) {
    const topic = at.heading ? topicOf(at.title) : 'unknown';
    if (topic !== 'unknown') return topic;
  }
  return topicOf(title);
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
