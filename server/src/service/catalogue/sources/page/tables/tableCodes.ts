import { readAnyCode } from '../anyCode.ts';
import { type CodeWord, readCodeCell } from './codeCell.ts';
import { canBeCode } from '../codeShape.ts';
import { meansSuccess, readRetry } from './headerWords.ts';
import type { LeftOut } from '../leftOut.ts';
import type { TableBlock } from '../pageBlocks.ts';
import { type PageCode, statusesOfHeadings } from '../pageCode.ts';
import type { Section } from '../pageOutline.ts';
import { readRetirement } from '../retirement.ts';
import { joinRuns, locationIn, plainTextOf, type RichText } from '../richText.ts';
import { failuresOf, isReason, isStatusNumber, readStatuses } from '../statusText.ts';
import { isEmpty } from './tableColumn.ts';
import type { TableColumns } from './tableColumns.ts';
import { startsWithReason } from './tableStatuses.ts';
import type { FamilyStatuses } from './wildcardStatuses.ts';
import type { StatusPattern } from '../../../../types.ts';

/** The codes of a table, with the rest of its reading. */
export interface TableCodes {
  readonly codes: readonly PageCode[];
  /** Families of codes, such as `REQ_*`, with the statuses that their row names. */
  readonly families: readonly FamilyStatuses[];
  /** The rows that gave no code, but those that title others or are empty. */
  readonly left: readonly LeftOut[];
}

interface RowCodes {
  readonly words: readonly CodeWord[];
  readonly families: readonly string[];
  readonly statuses: readonly StatusPattern[];
  /** Text in the code's own cell that names or describes it. */
  readonly beside: string;
}

/** Reads the codes of a table whose columns are known. @param above the statuses that a line above it names */
export function readTableCodes(
  table: TableBlock,
  columns: TableColumns,
  section: Section,
  above: readonly StatusPattern[],
): TableCodes {
  const codes: PageCode[] = [];
  const families: FamilyStatuses[] = [];
  const left: LeftOut[] = [];
  const fromHeading = above.length > 0 ? above : statusesOfHeadings(section);
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
    const read = readRow(cell, columns);
    const own = readStatuses(text(columns.status));
    for (const family of read.families) families.push({ family, statuses: own.length > 0 ? own : read.statuses });
    const leave = (reason: LeftOut['reason']): void =>
      void left.push({ line: lineOf(row, table), reason, text: plainTextOf(cell) });
    const words = read.words.filter((word) => !isReasonAmongCodes(word, columns));
    if (words.length === 0) {
      if (row.some((each) => !isEmpty(plainTextOf(each)))) leave(read.families.length > 0 ? 'family' : 'noCode');
      continue;
    }
    const said = columns.causes.map(text).find((value) => value !== '') ?? '';
    const name = readName(text(columns.name), read.beside, words);
    const cause = said || (name === undefined ? read.beside : '');
    const isFine = own.length > 0 && own.every((status) => typeof status === 'number' && status < 300);
    const isZero = isFine && said === '' && words.every(({ word }) => /^0+$/.test(word));
    if (isZero || titlesSuccess(section) || isSuccess(words, [said, read.beside, name ?? ''])) {
      leave('success');
      continue;
    }
    if (words.every(({ word }) => isStatusNumber(word)) && startsWithReason(said)) {
      leave('status');
      continue;
    }
    const isRanged = columns.numeric && words.some(({ word }) => isInRange(word, section));
    const around = isRanged ? [] : [fromRow, fromHeading];
    const statuses = [own, read.statuses, ...around].find((found) => found.length > 0) ?? [];
    const retry = readRetry(text(columns.retry));
    const isOld = former.test(plainTextOf(table.header[columns.code] ?? [])) && canBeCode(said);
    const retirement = isOld ? { retired: true, successors: [said] } : readRetirement(joinRuns(cell), said);
    words.forEach((word, index) => {
      // As many statuses as codes: one for each, `missing_key / invalid_key (401/403)`.
      const paired = words.length > 1 && statuses.length === words.length ? statuses.slice(index, index + 1) : statuses;
      codes.push({
        word,
        statuses: paired,
        cause: isOld ? '' : cause,
        remedy: text(columns.remedy),
        ...(name !== undefined && { name }),
        ...(retry && { retry }),
        ...(retirement.retired && { retirement }),
        section,
        block: table,
      });
    });
  }
  return { codes, families, left };
}

/** The header of codes that others replace. */
const former = /\b(?:old|legacy|previous|former|deprecated|retired)\b/i;

/** `20000 - 49999`: the codes of a kind, and not one. */
const range = /^-?\d{1,9}\s{0,3}(?:[-–—~]|to|\.{2,3})\s{0,3}-?\d{1,9}$/;

function readRow(cell: RichText, columns: TableColumns): RowCodes {
  const text = plainTextOf(cell);
  if (range.test(text)) return { words: [], families: [text], statuses: [], beside: '' };
  const read = readCodeCell(cell);
  const any = readAnyCode(cell, read);
  const isNumber = any?.word.strength === 'number';
  if (columns.numeric && any && isNumber) return { words: [any.word], families: [], statuses: [], beside: any.beside };
  if (read.words.length > 0) return { ...read, beside: '' };
  if (any && read.families.length === 0 && (!isNumber || columns.numeric || !isStatusNumber(any.word.word))) {
    return { words: [any.word], families: [], statuses: isNumber ? [] : read.statuses, beside: any.beside };
  }
  return { ...read, beside: '' };
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

/** A reason phrase of HTTP in a column of other words is a title, unless it is written like the codes around it. */
function isReasonAmongCodes({ word, quoted, strength }: CodeWord, { named }: TableColumns): boolean {
  return !named && !quoted && strength === 'plain' && isReason(word) && /[a-z]/.test(word) && /^[A-Z]/.test(word);
}

/** The name of a number: what the column of names says, or a word for programs right behind it. */
function readName(named: string, beside: string, words: readonly CodeWord[]): string | undefined {
  if (words.length !== 1 || words[0]?.strength !== 'number') return undefined;
  const name = named || beside;
  return canBeCode(name) && !/^\d+$/.test(name) ? name : undefined;
}

/** Whether what a title says is the range of the codes below it, and no status: `Sharding errors (220-224)`. */
function isInRange(word: string, section: Section): boolean {
  for (let at: Section | undefined = section; at; at = at.parent) {
    const match = /(?<!\d)(\d{2,6})\s{0,2}(?:[-\u2013\u2014~]{1,3}|to|bis|\.{2,3})\s{0,2}(\d{2,6})(?!\d)/i.exec(
      at.title.slice(0, 200),
    );
    if (match && Number(word) >= Number(match[1]) && Number(word) <= Number(match[2])) return true;
  }
  return false;
}

/** Whether a section has codes of success only. */
function titlesSuccess({ title }: Section): boolean {
  return /^success(?:ful)?(?: (?:response|result|return|status|transaction)s?)? codes?$/i.test(title.trim());
}

/** A number, or a word such as `OK` or `tasks_done`, that is described as success. */
function isSuccess(words: readonly CodeWord[], said: readonly string[]): boolean {
  const isNumber = words.every(({ word }) => /^0+$|^[A-Z]?\d{1,6}$/.test(word));
  const isDone = words.every(({ word }) => /(?:^|[a-z][_-])(?:ok|success|succeeded|done|completed?)$/i.test(word));
  return (isNumber || isDone) && said.some((text) => meansSuccess(text));
}

function lineOf(row: readonly RichText[], table: TableBlock): number {
  const run = row.flat().find((each) => each.text.trim() !== '');
  return run ? locationIn(run, 0).line : table.line;
}
