import { cutLine, isBlank, type PageLine } from '../linedText.ts';

/** A table as lines for each cell. */
export interface RestTable {
  readonly header: readonly (readonly PageLine[])[];
  readonly rows: readonly (readonly (readonly PageLine[])[])[];
  /** How many lines it takes. */
  readonly length: number;
}

const columnLimit = 50;

/** Reads a table that is drawn with `+---+`; undefined where none begins. */
export function readGridTable(lines: readonly PageLine[], start: number): RestTable | undefined {
  if (!isBorder(lines[start]?.text ?? '')) return undefined;
  let end = start;
  while (end < lines.length && /^\s*[+|]/.test(lines[end]?.text ?? '')) end++;
  const own = lines.slice(start, end);
  const edges = new Set<number>();
  for (const { text } of own) {
    if (isBorder(text)) for (let index = 0; index < text.length; index++) if (text[index] === '+') edges.add(index);
  }
  const cuts = [...edges].sort((one, other) => one - other).slice(0, columnLimit + 1);
  if (own.length < 3 || cuts.length < 2) return undefined;
  const rows: (readonly PageLine[])[][] = [];
  let headerEnd = -1;
  let group: PageLine[] = [];
  for (const line of own) {
    const isFull = isBorder(line.text);
    if (!isFull && !/\+-{2,}\+/.test(line.text)) {
      group.push(line);
      continue;
    }
    if (group.length > 0) rows.push(cellsOf(group, cuts));
    group = [];
    if (isFull && line.text.includes('=') && headerEnd === -1) headerEnd = rows.length;
  }
  if (group.length > 0) rows.push(cellsOf(group, cuts));
  const head = headerEnd === 1 ? rows[0] : undefined;
  return { header: head ?? [], rows: head ? rows.slice(1) : rows, length: own.length };
}

function isBorder(text: string): boolean {
  return /^\s*\+(?:[-=]+\+)+\s*$/.test(text);
}

/** The cells of a row; one over several columns is in each of them. */
function cellsOf(lines: readonly PageLine[], cuts: readonly number[]): (readonly PageLine[])[] {
  const cells: (readonly PageLine[])[] = [];
  let open = 0;
  for (let column = 1; column < cuts.length; column++) {
    const cut = cuts[column] ?? 0;
    if (column < cuts.length - 1 && !lines.every(({ text }) => (text[cut] ?? '|') === '|')) continue;
    const cell = lines.map((line) => cutLine(line, (cuts[open] ?? 0) + 1, cut));
    for (; open < column; open++) cells.push(cell);
  }
  return cells;
}

/** Reads a table whose columns are underlined by `====  ====`; undefined where none begins. */
export function readSimpleTable(lines: readonly PageLine[], start: number): RestTable | undefined {
  const border = lines[start]?.text ?? '';
  if (!isRule(border)) return undefined;
  const columns = [...border.matchAll(/=+/g)]
    .slice(0, columnLimit)
    .map(({ index, 0: { length } }) => [index, index + length] as const);
  const rules: number[] = [start];
  let end = start + 1;
  for (; end < lines.length; end++) {
    if (!isRule(lines[end]?.text ?? '')) continue;
    rules.push(end);
    if (rules.length === 3 || isBlank(lines[end + 1])) break;
  }
  if (rules.length < 2 || end >= lines.length) return undefined;
  const last = rules.at(-1) ?? start;
  const [, middle = last] = rules;
  const read = (from: number, to: number) => rowsOf(lines.slice(from, to), columns);
  const hasHeader = rules.length === 3;
  return {
    header: hasHeader ? (read(start + 1, middle).at(-1) ?? []) : [],
    rows: hasHeader ? read(middle + 1, last) : read(start + 1, last),
    length: last - start + 1,
  };
}

function isRule(text: string): boolean {
  return /^\s*=+(?:\s+=+)+$/.test(text);
}

function rowsOf(lines: readonly PageLine[], columns: readonly (readonly [number, number])[]): (readonly PageLine[])[][] {
  const rows: PageLine[][][] = [];
  const [[first, firstEnd] = [0, 0]] = columns;
  for (const line of lines) {
    if (isBlank(line) || /^\s*-+(?:\s+-+)*$/.test(line.text)) continue;
    const cells = columns.map(([from], index) => cutLine(line, from, columns[index + 1]?.[0]));
    const continues = line.text.slice(first, firstEnd).trim() === '';
    const row = continues ? rows.at(-1) : undefined;
    if (row) for (const [index, cell] of cells.entries()) row[index]?.push(cell);
    else rows.push(cells.map((cell) => [cell]));
  }
  return rows;
}
