import * as l10n from '@vscode/l10n';
import { isFieldName, isUnmistakable } from '../codeShape.ts';
import {
  causeRank,
  codeHeaderStrength,
  isSchemaType,
  meansFailure,
  namesOtherThing,
  normaliseHeader,
  type Role,
  roleOf,
} from './headerWords.ts';
import { tableOfCells } from './cellTable.ts';
import { mentionsTerm } from './headerTerms.ts';
import type { TableBlock } from '../pageBlocks.ts';
import type { Topic } from '../topics.ts';
import { plainTextOf } from '../richText.ts';
import { failuresOf, isStatusText, readStatuses } from '../statusText.ts';
import { holdsOwnNumbers, numberBeside, valueOf } from './numberColumns.ts';
import { type Column, lengthOf, readColumn } from './tableColumn.ts';
import { holdsStatuses } from './tableStatuses.ts';

/** The columns of a table by their content. */
export interface TableColumns {
  readonly code: number;
  /** The codes are numbers, which may look like statuses. */
  readonly numeric: boolean;
  /** Most of the codes look like codes: a reason phrase of HTTP may be one among them. */
  readonly named: boolean;
  readonly status: number | undefined;
  /** The column with the name that a number has: `FOLLOWER_READ_ONLY` beside 213. */
  readonly name: number | undefined;
  /** Columns that describe the code, best first. */
  readonly causes: readonly number[];
  readonly remedy: number | undefined;
  readonly retry: number | undefined;
}

/** The kind of a table: one of codes, one of HTTP statuses, which are no codes, or a different one. */
export type TableKind =
  | { readonly kind: 'codes'; readonly columns: TableColumns }
  | { readonly kind: 'statuses' }
  | { readonly kind: 'other'; readonly reason: (table: number) => string };

/** The page around a table. */
export interface TableContext {
  /** The subject of the words around the table. */
  readonly topic: Topic;
  readonly pageTopic: Topic;
  /** The tables of the page with the same header, this one among them. */
  readonly peers: readonly TableBlock[];
  /** The heading of the section; empty without a heading. */
  readonly title: string;
}

const sampleSize = 200;
const otherTables =
  /\b(countr(y|ies)|currenc(y|ies)|languages?|locales?|events?|plans?|scopes?|permissions?|regions?|endpoints?|env|environment|exit|requests? per|limit|date|platform|browser|quota|default|required|payload)\b/;

/** Determines the kind of a table from its header, its cells and the text of the page around it. */
export function classifyTable(table: TableBlock, { topic, pageTopic, peers, title }: TableContext): TableKind {
  const columns = columnsOf(table);
  const status = bestOf(
    columns.filter((column) => holdsStatuses(column, columns, { peers, title })),
    (column) => (column.role === 'status' ? 1 : 0) + column.statuses,
  );
  const hasFailures = status !== undefined && status.texts.some((text) => failuresOf(readStatuses(text)).length > 0);
  const others = columns.filter((column) => column !== status);
  const candidates = others.filter((column) => canHoldCodes(column) || isUntitled(column, columns));
  const best = bestOf(candidates, (column) => scoreOf(column, candidates));
  const number = best && numberBeside(best, candidates, others);
  const own = others.find((column) => holdsOwnNumbers(column, status));
  const code = own ?? number ?? (best && (valueOf(best, columns) ?? best));
  const titled = number && number.strength < 2 ? best : code;
  const hasCodes = code !== undefined && code.strength >= 2 && code.cells.some(({ words }) => words.length > 0);
  if (code && code.families > 0.6 && !hasCodes) return other((at) => l10n.t('Table {0} lists families of codes, not codes.', at));
  if (!code || !titled) {
    const saysSo = status && (status.role === 'status' || hasFailures || codeHeaderStrength(status.header) >= 1);
    if (saysSo && status.statuses >= 0.6) return { kind: 'statuses' };
    return other((at) => l10n.t('Table {0} has no code column.', at));
  }
  if (
    !(own && hasFailures && topic !== 'apart') &&
    !isAboutErrors(titled, columns, topic, hasFailures) &&
    !(topic === 'other' && pageTopic === 'errors' && isPlainly(titled, columns))
  )
    return other((at) => l10n.t('Table {0} is not about error codes.', at));
  return { kind: 'codes', columns: columnsAround(code, status, columns) };
}

function other(reason: (table: number) => string): TableKind {
  return { kind: 'other', reason };
}

/**
 * A table with its header: one whose first row is its header although nothing marks it as one, as people write HTML, and one
 * whose header has an empty cell too many. Without a header, cells with a code and its text are rows of their own.
 */
export function withHeader(table: TableBlock): TableBlock {
  if (table.header.some((cell) => plainTextOf(cell) !== '')) return withoutEmptyHeader(table);
  const [first, ...rows] = table.rows;
  if (!first || rows.length === 0) return table;
  const texts = first.map(plainTextOf);
  const named = texts.filter((text) => text.length < 40 && roleOf(text) !== undefined).length;
  const isHeader = named >= 2 && named * 2 >= texts.length && !texts.some((text) => isStatusText(text) || isUnmistakable(text));
  return isHeader ? { ...table, header: first, rows } : (tableOfCells(table) ?? table);
}

function withoutEmptyHeader(table: TableBlock): TableBlock {
  const { header, rows } = table;
  const empty = header.findIndex((cell) => plainTextOf(cell) === '');
  const isTooMany = empty !== -1 && rows.length > 0 && rows.every((row) => row.length === header.length - 1);
  return isTooMany ? { ...table, header: header.filter((_, index) => index !== empty) } : table;
}

function columnsOf({ header, rows }: TableBlock): Column[] {
  const sample = rows.slice(0, sampleSize);
  const width = Math.min(50, Math.max(header.length, ...sample.map((row) => row.length)));
  return Array.from({ length: width }, (_, index) => readColumn(index, header[index] ?? [], sample));
}

function canHoldCodes(column: Column): boolean {
  if (column.families > 0.6) return true;
  if (column.filled === 0 || column.role === 'other' || column.role === 'field') return false;
  if (column.role === 'retry' || column.role === 'remedy' || column.texts.every((text) => isSchemaType(text))) return false;
  if (column.reasons > 0.6 && column.strong === 0 && !column.texts.some((text) => /^[A-Z]{4,}$/.test(text))) return false;
  const numbers = column.numbers + column.statuses;
  // Under `Error code`, every word without white space is one.
  if (column.strength >= 3 && column.tokens >= 0.5 && column.distinct >= 0.5) return true;
  if (column.strength >= 2 && column.tokens >= 0.9 && column.distinct >= 0.9 && column.statuses < 0.5) return true;
  const plain = column.quoted > 0.5 || column.strength >= 2 || column.strong >= 0.5 ? column.plain : 0;
  const codes = column.strong + plain + (numbers > 0.3 && column.strength >= 1 ? numbers : column.numbers * 0.5);
  if (column.strength < 1 && column.header !== '' && column.alone < 0.5) return false;
  if (column.strength === -1)
    return column.strong + plain >= 0.8 && column.unmistakable + column.quoted >= 0.6 && column.alone >= 0.8;
  return codes >= (column.strength >= 2 ? 0.4 : 0.6);
}

/** Whether a column is the first of a table without a header, and one of numbers that texts follow: `1001,Too late`. */
function isUntitled({ index, numbers, filled, distinct, texts }: Column, columns: readonly Column[]): boolean {
  if (index !== 0 || filled < 3 || numbers < 0.8 || distinct < 0.9 || columns.some(({ header }) => header !== '')) return false;
  const long = texts.filter((text) => /^-?\d{3,}$/.test(text));
  return long.length >= texts.length * 0.8 && columns.some((column) => column.index > 0 && lengthOf(column) >= 8);
}

/**
 * Rates a column as the code column: by its header and by cells that look like codes; a string wins over a number. One that
 * repeats its words beside one that does not is a class of codes.
 */
function scoreOf(column: Column, candidates: readonly Column[]): number {
  const cells = column.strong * 4 + column.plain * 2 + column.numbers + column.quoted;
  const isClass =
    (column.filled > 3 && column.distinct < 0.6 && candidates.some(({ distinct, filled }) => distinct >= 0.9 && filled > 3)) ||
    (/\bclass(es)?$/.test(normaliseHeader(column.header)) &&
      candidates.some(({ header, strength }) => strength >= 2 && /\bcodes?$/.test(normaliseHeader(header))));
  return column.strength * 1.5 + cells - column.index * 0.1 - (isClass ? 6 : 0);
}

function isAboutErrors(code: Column, columns: readonly Column[], topic: Topic, hasFailures: boolean): boolean {
  if (holdsFieldNames(code)) return false;
  const isSurely = topic === 'errors' && hasFailures && code.strong >= 0.9 && code.unmistakable >= 0.5;
  if (topic === 'apart' || (namesOtherThing(code.header) && !isSurely)) return false;
  const others = columns.filter((column) => column !== code);
  if (code.strength < 2 && others.some(({ texts }) => texts.length > 0 && texts.filter(isSchemaType).length * 2 > texts.length))
    return false;
  const numbers = code.numbers + code.statuses;
  if (code.strength >= 2.5 && topic !== 'other') return true;
  if (code.strength >= 2.5) return hasFailures || code.strong + numbers >= 0.6;
  if (others.some(({ header }) => otherTables.test(normaliseHeader(header)) && !/\bexit\b/.test(normaliseHeader(header)))) {
    if (!hasFailures) return false;
  }
  if (code.strength < 2 && columns.some(({ role, index }) => role === 'field' && index < code.index)) return false;
  if (hasFailures && (code.strength >= 1 || code.unmistakable >= 0.5)) return true;
  if (topic === 'other') return false;
  if (topic === 'errors') {
    if (code.strength >= 1) return code.strong + numbers + code.quoted + (code.strength > 1 ? 1 : 0) >= 0.5;
    // Under a header that says something else, only words that look like nothing else are codes.
    if (code.strength > 0) return code.strong + code.plain >= 0.6;
    if (isUntitled(code, columns)) return true;
    const isDescribed = others.some(
      ({ role }) => role === 'cause' || role === 'message' || role === 'remedy' || role === 'status',
    );
    return code.strong >= 0.6 && (code.header === '' || code.unmistakable + (isDescribed ? code.quoted : 0) >= 0.5);
  }
  if (mentionsTerm(normaliseHeader(code.header), 'responseCode')) return code.strong + numbers >= 0.6;
  // `Codes` over `Code` and `Description`: what the descriptions say tells.
  const saysFailures = others.some(
    ({ role, texts }) =>
      (role === 'cause' || role === 'message') && texts.length >= 3 && texts.filter(meansFailure).length * 4 >= texts.length * 3,
  );
  if (saysFailures && code.strength >= 2 && code.strong + numbers >= 0.8 && code.distinct >= 0.8) return true;
  return (
    code.strength >= 2 &&
    code.strong >= 0.6 &&
    others.some(({ role, header }) => role === 'remedy' || (role === 'cause' && causeRank(header) === 0))
  );
}

/** Whether only codes are possible in the column, under any heading: `Code` over `WEBHOOK_URL_REQUIRED`. */
function isPlainly(code: Column, columns: readonly Column[]): boolean {
  const isDescribed = columns.some(
    (column) => column !== code && (column.role === 'cause' || column.role === 'message' || column.role === 'remedy'),
  );
  const isTyped = columns.some(({ texts, role }) => role === 'field' || (texts.length > 0 && texts.every(isSchemaType)));
  const codes = code.strong + code.numbers + code.statuses;
  return code.strength >= 2 && codes >= 0.6 && isDescribed && !isTyped && !holdsFieldNames(code);
}

/** Whether at least half of a column's words are usually members of an error's body. */
function holdsFieldNames({ cells }: Column): boolean {
  const words = cells.flatMap((cell) => cell.words.map(({ word }) => word));
  return words.length > 0 && words.filter(isFieldName).length * 2 >= words.length;
}

function columnsAround(code: Column, status: Column | undefined, columns: readonly Column[]): TableColumns {
  const isNumeric = code.numbers + code.statuses >= 0.3;
  const name = isNumeric ? columns.find((column) => column !== code && column !== status && holdsNames(column)) : undefined;
  const rest = columns.filter((column) => column !== code && column !== status && column !== name);
  const isProse = (column: Column): boolean => column.filled > 0 && column.statuses < 0.5;
  const withRole = (role: Role | undefined) => rest.filter((column) => column.role === role && isProse(column));
  const described = withRole('cause').sort((a, b) => causeRank(a.header) - causeRank(b.header));
  const causes = [
    ...described.filter(({ header }) => causeRank(header) < 6),
    ...withRole('message'),
    ...described.filter(({ header }) => causeRank(header) >= 6),
    ...withRole(undefined).sort((a, b) => lengthOf(b) - lengthOf(a)),
    ...withRole('code').filter((column) => column.strong + column.numbers < 0.3),
  ];
  return {
    code: code.index,
    numeric: isNumeric,
    named: code.strong >= 0.5,
    status: status?.index ?? rest.find((column) => column.role === 'status')?.index,
    name: name?.index,
    causes: causes.map(({ index }) => index),
    remedy: rest.find((column) => column.role === 'remedy')?.index,
    retry: rest.find((column) => column.role === 'retry')?.index,
  };
}

/** Names for programs, one for each number. */
function holdsNames({ strong, plain, tokens, distinct, filled, role }: Column): boolean {
  if (filled === 0 || role === 'other' || role === 'field' || role === 'cause' || role === 'remedy') return false;
  return strong >= 0.3 && strong + plain >= 0.6 && tokens >= 0.6 && distinct >= 0.8;
}

function bestOf(columns: readonly Column[], score: (column: Column) => number): Column | undefined {
  return columns.reduce<Column | undefined>((best, column) => (best && score(best) >= score(column) ? best : column), undefined);
}
