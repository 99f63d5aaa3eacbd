import { isUnmistakable } from './codeShape.ts';
import { readLabelledCode, readTitleCodes } from './headingCodes.ts';
import type { PageCode } from './pageCode.ts';
import type { Section } from './pageOutline.ts';
import { plainTextOf, type RichText } from './richText.ts';
import { topicOf } from './topics.ts';

/** Reads a page that is about only one code: its title, a label in its text, or its own name says which. */
export function readOnlyCode(outline: Section, title: string | undefined, name: string): readonly PageCode[] {
  const words = wordsOfName(name);
  const first = outline.sections.find(({ heading }) => heading?.depth === 1);
  const opening = plainTextOf(firstText(first ?? outline)).slice(0, 300);
  const isErrorPage = [words, title ?? '', opening].some((text) => topicOf(text) === 'errors');
  const text = first?.heading?.text ?? (title === undefined ? undefined : plainRun(title));
  const page = first ?? outline;
  const titled = text && readTitleCodes(text, page, isErrorPage);
  if (titled) return titled.codes;
  const labelled = isErrorPage ? readLabelledCode(page) : undefined;
  if (labelled) return labelled.codes;
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  if (!isErrorPage || !isUnmistakable(base)) return [];
  return readTitleCodes(plainRun(base), page, true)?.codes.map((code) => ({ ...code, cause: code.cause || (title ?? '') })) ?? [];
}

/** The words of a document's name and its folder's: they may name the subject of the page. */
export function wordsOfName(name: string): string {
  return name
    .split('/')
    .slice(-2)
    .join(' ')
    .replace(/\.\w+$/, '')
    .replace(/[-_.]/g, ' ');
}

function plainRun(text: string): RichText {
  const source = { text, placeOf: () => ({ line: 0, column: 0 }) };
  return [{ text, code: false, strong: false, source, start: 0, end: text.length }];
}

function firstText(section: Section): RichText {
  const paragraph = [...section.blocks, ...section.sections.flatMap(({ blocks }) => blocks)].find(
    ({ kind }) => kind === 'paragraph',
  );
  return paragraph?.kind === 'paragraph' ? paragraph.text : [];
}
