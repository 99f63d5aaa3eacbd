import * as l10n from '@vscode/l10n';
import { count } from '../../../../shared/count.ts';
import { createReading, mostCodes } from '../createReading.ts';
import type { FoundCode, SourceHost, SourceNote, SourceReading } from '../source.ts';
import { readCodeBlocks } from './codeBlocks.ts';
import { findApiHosts } from './apiHosts.ts';
import { headingsLeft, readHeadingCodes } from './headingCodes.ts';
import { noteLeftOut } from './leftOut.ts';
import { listOfParagraphs, type ListCodes, readListCodes } from './listCodes.ts';
import { readOnlyCode, wordsOfName } from './onlyCode.ts';
import type { Block, PageContent } from './pageBlocks.ts';
import type { PageCode } from './pageCode.ts';
import { toEntries } from './pageEntries.ts';
import { readExamples } from './pageExamples.ts';
import { leadOf, outlineOf, type Section, sectionsOf } from './pageOutline.ts';
import { createPageTables } from './tables/pageTables.ts';
import { readPlainTable } from './tables/plainTables.ts';
import { plainTextOf } from './richText.ts';
import type { FamilyStatuses } from './tables/wildcardStatuses.ts';

/** So many rows of plain text below a header are a table, whatever it is about. */
const fewestRows = 5;
/** Each is compared with each code. */
const familyLimit = 500;
/** More notes on parts that were left out help no one. */
const noteLimit = 200;

interface Page extends PageContent {
  /** The document's name: its words may name the subject of the page. */
  readonly name: string;
}

/** Finds the codes of a page in its tables, lists, headings, examples and blocks of code, in any format. */
export async function readPageCodes(page: Page, host: SourceHost): Promise<SourceReading> {
  const { name, title: named, blocks, notes: before } = page;
  const declared = await readCodeBlocks(blocks, named ?? '', host);
  const outline = outlineOf(blocks);
  const sections = sectionsOf(outline);
  const title = named ?? sections.find(({ heading }) => heading?.depth === 1)?.title;
  const about = [title ?? '', wordsOfName(name)].join(' ');
  const notes: SourceNote[] = [...before, ...declared.notes];
  const families: FamilyStatuses[] = [];
  const codes: PageCode[] = [];
  const counts = { table: 0, list: 0, heading: 0, example: 0, declaration: declared.blocks };
  const tables = createPageTables(blocks, about);
  const described = new Set<Section>();
  const add = (found: readonly PageCode[], kind: keyof typeof counts): void => {
    if (found.length > 0) counts[kind]++;
    for (const code of found) if (codes.length <= mostCodes) codes.push(code);
  };

  const addList = (read: ListCodes, line: number): void => {
    add(read.codes, 'list');
    families.push(...read.families);
    if (read.codes.length > 0) notes.push(...noteLeftOut(read.left, l10n.t('The list of line {0}', line + 1), read.total));
    else if (read.refused) {
      const message = l10n.t('The list of line {0} is not read as error codes.', line + 1);
      notes.push({ line, message, severity: 'information' });
    }
  };

  const readBlock = (given: Block, section: Section, lead: string): void => {
    const plain = readPlainTable(given);
    const isTable =
      plain !== undefined && (tables.isSurely(plain) || (plain.header.length > 0 && plain.rows.length >= fewestRows));
    if (plain && !isTable) return;
    const block = plain ?? given;
    if (block.kind === 'table') {
      const read = tables.read(block, section, lead);
      add(read.codes, 'table');
      families.push(...read.families);
      notes.push(...read.notes);
    } else if (block.kind === 'list' || block.kind === 'definitions') {
      const read = readListCodes(block, section, lead, about);
      addList(read, block.line);
      if (block.kind === 'definitions' || read.codes.length > 0) return;
      for (const item of block.items)
        for (const inner of item.blocks) readBlock(inner, section, plainTextOf(item.text).slice(-200));
    }
  };

  for (const section of sections) {
    const hasCodes = codes.length;
    if (described.has(section)) {
      // The description of a code contains no other codes, but its tables are counted.
      for (const block of section.blocks) if (block.kind === 'table') tables.skip();
      continue;
    }
    const heading = readHeadingCodes(section, about);
    const inside = heading && section.blocks.some((block) => block.kind === 'table' && tables.isOfCodes(block));
    if (heading && !inside) {
      add(heading.codes, 'heading');
      notes.push(...noteLeftOut(heading.left, l10n.t('The heading "{0}"', section.title.slice(0, 100)), 1));
      for (const part of heading.sections) described.add(part);
      for (const block of section.blocks) if (block.kind === 'table') tables.skip();
      continue;
    }
    const paragraphs = listOfParagraphs(section);
    if (paragraphs) addList({ ...readListCodes(paragraphs, section, '', about), refused: false }, paragraphs.line);
    section.blocks.forEach((block, index) => readBlock(block, section, leadOf(section, index)));
    const { left, total } = headingsLeft(section);
    notes.push(...noteLeftOut(left, l10n.t('The headings below "{0}"', (section.title || title || name).slice(0, 100)), total));
    if (codes.length > mostCodes && hasCodes <= mostCodes) {
      const message = l10n.t('Codes after the first {0} are left out.', mostCodes);
      notes.push({ line: section.heading?.line, message, severity: 'error' });
    }
  }
  if (codes.length === 0) add(readOnlyCode(outline, title, name), 'heading');
  const examples = codes.length > mostCodes ? [] : readExamples(sections, described, codes, about);
  counts.example = examples.length;
  families.splice(familyLimit);
  const { codes: listed, groups } = toEntries(codes.slice(0, mostCodes), examples, families, title);
  const found = joinDeclared(declared.codes, listed);
  if (found.length === 0) {
    const message = l10n.t('No error codes were found: the page has no table, list, heading or example of them.');
    notes.push({ line: undefined, message, severity: 'information' });
  }
  return createReading({
    codes: found,
    title: title ?? '',
    hosts: findApiHosts(blocks),
    groups,
    from: Object.entries(counts).flatMap(([noun, number]) => (number === 0 ? [] : [count(number, noun)])),
    notes: boundNotes(notes),
  });
}

/** A name that a block of code or a table gives to a number means that number on the whole page. */
function joinDeclared(declared: readonly FoundCode[], listed: readonly FoundCode[]): FoundCode[] {
  const numbers = new Map(
    [...listed, ...declared].flatMap(({ entry }) => (entry.name === undefined ? [] : [[entry.name, entry.code]])),
  );
  const told = listed.map((found) => {
    const number = numbers.get(String(found.entry.code));
    return number === undefined ? found : { ...found, entry: { ...found.entry, code: number, name: String(found.entry.code) } };
  });
  return [...told, ...declared.filter(({ entry }) => !isSpelling(String(entry.code), listed))];
}

/** Whether a member of an enum only spells a code that the page lists: `MapLost` of `SHOP_MAP_LOST`. */
function isSpelling(member: string, listed: readonly FoundCode[]): boolean {
  if (!/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(member) || listed.length > 5_000) return false;
  const words = `_${member.replace(/(?<=[a-z])(?=[A-Z])/g, '_')}`.toUpperCase();
  return listed.some(({ entry }) => `_${entry.code}`.toUpperCase().endsWith(words) && String(entry.code) !== member);
}

/** The notes in the order of the page; those that are too many are counted. */
function boundNotes(notes: readonly SourceNote[]): SourceNote[] {
  const sorted = notes.toSorted((a, b) => (a.line ?? -1) - (b.line ?? -1));
  const information = sorted.filter(({ severity }) => severity === 'information');
  if (information.length <= noteLimit) return sorted;
  const kept = new Set(information.slice(0, noteLimit));
  const message = l10n.t('{0} more parts are left out.', information.length - noteLimit);
  return [
    ...sorted.filter((note) => note.severity !== 'information' || kept.has(note)),
    { line: undefined, message, severity: 'information' },
  ];
}
