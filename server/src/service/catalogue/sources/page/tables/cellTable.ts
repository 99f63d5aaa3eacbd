import { isUnmistakable } from '../codeShape.ts';
import type { TableBlock } from '../pageBlocks.ts';
import { dropCharacters, joinRuns, plainTextOf, type RichText, sliceRun } from '../richText.ts';

const mostCells = 20_000;
const head = /^\s{0,9}([^\s:–—]{2,100})(?:\s{0,3}[:–—-]{1,2}\s{1,9}|\s{1,9})(?=\S)/;

/**
 * A table whose cells each hold a code and its text, in as many columns as fit the page, with one row for each; undefined for
 * other tables.
 */
export function tableOfCells(table: TableBlock): TableBlock | undefined {
  const cells = table.rows.flat().filter((cell) => plainTextOf(cell) !== '');
  if (cells.length < 4 || cells.length > mostCells) return undefined;
  const rows = cells.map((cell) => cutCell(cell));
  const coded = rows.filter((row) => row.length === 2);
  const differ = new Set(coded.map(([code]) => joinRuns(code ?? [])));
  return coded.length >= cells.length * 0.9 && differ.size >= coded.length * 0.9 ? { ...table, header: [], rows } : undefined;
}

/** A cell as a code and the text behind it, or as it is. @param sign between both, where not any will do */
export function cutCell(cell: RichText, sign?: RegExp): readonly RichText[] {
  const [first] = cell;
  const match = head.exec(joinRuns(cell).slice(0, 300));
  const code = match?.[1];
  if (!first || !match || code === undefined || !isUnmistakable(code) || sign?.test(match[0]) === false) return [cell];
  const at = match[0].indexOf(code);
  if (at + code.length > first.text.length) return [cell];
  return [[sliceRun(first, at, at + code.length)], dropCharacters(cell, match[0].length)];
}
