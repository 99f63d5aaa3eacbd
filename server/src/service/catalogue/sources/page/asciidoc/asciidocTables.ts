import { cutLine, isBlank, type PageLine } from '../linedText.ts';

/** A cell of a table, which may have blocks of its own. */
export interface AsciidocCell {
  readonly lines: readonly PageLine[];
  /** `a`: a document of its own; `m`, `l`: written as code; empty: text. */
  readonly style: string;
}

/** The cells of a table by row. */
export interface AsciidocTable {
  readonly header: readonly AsciidocCell[];
  readonly rows: readonly (readonly AsciidocCell[])[];
}

interface SpecifiedCell extends AsciidocCell {
  readonly lines: PageLine[];
  readonly across: number;
  readonly down: number;
}

const columnLimit = 50;
const cellLimit = 200_000;
/** A bar and what is said about its cell: `2+|`, `.3+^.>s|`. */
const bar = /(?:(?<=^|\s)(?:(\d{1,2})(\*)|(\d{1,2})?(?:\.(\d{1,3}))?\+)?(?:[<^>]?(?:\.[<^>])?)([aehlmsdv])?)?(?<!\\)\|/g;

/**
 * Reads the lines between `|===` and `|===`.
 *
 * @param attributes the text in brackets above the table: `cols="1,2a",options="header"`
 */
export function readAsciidocTable(lines: readonly PageLine[], attributes: string): AsciidocTable {
  const styles = columnsOf(attributes);
  const cells: SpecifiedCell[] = [];
  let firstRow = 0;
  for (const line of lines) {
    const before = cells.length;
    addCells(line, cells);
    if (firstRow === 0 && cells.length > before) firstRow = cells.slice(before).reduce((sum, { across }) => sum + across, 0);
  }
  const width = Math.min(columnLimit, styles.length || firstRow);
  if (width === 0) return { header: [], rows: [] };
  const rows = rowsOf(cells, width, styles);
  const isHeader =
    /%[\w%]*header|\boptions?\s*=\s*"?[^"]*\bheader\b|\bopts\s*=\s*"?[^"]*\bheader\b/.test(attributes) ||
    (isTitled(lines) && !/%[\w%]*noheader/.test(attributes));
  const [header = [], ...others] = rows;
  return isHeader ? { header, rows: others } : { header: [], rows };
}

/** The first row is a header where a blank line follows its only line, and none is before it. */
function isTitled([first, second, ...others]: readonly PageLine[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    !isBlank(first) &&
    isBlank(second) &&
    others.some((line) => !isBlank(line)) &&
    first.text.trimStart().startsWith('|')
  );
}

/** The styles of the columns: `cols="1,2a"`, `cols="3*"`, `[3*]`; empty when nothing says how many there are. */
function columnsOf(attributes: string): readonly string[] {
  const given = /\bcols\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})'|([^,\]\s]{1,100}))/.exec(attributes);
  const text = given?.[1] ?? given?.[2] ?? given?.[3];
  if (text === undefined) return [];
  return text
    .split(/[,;]/)
    .flatMap((part): readonly string[] => {
      const times = Number(/^\s*(\d{1,2})\*/.exec(part)?.[1] ?? 1);
      return Array<string>(Math.min(columnLimit, times)).fill(/([aehlmsdv])\s*$/.exec(part)?.[1] ?? '');
    })
    .slice(0, columnLimit);
}

function addCells(line: PageLine, cells: SpecifiedCell[]): void {
  let open: { from: number; spec: RegExpExecArray } | undefined;
  const close = (to: number): void => {
    const last = cells.at(-1);
    if (!open) {
      const rest = cutLine(line, 0, to);
      if (last && (!isBlank(rest) || to === line.text.length)) last.lines.push(rest);
      return;
    }
    const [, times, star, across, down, style = ''] = open.spec;
    const cell = { lines: [cutLine(line, open.from, to)], style, across: Number(across ?? 1), down: Number(down ?? 1) };
    const count = star === undefined ? 1 : Math.min(columnLimit, Number(times));
    for (let index = 0; index < count && cells.length < cellLimit; index++) cells.push({ ...cell, lines: [...cell.lines] });
  };
  for (const match of line.text.matchAll(bar)) {
    close(match.index);
    open = { from: match.index + match[0].length, spec: match };
  }
  close(line.text.length);
}

/** Puts cells into rows; one over several rows or columns is in each of them. */
function rowsOf(cells: readonly SpecifiedCell[], width: number, styles: readonly string[]): AsciidocCell[][] {
  const rows: AsciidocCell[][] = [];
  const above: { cell: AsciidocCell; left: number }[] = [];
  let row: AsciidocCell[] = [];
  const fill = (): void => {
    for (let open = above[row.length]; open && open.left > 0 && row.length < width; open = above[row.length]) {
      open.left--;
      row.push(open.cell);
    }
  };
  for (const { across, down, lines, style } of cells) {
    fill();
    for (let count = 0; count < Math.max(1, across) && row.length < width; count++) {
      const cell = { lines, style: style === '' ? (styles[row.length] ?? '') : style };
      above[row.length] = { cell, left: Math.max(0, down - 1) };
      row.push(cell);
    }
    fill();
    if (row.length < width) continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
