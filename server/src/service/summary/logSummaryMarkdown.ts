import type { LogSummary } from './logSummary.ts';
import { describeLimits, describeTables, describeTotals, type SummaryCell } from './logSummaryText.ts';
import { escapeMarkdown } from '../render/markdown.ts';

/** A summary as a Markdown document. */
export function renderLogSummaryMarkdown(title: string, summary: LogSummary): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    describeTotals(summary)
      .map(([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`)
      .join('\n'),
    ...describeLimits(summary).map((sentence) => `> ${escapeMarkdown(sentence)}`),
  ];
  for (const { title: heading, columns, rows } of describeTables(summary)) {
    const kinds = rows[0] ?? [];
    const head = `| ${columns.map((column) => escapeCell(escapeMarkdown(column))).join(' | ')} |`;
    const rule = `| ${columns.map((_, index) => (kinds[index]?.kind === 'number' ? '--:' : ':--')).join(' | ')} |`;
    const body = rows.map((row) => `| ${row.map(renderCell).join(' | ')} |`);
    parts.push(`## ${escapeMarkdown(heading)}`, [head, rule, ...body].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function renderCell({ text, kind }: SummaryCell): string {
  if (text === '') return '';
  if (kind !== 'code' && kind !== 'requestId') return escapeCell(escapeMarkdown(text));
  // A code span has no escapes: signs that could end it or the cell are left out.
  return `\`${text.replace(/[`|\s]/g, ' ')}\``;
}

function escapeCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}
