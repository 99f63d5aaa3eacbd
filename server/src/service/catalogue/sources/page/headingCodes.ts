import { type CodeHead, readCodeHead } from './codeHead.ts';
import { isUnmistakable } from './codeShape.ts';
import { readRetry, roleOf } from './headerWords.ts';
import { type Description, describing, readDescription } from './labels.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import { type Section, topicOf, topicOfSection } from './pageOutline.ts';
import { type RichText, sliceRun } from './richText.ts';
import { failuresOf, readStatuses } from './statusText.ts';

/** A section whose heading is a code. */
export interface HeadingCodes {
  readonly codes: readonly PageCode[];
  /** The sections that describe it: its own and those under headings such as `Solution`. */
  readonly sections: readonly Section[];
}

/** Reads a section whose heading is a code; undefined for any other heading. */
export function readHeadingCodes(section: Section, title: string): HeadingCodes | undefined {
  const head = headOf(section);
  if (!head || !section.parent) return undefined;
  const topic = topicOfSection(section.parent, title);
  const described = describe(section);
  const { description } = described;
  const isDescribed = [
    description.cause,
    description.description,
    description.first,
    description.causes,
    description.message,
  ].some((text) => text !== '');
  const siblings = headsUnder(section.parent) - 1;
  const statuses = failuresOf(head.statuses.length > 0 ? head.statuses : readStatuses(description.status));
  const all = section.parent.sections.length;
  // `Webhooks` on a page of errors: a heading with a status, or with the look of a code, is a code there too.
  const isPlain = statuses.length > 0 || head.words.every(({ word }) => isUnmistakable(word));
  if (topic === 'other' && !(topicOf(title) === 'errors' && isPlain)) return undefined;
  if (topic === 'unknown' && !(head.words.every(({ word }) => isUnmistakable(word)) && (statuses.length > 0 || siblings >= 2)))
    return undefined;
  const isSure = head.words.every(({ word, quoted }) => quoted || isUnmistakable(word) || /_|^[A-Z]+[-_]?\d{3,}$/.test(word));
  const fewest = head.words.every(({ strength }) => strength === 'number') ? 1 : 2;
  if (!isSure && siblings < fewest && statuses.length === 0) return undefined;
  if (!isSure && (siblings + 1) * 2 < all) return undefined;
  if (!isDescribed && siblings === 0 && statuses.length === 0 && section.blocks.length === 0) return undefined;
  return codesOf(head, section, section.parent, described);
}

/** Reads a page that is about one code, which is its title. `section` has the page's text. */
export function readTitleCodes(title: RichText, page: Section, isErrorPage: boolean): HeadingCodes | undefined {
  const head = readCodeHead(title);
  if (!head || head.words.length !== 1 || head.loose) return undefined;
  const isSure = head.words.every(({ word, strength }) => isUnmistakable(word) || (isErrorPage && strength === 'strong'));
  return isSure && (isErrorPage || head.statuses.length > 0) ? codesOf(head, page, page, describe(page)) : undefined;
}

function codesOf(head: CodeHead, section: Section, group: Section, { description, sections }: Described): HeadingCodes {
  const own = head.statuses.length > 0 ? head.statuses : readStatuses(description.status);
  const statuses = own.length > 0 ? own : statusesOfHeadings(section);
  const { cause, first, causes, message, remedy } = description;
  const retry = readRetry(description.retry);
  const codes = head.words.map((word) => ({
    word,
    statuses,
    cause: cause || description.description || first || causes || head.rest || message,
    remedy,
    ...(retry && { retry }),
    section: group,
    block: group,
  }));
  return { codes, sections };
}

interface Described {
  readonly description: Description;
  readonly sections: readonly Section[];
}

function describe(section: Section): Described {
  const labelled = section.sections.filter((child) => {
    const role = roleOf(child.title);
    const isLabel = (role !== undefined && role !== 'code') || describing.test(child.title);
    return isLabel && child.title.split(/\s+/).length <= 6 && headOf(child) === undefined;
  });
  const description = readDescription([
    { blocks: section.blocks, under: undefined },
    ...labelled.map((child) => ({ blocks: child.blocks, under: child.title })),
  ]);
  return { description, sections: [section, ...labelled] };
}

const counts = new WeakMap<Section, number>();

/** How many of a section's own headings are codes. */
function headsUnder(section: Section): number {
  const known = counts.get(section);
  if (known !== undefined) return known;
  const count = section.sections.filter((child) => headOf(child) !== undefined).length;
  counts.set(section, count);
  return count;
}

const heads = new WeakMap<Section, CodeHead | false>();

/** The code that a heading is; undefined when it is a title. */
function headOf(section: Section): CodeHead | undefined {
  const known = heads.get(section);
  if (known !== undefined) return known || undefined;
  const head = section.heading && readHeading(section.heading.text);
  heads.set(section, head ?? false);
  return head;
}

function readHeading(text: RichText): CodeHead | undefined {
  const head = readCodeHead(withoutAnchor(text)) ?? readEnclosed(text);
  if (!head || head.words.length === 0 || head.words.length > 3) return undefined;
  return head.words.every(({ word, strength, quoted }) => {
    if (strength === 'number') return /^-?\d{4,}$/.test(word) && !/^(?:19|20)\d\d$/.test(word);
    if (strength === 'plain') return quoted || (/^[A-Z]{4,}$/.test(word) && !head.loose);
    return quoted || isUnmistakable(word) || /[_/]|^[A-Z]+[-_]?\d+/.test(word) || !/^[a-z]+[A-Z]/.test(word);
  })
    ? head
    : undefined;
}

/** `Card declined (card_declined)`, with the code written as code. */
function readEnclosed(text: RichText): CodeHead | undefined {
  const quoted = text.filter((run) => run.code);
  if (quoted.length !== 1) return undefined;
  const head = readCodeHead(quoted);
  const before = text
    .filter((run) => !run.code)
    .map((run) => run.text)
    .join('');
  return head && /\(\s*\)\s*$|\[\s*\]\s*$/.test(before) && topicOf(before) !== 'other'
    ? { ...head, rest: before.replace(/[()[\]]/g, '').trim() }
    : undefined;
}

/** Headings may end with an id: `CARD_DECLINED {#card-declined}`. */
function withoutAnchor(text: RichText): RichText {
  const last = text.at(-1);
  const at = last && !last.code ? last.text.search(/\s*\{#[^{}]{0,200}\}\s*$/) : -1;
  return last && at !== -1 ? [...text.slice(0, -1), sliceRun(last, 0, at)] : text;
}
