import * as l10n from '@vscode/l10n';
import { type CodeCell, readCodeCell } from './codeCell.ts';
import { isFieldName, isUnmistakable } from './codeShape.ts';
import { causeRank, codeHeaderStrength, isSchemaType, normaliseHeader, type Role, roleOf } from './headerWords.ts';
import type { TableBlock } from './pageBlocks.ts';
import type { Topic } from './pageOutline.ts';
import { plainTextOf, type RichText } from './richText.ts';
import { failuresOf, isReason, isStatusText, readStatuses } from './statusText.ts';

/** The columns of a table by their content. */
export interface TableColumns {
  readonly code: number;
  /** The codes are numbers, which may look like statuses. */
  readonly numeric: boolean;
  /** Most of the codes look like codes: a reason phrase of HTTP may be one among them. */
  readonly named: boolean;
  readonly status: number | undefined;
  /** Columns that describe the code, best first. */
  readonly causes: readonly number[];
  readonly remedy: number | undefined;
  readonly retry: number | undefined;
}

/**
 * The kind of a table: one of codes, one of HTTP statuses (with how to read them as codes if they must be), or a different one.
 */
export type TableKind =
  | { readonly kind: 'codes'; readonly columns: TableColumns }
  | { readonly kind: 'statuses'; readonly asCodes: TableColumns | undefined }
  | { readonly kind: 'other'; readonly reason: (table: number) => string };

interface Column {
  readonly index: number;
  readonly role: Role | undefined;
  readonly header: string;
  /** How surely the header is that of codes; -1 when it is the header of something else. */
  readonly strength: number;
  readonly filled: number;
  readonly strong: number;
  readonly plain: number;
  readonly quoted: number;
  readonly numbers: number;
  readonly statuses: number;
  readonly reasons: number;
  readonly families: number;
  readonly unmistakable: number;
  readonly cells: readonly CodeCell[];
  readonly texts: readonly string[];
}

const sampleSize = 200;
const otherTables =
  /\b(countr(y|ies)|currenc(y|ies)|languages?|locales?|events?|plans?|scopes?|permissions?|regions?|endpoints?|env|environment|exit|requests? per|limit|date|platform|browser|quota|default|required|payload)\b/;

/** Determines the kind of a table from its header, its cells and the text of the page around it. */
export function classifyTable(table: TableBlock, topic: Topic, pageTopic: Topic): TableKind {
  const columns = columnsOf(table);
  const status = bestOf(
    columns.filter(({ statuses }) => statuses >= 0.5),
    (column) => (column.role === 'status' ? 1 : 0) + column.statuses,
  );
  const hasFailures = status !== undefined && status.texts.some((text) => failuresOf(readStatuses(text)).length > 0);
  const candidates = columns.filter((column) => column !== status && canHoldCodes(column));
  const code = bestOf(candidates, scoreOf);
  if (code && code.families > 0.6) return other((number) => l10n.t('Table {0} lists families of codes, not codes.', number));
  if (!code) {
    const saysSo = status && (status.role === 'status' || hasFailures || codeHeaderStrength(status.header) >= 1);
    if (saysSo && status.statuses >= 0.6) return { kind: 'statuses', asCodes: statusesAsCodes(columns, status, topic) };
    return other((number) => l10n.t('Table {0} has no code column.', number));
  }
  if (
    !isAboutErrors(code, columns, topic, hasFailures) &&
    !(topic === 'other' && pageTopic === 'errors' && isPlainly(code, columns))
  )
    return other((number) => l10n.t('Table {0} is not about error codes.', number));
  return { kind: 'codes', columns: columnsAround(code, status, columns) };
}

function other(reason: (table: number) => string): TableKind {
  return { kind: 'other', reason };
}

/** A table whose first row is its header although nothing marks it as one, as people write HTML. */
export function withHeader(table: TableBlock): TableBlock {
  if (table.header.some((cell) => plainTextOf(cell) !== '')) return table;
  const [first, ...rows] = table.rows;
  if (!first || rows.length === 0) return table;
  const texts = first.map(plainTextOf);
  const named = texts.filter((text) => text.length < 40 && roleOf(text) !== undefined).length;
  const isHeader = named >= 2 && named * 2 >= texts.length && !texts.some((text) => isStatusText(text) || isUnmistakable(text));
  return isHeader ? { ...table, header: first, rows } : table;
}

function columnsOf({ header, rows }: TableBlock): Column[] {
  const sample = rows.slice(0, sampleSize);
  const width = Math.min(50, Math.max(header.length, ...sample.map((row) => row.length)));
  return Array.from({ length: width }, (_, index) => readColumn(index, header[index] ?? [], sample));
}

function readColumn(index: number, header: RichText, rows: readonly (readonly RichText[])[]): Column {
  const name = plainTextOf(header);
  const filledCells = rows.flatMap((row) => (row[index] && !isEmpty(plainTextOf(row[index])) ? [row[index]] : []));
  const texts = filledCells.map((cell) => plainTextOf(cell));
  const cells = filledCells.map((cell, at) => readCodeCell((texts[at]?.length ?? 0) > 600 ? [] : cell));
  const part = (matches: (cell: CodeCell, text: string) => boolean): number =>
    cells.filter((cell, at) => matches(cell, texts[at] ?? '')).length / Math.max(1, cells.length);
  const first = (cell: CodeCell) => cell.words[0];
  const role = roleOf(name);
  return {
    index,
    role,
    header: name,
    strength: role === 'code' ? codeHeaderStrength(name) : role === undefined ? 0 : -1,
    filled: cells.length,
    strong: part((cell) => first(cell)?.strength === 'strong'),
    plain: part((cell) => first(cell)?.strength === 'plain'),
    quoted: part((cell) => first(cell)?.quoted === true),
    numbers: part((cell) => first(cell)?.strength === 'number'),
    statuses: part((cell, text) => isStatusText(text) && cell.words.length === 0),
    reasons: part((_, text) => isReason(text) && /\s|^[A-Z][a-z]|^OK$/.test(text)),
    families: part((cell) => cell.families.length > 0 && cell.words.length === 0),
    unmistakable: part((cell) => cell.words.some(({ word }) => isUnmistakable(word))),
    cells,
    texts,
  };
}

function canHoldCodes(column: Column): boolean {
  if (column.families > 0.6) return true;
  if (column.filled === 0 || column.role === 'other' || column.role === 'field') return false;
  if (column.role === 'retry' || column.role === 'remedy' || column.texts.every((text) => isSchemaType(text))) return false;
  if (column.reasons > 0.6 && column.strong === 0 && !column.texts.some((text) => /^[A-Z]{4,}$/.test(text))) return false;
  const plain = column.quoted > 0.5 || column.strength >= 2 || column.strong >= 0.5 ? column.plain : 0;
  const codes =
    column.strong +
    plain +
    (column.numbers > 0.3 && column.strength >= 1 ? column.numbers + column.statuses : column.numbers * 0.5);
  if (column.strength === -1) return column.strong + plain >= 0.8 && column.unmistakable + column.quoted >= 0.6;
  return codes >= (column.strength >= 2 ? 0.4 : 0.6);
}

/** Rates a column as the code column: by its header and by cells that look like codes; a string wins over a number. */
function scoreOf(column: Column): number {
  const cells = column.strong * 4 + column.plain * 2 + column.numbers + column.quoted;
  return column.strength * 1.5 + cells - column.index * 0.1;
}

function isAboutErrors(code: Column, columns: readonly Column[], topic: Topic, hasFailures: boolean): boolean {
  const words = code.cells.flatMap(({ words }) => words.map(({ word }) => word));
  if (words.length > 0 && words.filter(isFieldName).length * 2 >= words.length) return false;
  const others = columns.filter((column) => column !== code);
  if (code.strength < 2 && others.some(({ texts }) => texts.length > 0 && texts.filter(isSchemaType).length * 2 > texts.length))
    return false;
  if (code.strength >= 2.5 && topic !== 'other') return true;
  if (code.strength >= 2.5) return hasFailures || code.strong + code.numbers >= 0.6;
  if (others.some(({ header }) => otherTables.test(normaliseHeader(header)) && !/\bexit\b/.test(normaliseHeader(header)))) {
    if (!hasFailures) return false;
  }
  if (code.strength < 2 && columns.some(({ role, index }) => role === 'field' && index < code.index)) return false;
  if (hasFailures && (code.strength >= 1 || code.unmistakable >= 0.5)) return true;
  if (topic === 'other') return false;
  if (topic === 'errors')
    return code.strength >= 1
      ? code.strong + code.numbers + code.quoted + (code.strength > 1 ? 1 : 0) >= 0.5
      : code.strong >= 0.6;
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
  const words = code.cells.flatMap((cell) => cell.words.map(({ word }) => word));
  return (
    code.strength >= 2 && code.strong >= 0.6 && isDescribed && !isTyped && words.filter(isFieldName).length * 2 < words.length
  );
}

function columnsAround(code: Column, status: Column | undefined, columns: readonly Column[]): TableColumns {
  const rest = columns.filter((column) => column !== code && column !== status);
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
    numeric: code.numbers >= 0.3,
    named: code.strong >= 0.5,
    status: status?.index ?? rest.find((column) => column.role === 'status')?.index,
    causes: causes.map(({ index }) => index),
    remedy: rest.find((column) => column.role === 'remedy')?.index,
    retry: rest.find((column) => column.role === 'retry')?.index,
  };
}

/** `Bad Request`, `Bad Request - the body is no JSON`. */
function startsWithReason(text: string): boolean {
  return isReason(text.split(/\s[-–—]\s|[:.,;(–—]/)[0] ?? '');
}

/** Reads a table of statuses as one of codes: only under a header that mentions codes, and without reason phrases. */
function statusesAsCodes(columns: readonly Column[], status: Column, topic: Topic): TableColumns | undefined {
  const header = normaliseHeader(status.header);
  if (topic !== 'errors' || /http|status/.test(header) || codeHeaderStrength(status.header) < 2) return undefined;
  // A status that occurs twice, with different messages, is no code.
  if (new Set(status.texts).size < status.texts.length) return undefined;
  const others = columns.filter((column) => column !== status);
  if (
    status.texts.some((text) => !/^\d{3}$/.test(text)) ||
    others.some(({ texts }) => texts.filter(startsWithReason).length * 2 >= texts.length && texts.length > 0)
  )
    return undefined;
  return { ...columnsAround(status, undefined, columns), numeric: true, status: status.index };
}

function lengthOf({ texts }: Column): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
}

function bestOf(columns: readonly Column[], score: (column: Column) => number): Column | undefined {
  return columns.reduce<Column | undefined>((best, column) => (best && score(best) >= score(column) ? best : column), undefined);
}

/** Whether a cell has no content. */
export function isEmpty(text: string): boolean {
  return /^[-–—_*/.\s]*$|^n\/?a$/i.test(text);
}
