import { createColors } from 'picocolors';
import type { LogSummary } from '../../service/summary/logSummary.ts';
import { describeLimits, describeTables, describeTotals, type SummaryTable } from '../../service/summary/logSummaryText.ts';
import { cutColumns, padColumns, widthOf } from '../columns.ts';
import { printable } from '../printable.ts';

const widest = 60;

/** A summary of logs for people: facts, then tables in columns. */
export function renderPrettyLogs(summary: LogSummary, colours: boolean): string {
  const paint = createColors(colours);
  const totals = describeTotals(summary);
  const width = Math.max(...totals.map(([name]) => widthOf(name)));
  const lines = totals.map(([name, value]) => `${paint.dim(padColumns(name, width))}  ${value}`);
  for (const sentence of describeLimits(summary)) lines.push(paint.yellow(sentence));
  // The files that could not be read go to standard error.
  for (const table of describeTables(summary).filter(({ id }) => id !== 'skipped')) {
    lines.push('', paint.bold(table.title), ...renderRows(table, paint.dim));
  }
  return `${lines.join('\n')}\n`;
}

function renderRows({ columns, rows }: SummaryTable, dim: (text: string) => string): string[] {
  const texts = rows.map((row) => row.map(({ text, kind }) => cutColumns(printable(text), kind === 'requestId' ? 200 : widest)));
  const widths = columns.map((column, index) => Math.max(widthOf(column), ...texts.map((row) => widthOf(row[index] ?? ''))));
  const isNumber = columns.map((_, index) => rows[0]?.[index]?.kind === 'number');
  const align = (row: readonly string[]) =>
    row
      .map((text, index) => padColumns(text, widths[index] ?? 0, isNumber[index] === true ? 'start' : 'end'))
      .join('  ')
      .trimEnd();
  return [dim(align(columns)), ...texts.map(align)];
}
