import type { PageLines } from './pageLines.ts';

const rule = /^\s{0,3}\|?[ \t]*:?-{1,200}:?[ \t]*(?:\|[ \t]*:?-{1,200}:?[ \t]*){0,100}\|?[ \t]*$/;

/**
 * Gives the line under a table's header as many cells as the header has: with one more or less, it is no table for Markdown, and
 * its rows would be lost.
 */
export function repairTableRule(page: PageLines, line: number): void {
  const text = page.at(line);
  if (!text.includes('-') || !text.includes('|') || text.length > 2_000 || !rule.test(text)) return;
  const header = page.at(line - 1);
  if (!header.includes('|') || header.length > 2_000 || !page.at(line + 1).includes('|')) return;
  // A rule in the middle of a table is one of its rows.
  if (page.at(line - 2).includes('|')) return;
  const cells = countCells(header);
  if (cells > 1 && cells !== countCells(text)) page.replace(line, `|${'-|'.repeat(cells)}`);
}

function countCells(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return (inner.match(/(?<!\\)\|/g)?.length ?? 0) + 1;
}
