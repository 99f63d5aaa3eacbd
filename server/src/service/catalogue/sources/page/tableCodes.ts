import { type CodeWord, readCodeCell } from './codeCell.ts';
import { readRetry } from './headerWords.ts';
import type { TableBlock } from './pageBlocks.ts';
import { type PageCode, statusesOfHeadings } from './pageCode.ts';
import type { Section } from './pageOutline.ts';
import { locationIn, plainTextOf, type RichText } from './richText.ts';
import { failuresOf, isReason, readStatuses } from './statusText.ts';
import { isEmpty, type TableColumns } from './tableColumns.ts';
import type { StatusPattern } from '../../../types.ts';

/** The codes of a table, with the rest of its reading. */
export interface TableCodes {
  readonly codes: readonly PageCode[];
  /** Families of codes, such as `REQ_*`, with the statuses that their row names. */
  readonly families: readonly { readonly family: string; readonly statuses: readonly StatusPattern[] }[];
}

/** Reads the codes of a table whose columns are known. */
export function readTableCodes(table: TableBlock, columns: TableColumns, section: Section): TableCodes {
  const codes: PageCode[] = [];
  const families: { family: string; statuses: readonly StatusPattern[] }[] = [];
  const fromHeading = statusesOfHeadings(section);
  let fromRow: readonly StatusPattern[] = [];
  for (const row of table.rows) {
    const text = (index: number | undefined): string => {
      const value = index === undefined ? '' : plainTextOf(row[index] ?? []);
      return isEmpty(value) ? '' : value;
    };
    const cell = row[columns.code] ?? [];
    if (isTitleRow(row)) {
      fromRow = failuresOf(readStatuses(plainTextOf(cell)));
      continue;
    }
    const read = readCodeCell(cell);
    const words = read.words.length > 0 || !columns.numeric ? read.words : numbersOf(cell);
    const own = readStatuses(text(columns.status));
    const beside = columns.numeric && words.every(({ word }) => read.statuses.includes(Number(word))) ? [] : read.statuses;
    const statuses = [own, beside, fromRow, fromHeading].find((found) => found.length > 0) ?? [];
    for (const family of read.families) families.push({ family, statuses: own.length > 0 ? own : beside });
    const cause = columns.causes.map(text).find((value) => value !== '') ?? '';
    const retry = readRetry(text(columns.retry));
    words.forEach((word, index) => {
      if (
        !columns.named &&
        isReason(word.word) &&
        !word.quoted &&
        word.strength === 'plain' &&
        /[a-z]/.test(word.word) &&
        /^[A-Z]/.test(word.word)
      )
        return;
      // As many statuses as codes: one for each, `missing_key / invalid_key (401/403)`.
      const paired = words.length > 1 && statuses.length === words.length ? statuses.slice(index, index + 1) : statuses;
      codes.push({ word, statuses: paired, cause, remedy: text(columns.remedy), ...(retry && { retry }), section, block: table });
    });
  }
  return { codes, families };
}

/** A row that only titles those below it: one cell over all columns, or the others empty. */
function isTitleRow(row: readonly RichText[]): boolean {
  if (row.length < 2) return false;
  const [first = '', ...others] = row.map(plainTextOf);
  if (!others.every((text) => text === '' || text === first)) return false;
  const isSpanning = others.every((text) => text === first);
  return readCodeCell(row[0] ?? []).words.every(
    ({ word, quoted, strength }) => !quoted && (isSpanning ? strength === 'plain' : /^[A-Z][a-z]+$/.test(word)),
  );
}

/** The numbers of a cell, those that could be HTTP statuses too. */
function numbersOf(cell: RichText): CodeWord[] {
  for (const run of cell) {
    const match = /^\s*(?:\w+\s)?(-?\d{1,15})\s*$/.exec(run.text.slice(0, 60));
    if (match?.[1] === undefined) continue;
    const location = locationIn(run, run.text.indexOf(match[1]));
    return [{ word: match[1], strength: 'number', quoted: run.code, location }];
  }
  return [];
}
