import type { Block } from '../pageBlocks.ts';
import type { RichText, Run } from '../richText.ts';

/** Takes the tags of one table. A cell that spans rows or columns appears in each of them. */
export interface TableBuilder {
  open(name: string, attribute: (name: string) => string | undefined, line: number): void;
  /** A table in a cell: its text is the cell's. */
  openNested(): void;
  /** Whether the tag was the table's own and it goes on. */
  close(name: string): boolean;
  /** The runs of the open cell; undefined between cells. */
  cell(): Run[] | undefined;
  finish(): Block[];
}

interface Span {
  readonly text: RichText;
  rows: number;
}

const columnLimit = 50;
const rowSpanLimit = 1000;

/** Begins a table at a line, from 0. */
export function createTableBuilder(line: number): TableBuilder {
  const rows: { readonly cells: RichText[]; readonly heads: number }[] = [];
  let row: { cells: RichText[]; heads: number } | undefined;
  let cell: Run[] | undefined;
  let nested = 0;
  let spans: (Span | undefined)[] = [];
  let next: (Span | undefined)[] = [];

  /** Puts cells that reach down from rows above before the next cell. */
  function fillDown(cells: RichText[]): void {
    for (let span = spans[cells.length]; span !== undefined && cells.length < columnLimit; span = spans[cells.length]) {
      spans[cells.length] = undefined;
      if (span.rows > 1) next[cells.length] = { text: span.text, rows: span.rows - 1 };
      cells.push(span.text);
    }
  }

  function endRow(): void {
    cell = undefined;
    if (!row) return;
    fillDown(row.cells);
    rows.push(row);
    row = undefined;
    spans = next;
    next = [];
  }

  return {
    open(name, attribute) {
      if (nested > 0) return;
      if (name === 'tr') {
        endRow();
        row = { cells: [], heads: 0 };
      } else if (name === 'td' || name === 'th') {
        row ??= { cells: [], heads: 0 };
        fillDown(row.cells);
        cell = [];
        if (name === 'th') row.heads++;
        const columns = Math.min(Math.max(1, Number.parseInt(attribute('colspan') ?? '1', 10) || 1), columnLimit);
        const down = Math.min(Math.max(1, Number.parseInt(attribute('rowspan') ?? '1', 10) || 1), rowSpanLimit);
        for (let column = 0; column < columns && row.cells.length < columnLimit; column++) {
          if (down > 1) next[row.cells.length] = { text: cell, rows: down - 1 };
          row.cells.push(cell);
        }
      } else cell = undefined;
    },
    openNested() {
      nested++;
    },
    close(name) {
      if (nested > 0) {
        if (name === 'table') nested--;
        return true;
      }
      if (name === 'table') return false;
      if (name === 'td' || name === 'th') cell = undefined;
      else if (name === 'tr') endRow();
      return true;
    },
    cell: () => cell,
    finish() {
      endRow();
      const [first] = rows;
      const hasHeader = first !== undefined && first.heads > 0 && first.heads * 2 >= first.cells.length;
      const body = (hasHeader ? rows.slice(1) : rows).map(({ cells }) => cells);
      return rows.length === 0 ? [] : [{ kind: 'table', header: hasHeader ? first.cells : [], rows: body, line }];
    },
  };
}
