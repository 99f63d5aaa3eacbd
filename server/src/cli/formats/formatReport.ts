import type { Streams } from '../streams.ts';
import type { CheckFormat, CheckReport } from './checkReport.ts';
import { formatGithub } from './github.ts';
import { formatPretty } from './pretty.ts';

/** The report in a format, ready to be written. */
export function formatReport(report: CheckReport, format: CheckFormat, streams: Streams): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ version: 1, files: report.files, findings: report.findings, skipped: report.skipped }, null, 2)}\n`;
    case 'github':
      return formatGithub(report);
    case 'pretty':
      return formatPretty(report, streams.colours);
  }
}
