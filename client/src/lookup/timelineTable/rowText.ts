import type { TableRow } from './messages.ts';

/** Whether a row contains every word of a filter, in any of its texts and in any case. An empty filter fits all. */
export function fitsFilter(row: TableRow, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/);
  const text = textOf(row).toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Rows as lines for the clipboard, columns apart by tabs: a spreadsheet takes them. */
export function renderRows(rows: readonly TableRow[]): string {
  return rows.map((row) => `${textOf(row)}\n`).join('');
}

/** Without its own texts about the time and the code: those are not the log's. */
function textOf({ time, gap, place, level, status, code, message }: TableRow): string {
  return [time, gap, place, level, status, code, message].map((text) => text.replace(/\s+/g, ' ')).join('\t');
}
