import type { PageLines } from './pageLines.ts';

/**
 * Gives the line under a table's header as many cells as the header has: with one more or less, it is no table for Markdown, and
 * its rows would be lost.
 */
export function repairTableRule(page: PageLines, line: number): void {
  const text = page.at(line);
  if (!text.includes('-') || !text.includes('|') || text.length > 2_000 || !/^[\s|:-]+$/.test(text)) return;
  const header = page.at(line - 1);
  if (!header.includes('|') || header.length > 2_000 || !page.at(line + 1).includes('|')) return;
  // A rule in the middle of a table is one of its rows.
  if (page.at(line - 2).includes('|')) return;
  const marks = cellsOf(text);
  const { length } = cellsOf(header);
  const isRule = marks.every((mark) => /^:?-+:?$/.test(mark.trim()));
  if (isRule && length > 1 && length !== marks.length) page.replace(line, `|${'-|'.repeat(length)}`);
}

function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/);
}
