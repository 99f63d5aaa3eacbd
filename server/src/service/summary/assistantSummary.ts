import { redactText, type RedactionOptions } from '../redaction/redaction.ts';
import { renderLine } from '../render/terminal.ts';
import { describeProblem } from '../../shared/problem.ts';
import type { LogSummary } from './logSummary.ts';
import { renderLogSummaryMarkdown } from './logSummaryMarkdown.ts';

/** The summary of logs for an assistant, as Markdown, without keys, tokens and addresses: paths of requests may have some in them. */
export async function summariseForAssistant(summary: LogSummary, redaction: Omit<RedactionOptions, 'keep'>): Promise<string> {
  const skipped = summary.skipped.map((problem) => renderLine(`Not read: ${describeProblem(problem)}`));
  if (summary.files === 0) return ['There are no log files here.', ...skipped].join('\n');
  const ids = [...summary.failing, ...summary.slowest].map(({ requestId }) => requestId);
  return (await redactText(renderLogSummaryMarkdown('Summary of logs', summary), { ...redaction, keep: ids })).text;
}
