import { type CodeCell, readCodeCell } from './codeCell.ts';
import { canBeCode, isAddress, isUnmistakable } from '../codeShape.ts';
import { codeHeaderStrength, namesOtherThing, normaliseHeader, type Role, roleOf } from './headerWords.ts';
import { plainTextOf, type RichText } from '../richText.ts';
import { isReason, isRegistered, isStatusText, readStatuses } from '../statusText.ts';

/** A column of a table: its header, and what part of its cells is what. */
export interface Column {
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
  /** Statuses that HTTP has: 409, and not 213. */
  readonly registered: number;
  /** Words without white space. */
  readonly tokens: number;
  /** Cells that hold codes and little else. */
  readonly alone: number;
  /** How many of the cells differ. */
  readonly distinct: number;
  readonly cells: readonly CodeCell[];
  readonly texts: readonly string[];
}

/** Reads a column of some rows. */
export function readColumn(index: number, header: RichText, rows: readonly (readonly RichText[])[]): Column {
  const name = plainTextOf(header);
  const filledCells = rows.flatMap((row) => (row[index] && !isEmpty(plainTextOf(row[index])) ? [row[index]] : []));
  const texts = filledCells.map((cell) => plainTextOf(cell));
  const cells = filledCells.map((cell, at) => readCodeCell((texts[at]?.length ?? 0) > 600 ? [] : cell));
  const part = (matches: (cell: CodeCell, text: string) => boolean): number =>
    cells.filter((cell, at) => matches(cell, texts[at] ?? '')).length / Math.max(1, cells.length);
  const first = (cell: CodeCell) => cell.words[0];
  const role = roleOf(name);
  const isOfProblems = /\b(types?|ur[in]s?|problems?|codes?)\b/.test(normaliseHeader(name));
  const isProblem = (text: string): boolean => isOfProblems && isAddress(text);
  return {
    index,
    role,
    header: name,
    strength: strengthOfHeader(name, role),
    filled: cells.length,
    strong: part((cell, text) => first(cell)?.strength === 'strong' || isProblem(text)),
    plain: part((cell) => first(cell)?.strength === 'plain'),
    quoted: part((cell) => first(cell)?.quoted === true),
    numbers: part((cell) => first(cell)?.strength === 'number'),
    statuses: part((cell, text) => isStatusText(text) && cell.words.length === 0),
    reasons: part((_, text) => isReason(text) && /\s|^[A-Z][a-z]|^OK$/.test(text)),
    families: part((cell) => cell.families.length > 0 && cell.words.length === 0),
    unmistakable: part((cell, text) => cell.words.some(({ word }) => isUnmistakable(word)) || isProblem(text)),
    registered: part((_, text) => isStatusText(text) && readStatuses(text).every(isRegistered)),
    tokens: part((_, text) => canBeCode(text)),
    alone: part((cell, text) => cell.words.reduce((sum, { word }) => sum + word.length, 0) >= text.length * 0.6),
    distinct: new Set(texts).size / Math.max(1, texts.length),
    cells,
    texts,
  };
}

function strengthOfHeader(name: string, role: Role | undefined): number {
  if (namesOtherThing(name)) return -1;
  if (role === 'code') return codeHeaderStrength(name);
  return role === undefined ? 0 : -1;
}

/** How long the texts of a column are, in characters. */
export function lengthOf({ texts }: Column): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
}

/** Whether a cell has no content. */
export function isEmpty(text: string): boolean {
  return /^[-–—_*/.\s]*$|^n\/?a$/i.test(text);
}
