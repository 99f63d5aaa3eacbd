import * as l10n from '@vscode/l10n';
import type { CatalogueFileCode } from '../../catalogueFile.ts';
import type { FoundCode, SourceNote, SourceReading } from '../source.ts';
import { findApiHosts } from './apiHosts.ts';
import { codeValue, isUnmistakable } from './codeShape.ts';
import { readExample } from './exampleCodes.ts';
import { readHeadingCodes, readTitleCodes } from './headingCodes.ts';
import { readDescription } from './labels.ts';
import { listOfParagraphs, readListCodes } from './listCodes.ts';
import type { Block, TableBlock } from './pageBlocks.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import { leadOf, outlineOf, type Section, sectionsOf, slugOf, topicOf, topicOfSection } from './pageOutline.ts';
import { plainTextOf, type RichText } from './richText.ts';
import { readTableCodes } from './tableCodes.ts';
import { classifyTable, type TableColumns, withHeader } from './tableColumns.ts';
import { type FamilyStatuses, statusesOfFamilies } from './wildcardStatuses.ts';

const codeLimit = 50_000;
const textLimit = 5000;
/** Each is compared with each code. */
const familyLimit = 500;

interface Page {
  /** The document's name: its words may name the subject of the page. */
  readonly name: string;
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
  readonly notes: readonly SourceNote[];
}

/** Finds the codes of a page in its tables, lists, headings and examples, in any format. */
export function readPageCodes({ name, title: named, blocks, notes: before }: Page): SourceReading {
  const outline = outlineOf(blocks);
  const sections = sectionsOf(outline);
  const title = named ?? sections.find(({ heading }) => heading?.depth === 1)?.title;
  const about = [title ?? '', baseName(name)].join(' ');
  const notes: SourceNote[] = [...before];
  const families: FamilyStatuses[] = [];
  const codes: PageCode[] = [];
  const bare: {
    readonly table: TableBlock;
    readonly columns: TableColumns;
    readonly section: Section;
    readonly note: SourceNote;
  }[] = [];
  const counts = { tables: 0, lists: 0, headings: 0, examples: 0 };
  let tables = 0;
  const described = new Set<Section>();
  const add = (found: readonly PageCode[], kind: keyof typeof counts, sources = 1): void => {
    if (found.length > 0) counts[kind] += sources;
    for (const code of found) if (codes.length <= codeLimit) codes.push(code);
  };

  const readTable = (block: TableBlock, section: Section, lead: string): void => {
    tables++;
    const number = tables;
    const table = withHeader(block);
    const said = lead.length > 200 ? 'unknown' : topicOf(lead);
    const kind = classifyTable(table, said === 'unknown' ? topicOfSection(section, about) : said, topicOf(about));
    const note = (message: string): SourceNote => ({ line: block.line, message, severity: 'information' });
    if (kind.kind === 'other') notes.push(note(kind.reason(number)));
    else if (kind.kind === 'statuses') {
      const message = note(l10n.t('Table {0} lists HTTP statuses, not error codes.', number));
      if (kind.asCodes) bare.push({ table, columns: kind.asCodes, section, note: message });
      else notes.push(message);
    }
    if (kind.kind === 'statuses') return;
    const columns = kind.kind === 'codes' ? kind.columns : undefined;
    if (!columns) return;
    const read = readTableCodes(table, columns, section);
    add(read.codes, 'tables');
    families.push(...read.families);
  };

  const readBlock = (block: Block, section: Section, lead: string): void => {
    if (block.kind === 'table') readTable(block, section, lead);
    else if (block.kind === 'list' || block.kind === 'definitions') {
      const read = readListCodes(block, section, lead, about);
      add(read.codes, 'lists');
      families.push(...read.families);
      if (block.kind === 'definitions' || read.codes.length > 0) return;
      for (const item of block.items)
        for (const inner of item.blocks) readBlock(inner, section, plainTextOf(item.text).slice(-200));
    }
  };

  for (const section of sections) {
    const hasCodes = codes.length;
    if (described.has(section)) {
      // The description of a code contains no other codes, but its tables are counted.
      for (const block of section.blocks) if (block.kind === 'table') tables++;
      continue;
    }
    const heading = readHeadingCodes(section, about);
    const inside =
      heading &&
      section.blocks.some(
        (block) => block.kind === 'table' && classifyTable(withHeader(block), 'errors', 'errors').kind === 'codes',
      );
    if (heading && !inside) {
      add(heading.codes, 'headings');
      for (const part of heading.sections) described.add(part);
      for (const block of section.blocks) if (block.kind === 'table') tables++;
      continue;
    }
    const paragraphs = listOfParagraphs(section);
    if (paragraphs) add(readListCodes(paragraphs, section, '', about).codes, 'lists');
    section.blocks.forEach((block, index) => readBlock(block, section, leadOf(section, index)));
    if (codes.length > codeLimit && hasCodes <= codeLimit) {
      notes.push({
        line: section.heading?.line,
        message: l10n.t('Codes after the first {0} are left out.', codeLimit),
        severity: 'error',
      });
    }
  }
  if (codes.length === 0) add(readOnlyCode(outline, title, name), 'headings');
  const examples = codes.length > codeLimit ? [] : readExamples(sections, described, codes, about);
  counts.examples = examples.length;
  const isEmpty = codes.length + examples.length === 0;
  for (const { table, columns, section, note } of bare) {
    if (isEmpty)
      add(
        readTableCodes(table, columns, section).codes.filter(({ word }) => Number(word.word) >= 400),
        'tables',
      );
    else notes.push(note);
  }
  const plain = codes.slice(0, codeLimit);
  families.splice(familyLimit);
  const groups = groupsOf([...plain, ...examples], title);
  const found = [
    ...plain.map((code) => entryOf(code, families, groups, false)),
    ...examples.map((code) => entryOf(code, families, groups, true)),
  ];
  if (found.length === 0) {
    const message = l10n.t('No error codes were found: the page has no table, list, heading or example of them.');
    notes.push({ line: undefined, message, severity: 'information' });
  }
  return {
    codes: found,
    ...(title !== undefined && title !== '' && { title: title.slice(0, 200) }),
    hosts: findApiHosts(blocks),
    groups: Object.fromEntries([...groups.values()].map(({ id, title: text }) => [id, text])),
    from: phrasesOf(counts),
    notes: notes.toSorted((a, b) => (a.line ?? -1) - (b.line ?? -1)),
  };
}

function baseName(name: string): string {
  return name
    .split('/')
    .slice(-2)
    .join(' ')
    .replace(/\.\w+$/, '')
    .replace(/[-_.]/g, ' ');
}

/** A page that is about only one code. */
function readOnlyCode(outline: Section, title: string | undefined, name: string): readonly PageCode[] {
  const isErrorPage = topicOf(baseName(name)) === 'errors' || topicOf(plainTextOf(firstText(outline)).slice(0, 300)) === 'errors';
  const first = outline.sections.find(({ heading }) => heading?.depth === 1);
  const heading = first?.heading && readTitleCodes(first.heading.text, first, isErrorPage);
  if (heading) return heading.codes;
  if (title === undefined || first) return [];
  const source = { text: title, placeOf: () => ({ line: 0, column: 0 }) };
  const run = { text: title, code: false, strong: false, source, start: 0, end: title.length };
  return readTitleCodes([run], outline, isErrorPage)?.codes ?? [];
}

function firstText(section: Section): RichText {
  const paragraph = [...section.blocks, ...section.sections.flatMap(({ blocks }) => blocks)].find(
    ({ kind }) => kind === 'paragraph',
  );
  return paragraph?.kind === 'paragraph' ? paragraph.text : [];
}

/** Codes that only examples show. */
function readExamples(
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

/** The headings that separate several groups; no headings when all codes are under one. */
function groupsOf(
  codes: readonly PageCode[],
  title: string | undefined,
): Map<Section, { readonly id: string; readonly title: string }> {
  const groups = new Map<Section, { id: string; title: string }>();
  for (const { section } of codes) {
    const id = slugOf(section.title);
    if (!groups.has(section) && id !== '' && section.title !== title)
      groups.set(section, { id, title: section.title.slice(0, 200) });
  }
  return new Set([...groups.values()].map(({ id }) => id)).size > 1 ? groups : new Map<Section, { id: string; title: string }>();
}

function entryOf(
  { word, statuses, cause, remedy, retry, section }: PageCode,
  families: readonly FamilyStatuses[],
  groups: ReadonlyMap<Section, { readonly id: string }>,
  isExample: boolean,
): FoundCode {
  const inferred = statuses.length === 0 ? statusesOfFamilies(word.word, families) : [];
  const all = statuses.length > 0 ? statuses : inferred;
  const [status] = all;
  const group = groups.get(section);
  const entry: CatalogueFileCode = {
    code: codeValue(word.word),
    ...(status !== undefined && { status: all.length === 1 ? status : all }),
    cause: cause.slice(0, textLimit),
    ...(remedy !== '' && { remedy: remedy.slice(0, textLimit) }),
    ...(retry && { retry }),
    ...(group && { groups: [group.id] }),
    ...(isExample && { source: 'example' }),
    ...(inferred.length > 0 && { inferred: ['status'] }),
  };
  return { entry, location: word.location };
}

function phrasesOf(counts: {
  readonly tables: number;
  readonly lists: number;
  readonly headings: number;
  readonly examples: number;
}): string[] {
  const phrase = (count: number, one: string, several: string): string[] => (count === 0 ? [] : [count === 1 ? one : several]);
  return [
    ...phrase(counts.tables, l10n.t('1 table'), l10n.t('{0} tables', counts.tables)),
    ...phrase(counts.lists, l10n.t('1 list'), l10n.t('{0} lists', counts.lists)),
    ...phrase(counts.headings, l10n.t('1 heading'), l10n.t('{0} headings', counts.headings)),
    ...phrase(counts.examples, l10n.t('1 example'), l10n.t('{0} examples', counts.examples)),
  ];
}
