import type { StatusPattern } from '../../../types.ts';
import { type CodeHead, headOf, readCodeHead } from './codeHead.ts';
import { isFieldName, isUnmistakable } from './codeShape.ts';
import { readDescription } from './labels.ts';
import type { Block, DefinitionsBlock, ListBlock } from './pageBlocks.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import type { Section } from './pageOutline.ts';
import { type Topic, topicOfLead, topicOfSection } from './topics.ts';
import { meansSuccess, roleOf } from './tables/headerWords.ts';
import type { FamilyStatuses } from './tables/wildcardStatuses.ts';
import type { LeftOut } from './leftOut.ts';
import { readRetirement } from './retirement.ts';
import { joinRuns, linesOf, locationIn, plainTextOf, type RichText } from './richText.ts';
import { failuresOf, isStatusNumber, isStatusText, readStatuses } from './statusText.ts';

/** The codes of a list, with the rest of its reading. */
export interface ListCodes {
  readonly codes: readonly PageCode[];
  readonly families: readonly FamilyStatuses[];
  /** The items of a list of codes that gave none. */
  readonly left: readonly LeftOut[];
  readonly total: number;
  /** It begins with codes, and is not about errors. */
  readonly refused: boolean;
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
  const isAdvice = /\bclass(?:es)?\b|retry|retri|best practice|strateg|handling|recommend/i.test(lead || section.title);
  const topic = isAdvice ? 'other' : topicAround(section, lead, title);
  const items = itemsOf(list);
  const entries = entriesOf(items, topic);
  const heads = entries.flatMap((entry) => entry ?? []);
  const families = heads.flatMap(({ head }) =>
    head.words.length === 0 ? head.families.map((family) => ({ family, statuses: statusesIn(head) })) : [],
  );
  const coded = heads.filter(({ head }) => head.words.length > 0);
  const namesCodes = /code|type|reason|identifier/i.test(`${lead} ${section.title}`);
  const total = entries.length;
  if (!isListOfCodes(coded, total, topic, list.kind === 'definitions', namesCodes)) {
    const isAnnounced = namesCodes || /codes/i.test(title);
    const looks = coded.filter(({ head }) => head.words.every((word) => looksLikeCode(word) || (isAnnounced && isMade(word))));
    const refused = topic === 'errors' && looks.length >= 2 && looks.length >= total * 0.6;
    return { codes: [], families, left: [], total, refused };
  }
  const fromLead = isStatusText(lead) || /^(?:HTTP )?[45]\d\d [^\d.:]{3,40}$/.test(lead) ? failuresOf(readStatuses(lead)) : [];
  const fromHeading = fromLead.length > 0 ? fromLead : statusesOfHeadings(section);
  const left: LeftOut[] = [];
  const leave = (index: number, reason: LeftOut['reason']): void => {
    const text = items[index]?.text ?? [];
    const run = text.find((each) => each.text.trim() !== '');
    if (run) left.push({ line: locationIn(run, 0).line, reason, text: plainTextOf(text) });
  };
  const codes = entries.flatMap((entry, at) => {
    if (!entry || entry.head.words.length === 0) {
      if (!entry?.head.families.length) leave(at, 'noCode');
      return [];
    }
    const { head, blocks } = entry;
    const more = readDescription([{ blocks, under: undefined }]);
    const own = head.statuses.length > 0 ? head.statuses : readStatuses(more.status);
    const statuses = own.length > 0 ? own : fromHeading;
    // `7: NO_MAP` gives a number its name.
    const isNamed =
      head.words.length === 1 && head.words[0]?.strength === 'number' && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(head.rest);
    const cause =
      [isNamed ? '' : head.rest, more.cause, more.description, more.first, more.causes, more.items, more.message].find(Boolean) ??
      '';
    const isNothing = head.words.every(({ word }) => /^0+$/.test(word)) && /^none\b/i.test(head.rest);
    if (isNothing || (head.words.every(({ strength }) => strength === 'number') && meansSuccess(cause))) {
      leave(at, 'success');
      return [];
    }
    const retirement = readRetirement(joinRuns(items[at]?.text ?? []), cause);
    return head.words.map((word, index) => ({
      word,
      statuses: head.words.length > 1 && statuses.length === head.words.length ? statuses.slice(index, index + 1) : statuses,
      cause,
      ...(isNamed && { name: head.rest }),
      remedy: more.remedy,
      ...(retirement.retired && { retirement }),
      section,
      block: list,
    }));
  });
  return { codes, families, left, total, refused: false };
}

interface Item {
  readonly text: RichText;
  readonly blocks: readonly Block[];
  readonly rest?: string;
}

function itemsOf(list: ListBlock | DefinitionsBlock): readonly Item[] {
  return list.kind === 'list'
    ? list.items
    : list.items.map(({ term, text }) => ({ text: term, blocks: [], rest: plainTextOf(text) }));
}

/** `7: Late`, `7 - Late`, `-32700 Late`. The second group has what separates them where that is no sign. */
const numbered =
  /^\s*([-\u2212]?\d{1,9})(?:\s{0,3}[:：=]\s{0,3}|\s[-–—]{1,2}\s{1,3}|(\s{1,3})(?!(?:%|[mµ]?s|seconds?|minutes?|hours?|days?|times|requests?|retries|[kmg]?b|x)\b))([^\s:：=–—-][^]*)$/;

function entriesOf(items: readonly Item[], topic: Topic): (Entry | undefined)[] {
  const read = items.map(({ text, blocks, rest }): Entry | undefined => {
    // `RESULT CODE` is the header of those that follow, as in a table.
    if (/^(?:[A-Z]{2,20} ){1,2}CODES?$|^(?:[A-Z][a-z]{1,20} ){1,2}[Cc]odes?$/.test(plainTextOf(text))) return undefined;
    const labelled = readLabelledItem(text);
    if (labelled) return { head: labelled.head, blocks: [labelled.block, ...blocks] };
    const head = readCodeHead(text);
    return head && { head: rest === undefined ? head : { ...head, rest: [head.rest, rest].filter(Boolean).join(' ') }, blocks };
  });
  const coded = read.filter((entry) => entry?.head.words.some(({ strength, quoted }) => strength !== 'plain' || quoted));
  if (topic !== 'errors' || coded.length >= items.length * 0.6) return read;
  // Numbers of three digits look like statuses: they are codes where HTTP does not have them all.
  const numbers = items.map(({ text, blocks, rest }): Entry | undefined => {
    const match = numbered.exec(joinRuns(text).slice(0, 2_000));
    const run = text.find((each) => each.text.trim() !== '');
    if (!match?.[1] || !run) return undefined;
    const location = locationIn(run, run.text.indexOf(match[1]));
    const word = { word: match[1], strength: 'number' as const, quoted: run.code, location };
    const said = [match[3] ?? '', rest ?? ''].filter(Boolean).join(' ').replace(/\s+/g, ' ');
    return { head: headOf([word], said, match[2] !== undefined), blocks };
  });
  const found = numbers.flatMap((entry) => entry?.head.words ?? []);
  // Without a sign behind it, a number may be an amount; three that differ are codes.
  if (
    numbers.some((entry) => entry?.head.loose) &&
    (found.length < 3 || new Set(found.map(({ word }) => word)).size < found.length)
  )
    return read;
  const registered = found.filter(({ word }) => isStatusNumber(word));
  return found.length >= 2 && registered.length < found.length * 0.85 ? numbers : read;
}

/** An item of which each line has a label: `Code: E1`, `Message: Late`. */
function readLabelledItem(text: RichText): { readonly head: CodeHead; readonly block: Block } | undefined {
  const [first, ...others] = linesOf(text);
  const [next] = others;
  if (!first || !next || roleOf(/^\s*([^:：]{2,40})[:：]/.exec(joinRuns(next))?.[1] ?? '') === undefined) return undefined;
  const head = readCodeHead(first);
  const rest = others.flatMap((line, index) => {
    const [run] = line;
    return index > 0 && run ? [{ ...run, text: '\n', end: run.start }, ...line] : line;
  });
  return head && head.words.length > 0 && head.rest === ''
    ? { head, block: { kind: 'paragraph', text: rest, line: 0 } }
    : undefined;
}

function statusesIn(head: CodeHead): readonly StatusPattern[] {
  return head.statuses.length > 0 ? head.statuses : readStatuses(head.rest.slice(0, 40));
}

function looksLikeCode({ word, quoted, strength }: CodeHead['words'][number]): boolean {
  return isUnmistakable(word) || (quoted && strength === 'strong' && /_/.test(word) && !isFieldName(word));
}

/** Whether a word is made for programs, though not surely a code: `opMalformed`. */
function isMade({ word, strength }: CodeHead['words'][number]): boolean {
  return strength === 'strong' && !isFieldName(word);
}

/** The sentence before the list decides, else its headings. */
function topicAround(section: Section, lead: string, title: string): Topic {
  const topic = topicOfLead(lead);
  return topic === 'unknown' ? topicOfSection(section, title) : topic;
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
