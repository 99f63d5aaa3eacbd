import { isUnmistakable } from './codeShape.ts';
import { readExample } from './exampleCodes.ts';
import { readDescription } from './labels.ts';
import type { Block } from './pageBlocks.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import { leadOf, type Section } from './pageOutline.ts';
import { plainTextOf } from './richText.ts';
import { topicOf, topicOfSection } from './topics.ts';

/**
 * Finds the codes that only examples show.
 * @param described sections that describe a code, whose examples show that one
 * @param plain the codes that the page lists
 */
export function readExamples(
  sections: readonly Section[],
  described: ReadonlySet<Section>,
  plain: readonly PageCode[],
  about: string,
): PageCode[] {
  const known = new Set(plain.map(({ word }) => word.word));
  const found: PageCode[] = [];
  for (const section of sections) {
    if (described.has(section)) continue;
    const blocks = section.blocks.flatMap((block, index) => withNested(block, leadOf(section, index)));
    const examples = blocks.flatMap(({ block, lead }) => {
      const example = block.kind === 'code' ? readExample(block) : undefined;
      return example ? [{ ...example, lead }] : [];
    });
    const fromHeading = statusesOfHeadings(section);
    const topic = topicOfSection(section, about);
    for (const { word, statuses, message, lead } of examples) {
      const isAboutErrors =
        fromHeading.length > 0 ||
        statuses.length > 0 ||
        topic === 'errors' ||
        topicOf(lead) === 'errors' ||
        /error/i.test(section.title);
      const isOther = /\b(?:success|request body|payload|webhook)/i.test(lead) || /\b(?:success|webhook)/i.test(section.title);
      if (known.has(word.word) || !isAboutErrors || isOther) continue;
      if (plain.length > 0 && fromHeading.length === 0 && !isUnmistakable(word.word)) continue;
      known.add(word.word);
      const text =
        examples.length === 1 && fromHeading.length > 0
          ? readDescription([{ blocks: section.blocks, under: undefined }])
          : undefined;
      found.push({
        word,
        statuses: statuses.length > 0 ? statuses : fromHeading,
        cause: text?.cause || text?.description || text?.first || text?.causes || message,
        remedy: text?.remedy ?? '',
        section,
        block: section,
      });
    }
  }
  return found;
}

function withNested(block: Block, lead: string): { block: Block; lead: string }[] {
  if (block.kind !== 'list') return [{ block, lead }];
  return block.items.flatMap((item) => item.blocks.flatMap((inner) => withNested(inner, plainTextOf(item.text).slice(-200))));
}
