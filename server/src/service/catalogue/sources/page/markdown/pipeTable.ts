import type { ParagraphBlock, TableBlock } from '../pageBlocks.ts';
import { linesOf, plainTextOf, type RichText, type Run, sliceRun } from '../richText.ts';

/**
 * The table of a paragraph whose lines are rows, as wikis write them and as Markdown has them without a line under the header:
 * `^ Code ^ Meaning ^` or `| 10 | Read only |`. Undefined for other paragraphs.
 */
export function tableOfParagraph({ text, line }: ParagraphBlock): TableBlock | undefined {
  const [header, ...rows] = rowsOf(text);
  if (rows.length < 2) return undefined;
  const width = header?.length ?? 0;
  const isEven = rows.filter((row) => row.length === width).length * 4 >= rows.length * 3;
  return header && width > 1 && isEven ? { kind: 'table', header, rows, line } : undefined;
}

/**
 * The rows of a table that a blank line or a remark has cut off from it, as a table with the same header. Undefined for other
 * paragraphs.
 */
export function restOfTable({ text, line }: ParagraphBlock, { header }: TableBlock): TableBlock | undefined {
  const rows = rowsOf(text);
  const fits = rows.length > 0 && header.length > 1 && rows.every((row) => row.length === header.length);
  return fits ? { kind: 'table', header, rows, line } : undefined;
}

/** The cells of each line of a paragraph; none where a line is no row. */
function rowsOf(text: RichText): RichText[][] {
  const lines = linesOf(text);
  const areRows = lines.every((row) => /^\s{0,9}(?:\|.*\||\^.*\^)\s{0,9}$/.test(plainTextOf(row)));
  return areRows ? lines.map(cellsOf) : [];
}

/** The cells between the signs of a row, which are no signs inside of code. */
function cellsOf(row: RichText): RichText[] {
  const sign = plainTextOf(row).startsWith('^') ? '^' : '|';
  const cells: Run[][] = [[]];
  for (const run of row) {
    let from = 0;
    for (let at = run.code ? -1 : run.text.indexOf(sign); at !== -1; at = run.text.indexOf(sign, from)) {
      if (at > from) cells.at(-1)?.push(sliceRun(run, from, at));
      cells.push([]);
      from = at + 1;
    }
    if (from < run.text.length) cells.at(-1)?.push(from === 0 ? run : sliceRun(run, from));
  }
  // Before the first sign and behind the last one there is nothing.
  return cells.slice(1, -1);
}
