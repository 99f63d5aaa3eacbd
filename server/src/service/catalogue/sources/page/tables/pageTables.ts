import * as l10n from '@vscode/l10n';
import { groupBy } from '../../../../../shared/groupBy.ts';
import type { SourceNote } from '../../source.ts';
import { withErrorsCut } from './bodyCells.ts';
import { codeHeaderStrength, normaliseHeader } from './headerWords.ts';
import { noteLeftOut } from '../leftOut.ts';
import { type Block, type TableBlock, withNested } from '../pageBlocks.ts';
import { type PageCode, statusesAbove } from '../pageCode.ts';
import type { Section } from '../pageOutline.ts';
import { topicOf, topicOfLead, topicOfTable } from '../topics.ts';
import { plainTextOf } from '../richText.ts';
import { readTableCodes } from './tableCodes.ts';
import { classifyTable, type TableKind, withHeader } from './tableColumns.ts';
import type { FamilyStatuses } from './wildcardStatuses.ts';

/** The reading of one table. */
export interface TableReading {
  readonly codes: readonly PageCode[];
  readonly families: readonly FamilyStatuses[];
  readonly notes: readonly SourceNote[];
}

/** Reads the tables of a page, which count from 1. */
export interface PageTables {
  read(block: TableBlock, section: Section, lead: string): TableReading;
  /** Counts a table that is not read. */
  skip(): void;
  /** Whether a table is one of codes wherever it is, and looks like nothing else. */
  isSurely(block: TableBlock): boolean;
  /** Whether a table would be one of codes among errors. */
  isOfCodes(block: TableBlock): boolean;
}

/** @param about the page's title and name */
export function createPageTables(blocks: readonly Block[], about: string): PageTables {
  const peers = peersOf(blocks);
  const pageTopic = topicOf(about);
  let tables = 0;
  const classify = (table: TableBlock, topic: TableKindTopic, title = ''): TableKind =>
    classifyTable(table, { ...topic, title, peers: peers.get(headerOf(table)) ?? [table] });
  return {
    read(block, section, lead) {
      tables++;
      const number = tables;
      const said = topicOfLead(lead);
      const topic = said === 'unknown' ? topicOfTable(section, about) : said;
      const classifyHere = (given: TableBlock): TableKind => classify(given, { topic, pageTopic }, section.title);
      let table = withHeader(block);
      let kind = classifyHere(table);
      const cut = kind.kind === 'codes' ? undefined : withErrorsCut(table);
      const cutKind = cut && classifyHere(cut);
      if (cut && cutKind?.kind === 'codes') [table, kind] = [cut, cutKind];
      const note = (message: string): SourceNote => ({ line: block.line, message, severity: 'information' });
      const nothing = { codes: [], families: [] };
      if (kind.kind === 'other') return { ...nothing, notes: [note(kind.reason(number))] };
      if (kind.kind === 'statuses')
        return { ...nothing, notes: [note(l10n.t('Table {0} lists HTTP statuses, not error codes.', number))] };
      const above = statusesAbove(section, section.blocks.indexOf(block));
      const { codes, families, left } = readTableCodes(table, kind.columns, section, above);
      return { codes, families, notes: noteLeftOut(left, l10n.t('Table {0}', number), table.rows.length) };
    },
    skip: () => void tables++,
    isSurely(block) {
      const kind = classify(withHeader(block), { topic: 'errors', pageTopic });
      return block.rows.length >= 3 && kind.kind === 'codes' && (kind.columns.name !== undefined || kind.columns.named);
    },
    isOfCodes(block) {
      const table = withHeader(block);
      const kind = classify(table, { topic: 'errors', pageTopic: 'errors' });
      if (kind.kind !== 'codes') return false;
      const header = plainTextOf(table.header[kind.columns.code] ?? []);
      return header === '' || codeHeaderStrength(header) >= 1;
    },
  };
}

type TableKindTopic = Pick<Parameters<typeof classifyTable>[1], 'topic' | 'pageTopic'>;

/** The tables of a page by their headers. */
function peersOf(blocks: readonly Block[]): ReadonlyMap<string, readonly TableBlock[]> {
  const tables = withNested(blocks).filter((block) => block.kind === 'table');
  return groupBy(tables.map(withHeader), headerOf);
}

function headerOf({ header }: TableBlock): string {
  return header.map((cell) => normaliseHeader(plainTextOf(cell))).join('|');
}
