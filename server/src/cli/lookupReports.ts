import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { RedactionSettings } from '../service/redaction/redaction.ts';
import { escapeMarkdown } from '../service/render/markdown.ts';
import { describeAsked, type Lookup } from '../service/requests/lookup.ts';
import { reportOn } from '../service/requests/supportReport.ts';
import { count } from '../shared/count.ts';
import { formatBytes } from '../shared/formatBytes.ts';

/**
 * The support report on each id that was looked for, one after the other, as the editor copies it. One report may reveal a
 * secret that others only repeat: the redaction knows those of all.
 */
export async function renderReports(lookup: Lookup, recogniser: LogRecogniser, redaction: RedactionSettings): Promise<string> {
  const parts: string[] = [];
  for (const found of lookup.requests) {
    const report = await reportOn(found, recogniser, redaction);
    parts.push(report?.markdown ?? describeMissing(lookup, found.requestId));
    if (found.outside > 0) parts.push(`${count(found.outside, 'record')} left out by time.\n`);
  }
  if (lookup.otherFiles > 0) parts.push(`${count(lookup.otherFiles, 'other file')} left out by name.\n`);
  if (lookup.cancelled) parts.push('The search was cancelled: this is a part of what the logs hold.\n');
  return parts.join('\n');
}

function describeMissing(lookup: Lookup, requestId: string): string {
  const searched = `${count(lookup.files, 'file')}, ${formatBytes(lookup.bytes)}${describeAsked(lookup)}`;
  return `# Request ${escapeMarkdown(requestId)}\n\nNo record of it in ${escapeMarkdown(searched)}.\n`;
}
