import type { ParagraphBlock, TableBlock } from '../pageBlocks.ts';
import { linesOf, plainTextOf, type RichText, type Run, sliceRun } from '../richText.ts';

/**
 * The table of a paragraph whose lines are rows, as wikis write them and as Markdown has them without a line under the header:
 * `^ Code ^ Meaning ^` or `| 10 | Read only |`. Undefined for other paragraphs.
 */
export function tableOfParagraph({ text, line }: ParagraphBlock): TableBlock | undefined {
  const lines = linesOf(text);
  if (lines.length < 3 || !lines.every((row) => /^\s{0,9}(?:\|.*\||\^.*\^)\s{0,9}$/.test(row.map((run) => run.text).join(''))))
    return undefined;
  const [header, ...rows] = lines.map(cellsOf);
  const width = header?.length ?? 0;
  const isEven = rows.filter((row) => row.length === width).length * 4 >= rows.length * 3;
  return header && width > 1 && isEven ? { kind: 'table', header, rows, line } : undefined;
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
