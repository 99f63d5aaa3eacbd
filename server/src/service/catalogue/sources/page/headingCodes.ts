import { onceFor } from '../../../../shared/onceFor.ts';
import { type CodeHead, readCodeHead } from './codeHead.ts';
import { isUnmistakable } from './codeShape.ts';
import { meansSuccess, readRetry, roleOf } from './tables/headerWords.ts';
import { type Description, describing, readDescription } from './labels.ts';
import type { LeftOut } from './leftOut.ts';
import { readNumberHead, readTrailingCode, withoutAnnouncement } from './numberHead.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import type { Section } from './pageOutline.ts';
import { readRetirement } from './retirement.ts';
import { joinRuns, type RichText, sliceRun } from './richText.ts';
import { failuresOf, readStatuses } from './statusText.ts';
import { topicOf, topicOfSection } from './topics.ts';

/** A section whose heading is a code. */
export interface HeadingCodes {
  readonly codes: readonly PageCode[];
  /** The sections that describe it: its own and those under headings such as `Solution`. */
  readonly sections: readonly Section[];
  /** The heading itself, where its code means success. */
  readonly left: readonly LeftOut[];
}

interface Heading extends CodeHead {
  readonly name?: string;
  /** A word before the number says that it is an error. */
  readonly announced?: boolean;
}

/** Reads a section whose heading is a code; undefined for any other heading. */
export function readHeadingCodes(section: Section, title: string): HeadingCodes | undefined {
  const head = headOf(section);
  if (!head || !section.parent) return undefined;
  const topic = topicOfSection(section.parent, title);
  const described = describe(section);
  const { description } = described;
  const isDescribed = textsOf(description).some((text) => text !== '');
  const siblings = headsUnder(section.parent) - 1;
  const statuses = failuresOf(head.statuses.length > 0 ? head.statuses : readStatuses(description.status));
  const all = section.parent.sections.length;
  // `Webhooks` on a page or in a chapter of errors: a heading with a status, or with the look of a code, is a code there too.
  const isPlain =
    statuses.length > 0 ||
    head.announced === true ||
    head.name !== undefined ||
    head.words.every(({ word }) => isUnmistakable(word));
  if (topic === 'apart') return undefined;
  // `Payment methods` over nothing but codes.
  const isFull =
    siblings > 0 && siblings + 1 === all && head.words.every(({ quoted, strength }) => quoted && strength === 'strong');
  const isInside = section.parent.parent !== undefined && topicOfSection(section.parent.parent, title) === 'errors';
  if (topic === 'other' && !((isInside || topicOf(title) === 'errors') && (isPlain || isFull))) return undefined;
  const isPlainest = head.announced === true || head.words.every(({ word }) => isUnmistakable(word));
  if (topic === 'unknown' && !(isPlainest && (statuses.length > 0 || siblings >= 2))) return undefined;
  const isSure =
    head.announced === true ||
    head.name !== undefined ||
    head.words.every(({ word, quoted }) => quoted || isUnmistakable(word) || /_|^[A-Z]+[-_]?\d{3,}$/.test(word));
  const fewest = head.words.every(({ strength }) => strength === 'number') ? 1 : 2;
  if (!isSure && siblings < fewest && statuses.length === 0) return undefined;
  if (!isSure && (siblings + 1) * 2 < all) return undefined;
  if (!isDescribed && siblings === 0 && statuses.length === 0 && section.blocks.length === 0 && head.rest === '')
    return undefined;
  return codesOf(head, section, section.parent, described);
}

/** Reads a page that is about one code, which is its title. `section` has the page's text. */
export function readTitleCodes(title: RichText, page: Section, isErrorPage: boolean): HeadingCodes | undefined {
  const head = readHeading(title) ?? readCodeHead(title);
  if (!head || head.words.length !== 1 || head.loose) return undefined;
  const isSure = head.words.every(
    ({ word, strength }) =>
      isUnmistakable(word) || (isErrorPage && (strength !== 'plain' || ('announced' in head && head.announced === true))),
  );
  return isSure && (isErrorPage || head.statuses.length > 0) ? codesOf(head, page, page, describe(page)) : undefined;
}

/** Reads a page that names its one code in its text, under such a label as `Error code:`. */
export function readLabelledCode(page: Section): HeadingCodes | undefined {
  const described = describe(page);
  const { code } = described.description;
  const head = code && readCodeHead(code);
  if (!head || head.words.length !== 1) return undefined;
  return codesOf({ ...head, rest: page.title || head.rest }, page, page, described);
}

/** The headings beside those that are codes, where these are most: one of them may be a code in a form that is not known. */
export function headingsLeft(section: Section): { readonly left: readonly LeftOut[]; readonly total: number } {
  const heads = headsUnder(section);
  const total = section.sections.length;
  if (heads < 2 || heads * 2 < total) return { left: [], total };
  const left = section.sections.flatMap((child): LeftOut[] => {
    const isCode = headOf(child) !== undefined || child.sections.some((inner) => headOf(inner) !== undefined);
    if (isCode || !child.heading || topicOf(child.title) === 'errors' || aside.test(child.title) || isLabelTitle(child.title))
      return [];
    return [{ line: child.heading.line, reason: 'noCode', text: child.title }];
  });
  return { left, total };
}

const aside = /^(?:overview|introduction|intro|about|see also|related|examples?|notes?|summary|next steps?|references?|usage)\b/i;

function codesOf(head: Heading, section: Section, group: Section, { description, sections }: Described): HeadingCodes {
  const own = head.statuses.length > 0 ? head.statuses : readStatuses(description.status);
  const statuses = own.length > 0 ? own : statusesOfHeadings(section);
  const retry = readRetry(description.retry);
  const rest = head.name === undefined ? head.rest : '';
  // `Error code: 1 (Invalid arguments)` repeats the code and says what it means.
  const repeated = /[(（]([^()（）]{3,300})[)）]\s*$/.exec(description.code ? joinRuns(description.code) : '')?.[1] ?? '';
  const texts = [...textsOf(description).slice(0, 4), description.items, rest, description.message, repeated];
  const cause = texts.find((text) => text !== '') ?? '';
  const retirement = readRetirement(section.heading ? joinRuns(section.heading.text) : '', cause);
  const isSuccess = head.words.every(({ strength }) => strength === 'number') && meansSuccess(cause);
  const left: readonly LeftOut[] = isSuccess
    ? [{ line: section.heading?.line ?? 0, reason: 'success', text: section.title }]
    : [];
  const codes = (isSuccess ? [] : head.words).map((word) => ({
    word,
    statuses,
    cause,
    remedy: description.remedy,
    ...(head.name !== undefined && { name: head.name }),
    ...(retry && { retry }),
    ...(retirement.retired && { retirement }),
    section: group,
    block: group,
  }));
  return { codes, sections, left };
}

function textsOf({ cause, description, first, causes, message }: Description): readonly string[] {
  return [cause, description, first, causes, message];
}

interface Described {
  readonly description: Description;
  readonly sections: readonly Section[];
}

function describe(section: Section): Described {
  const labelled = section.sections.filter((child) => isLabelTitle(child.title) && headOf(child) === undefined);
  const description = readDescription([
    { blocks: section.blocks, under: undefined },
    ...labelled.map((child) => ({ blocks: child.blocks, under: child.title })),
  ]);
  return { description, sections: [section, ...labelled] };
}

function isLabelTitle(title: string): boolean {
  const role = roleOf(title);
  return ((role !== undefined && role !== 'code') || describing.test(title)) && title.split(/\s+/).length <= 6;
}

/** How many of a section's own headings are codes. */
const headsUnder = onceFor(({ sections }: Section) => sections.filter((child) => headOf(child) !== undefined).length);

/** The code that a heading is; undefined when it is a title. */
const headOf = onceFor(({ heading }: Section) => heading && readHeading(heading.text));

function readHeading(given: RichText): Heading | undefined {
  const text = withoutAnchor(given);
  const numbered = readNumberHead(text);
  if (numbered) return numbered;
  const told = withoutAnnouncement(text);
  const named = told && readCodeHead(told);
  if (named && named.words.length > 0 && named.words.every(({ word, quoted }) => quoted || isUnmistakable(word)))
    return { ...named, announced: true };
  // `Unauthorized (-32016)` begins with a word that is no code.
  for (const read of [readCodeHead, readEnclosed, readTrailingCode]) {
    const head = read(text);
    if (head && isCodeHead(head)) return head;
  }
  return undefined;
}

function isCodeHead({ words, loose }: CodeHead): boolean {
  if (words.length === 0 || words.length > 3) return false;
  // "`invalidReason` inside `/verify`" is about a member.
  if (loose && words.every(({ word }) => /^[a-z]+(?:[A-Z][a-z]+)+$/.test(word))) return false;
  return words.every(({ word, strength, quoted }) => {
    if (strength === 'number') return /^[-\u2212\u2013]?\d{4,}$/.test(word) && !/^(?:19|20)\d\d$/.test(word);
    if (strength === 'plain') return quoted || (/^[A-Z]{4,}$/.test(word) && !loose);
    return quoted || isUnmistakable(word) || /[_/]|^[A-Z]+[-_]?\d+/.test(word) || !/^[a-z]+[A-Z]/.test(word);
  });
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
  const topic = topicOf(before);
  // `Business exceptions (com.example.shop.errors)` names a package.
  if (head?.words.some(({ word }) => /^(?:com|org|net|dev|app|io|[a-z]{2})(?:\.[a-z][a-z\d_]*){2,}$/.test(word)))
    return undefined;
  return head && /\(\s*\)\s*$|\[\s*\]\s*$/.test(before) && topic !== 'other' && topic !== 'apart'
    ? { ...head, rest: before.replace(/[()[\]]/g, '').trim() }
    : undefined;
}

/** Headings may end with an id: `CARD_DECLINED {#card-declined}`. */
function withoutAnchor(text: RichText): RichText {
  const last = text.at(-1);
  const at = last && !last.code ? last.text.search(/\s*\{#[^{}]{0,200}\}\s*$/) : -1;
  return last && at !== -1 ? [...text.slice(0, -1), sliceRun(last, 0, at)] : text;
}
