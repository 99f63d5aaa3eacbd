import type { StatusPattern } from '../../../types.ts';
import { type CodeHead, readCodeHead } from './codeHead.ts';
import { isFieldName, isUnmistakable } from './codeShape.ts';
import { readDescription } from './labels.ts';
import type { Block, DefinitionsBlock, ListBlock } from './pageBlocks.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import { type Section, type Topic, topicOf, topicOfSection } from './pageOutline.ts';
import { plainTextOf, type RichText } from './richText.ts';
import { readStatuses } from './statusText.ts';

/** The codes of a list, with the rest of its reading. */
export interface ListCodes {
  readonly codes: readonly PageCode[];
  readonly families: readonly { readonly family: string; readonly statuses: readonly StatusPattern[] }[];
}

/**
 * Reads paragraphs that begin with a code in bold as a list without marks; the blocks after each belong to it. Undefined when
 * there are no such paragraphs.
 */
export function listOfParagraphs(section: Section): ListBlock | undefined {
  const items: { text: RichText; blocks: Block[] }[] = [];
  for (const block of section.blocks) {
    const isItem = block.kind === 'paragraph' && beginsWithBoldCode(block.text);
    if (isItem) items.push({ text: block.text, blocks: [] });
    else if (block.kind === 'paragraph' || block.kind === 'list') items.at(-1)?.blocks.push(block);
  }
  return items.length > 0 ? { kind: 'list', items, line: section.heading?.line ?? 0 } : undefined;
}

function beginsWithBoldCode(text: RichText): boolean {
  const first = text.find((run) => run.text.trim() !== '');
  const word = readCodeHead(text)?.words[0];
  return first?.strong === true && word !== undefined && (word.quoted || isUnmistakable(word.word));
}

interface Entry {
  readonly head: CodeHead;
  readonly blocks: readonly Block[];
}

/** Reads a list if it is one of codes, judged by most of its items and by its introduction. */
export function readListCodes(list: ListBlock | DefinitionsBlock, section: Section, lead: string, title: string): ListCodes {
  const entries = entriesOf(list);
  const heads = entries.flatMap((entry) => entry ?? []);
  const families = heads.flatMap(({ head }) =>
    head.words.length === 0 ? head.families.map((family) => ({ family, statuses: statusesIn(head) })) : [],
  );
  const coded = heads.filter(({ head }) => head.words.length > 0);
  const isAdvice = /\bclass(?:es)?\b|retry|retri|best practice|strateg|handling|recommend/i.test(lead || section.title);
  const topic = isAdvice ? 'other' : topicAround(section, lead, title);
  const namesCodes = /code|type|reason|identifier/i.test(`${lead} ${section.title}`);
  if (!isListOfCodes(coded, entries.length, topic, list.kind === 'definitions', namesCodes)) return { codes: [], families };
  const fromHeading = statusesOfHeadings(section);
  const codes = coded.flatMap(({ head, blocks }) => {
    const more = readDescription([{ blocks, under: undefined }]);
    const own = head.statuses.length > 0 ? head.statuses : readStatuses(more.status);
    const statuses = own.length > 0 ? own : fromHeading;
    const cause = head.rest || more.cause || more.description || more.first || more.causes || more.message;
    return head.words.map((word, index) => ({
      word,
      statuses: head.words.length > 1 && statuses.length === head.words.length ? statuses.slice(index, index + 1) : statuses,
      cause,
      remedy: more.remedy,
      section,
      block: list,
    }));
  });
  return { codes, families };
}

function entriesOf(list: ListBlock | DefinitionsBlock): (Entry | undefined)[] {
  const entry = (text: RichText, blocks: readonly Block[], rest?: string): Entry | undefined => {
    const head = readCodeHead(text);
    return head && { head: rest === undefined ? head : { ...head, rest: [head.rest, rest].filter(Boolean).join(' ') }, blocks };
  };
  return list.kind === 'list'
    ? list.items.map(({ text, blocks }) => entry(text, blocks))
    : list.items.map(({ term, text }) => entry(term, [], plainTextOf(text)));
}

function statusesIn(head: CodeHead): readonly StatusPattern[] {
  return head.statuses.length > 0 ? head.statuses : readStatuses(head.rest.slice(0, 40));
}

/** The sentence before the list decides, else its headings. */
function topicAround(section: Section, lead: string, title: string): Topic {
  const topic = topicOf(lead);
  return topic === 'unknown' || lead.length > 200 ? topicOfSection(section, title) : topic;
}

function isListOfCodes(coded: readonly Entry[], items: number, topic: Topic, definitions: boolean, namesCodes: boolean): boolean {
  const words = coded.flatMap(({ head }) => head.words);
  if (words.length === 0 || topic !== 'errors' || coded.length < items * 0.6) return false;
  const part = (matches: (word: (typeof words)[number]) => boolean): number => words.filter(matches).length / words.length;
  if (part(({ word }) => isFieldName(word)) >= 0.5) return false;
  if (part(({ strength }) => strength === 'number') > 0.5) return items > 1 || definitions;
  // `onError` is a function's name as often as a code.
  if (!namesCodes && part(({ word }) => /^[a-z]+[A-Z]/.test(word)) >= 0.5) return false;
  // A loose head is a word in bold with a sentence after it: only a code's own look makes it one.
  if (coded.some(({ head }) => head.loose) && part(({ word, quoted }) => quoted || isUnmistakable(word)) < 0.8) return false;
  const sure = part(
    ({ word, strength, quoted }) => isUnmistakable(word) || (strength === 'strong' && (quoted || /_/.test(word) || definitions)),
  );
  return (
    sure >= 0.5 ||
    (sure > 0 && part(({ quoted }) => quoted) > 0.8) ||
    (items > 1 && part(({ quoted, word }) => quoted && /^[a-z]+$|^[A-Z]+$/.test(word)) > 0.8)
  );
}
