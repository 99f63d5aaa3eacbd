import type { Streams } from '../streams.ts';
import type { CheckFormat, CheckReport } from './checkReport.ts';

/** The report in a format, ready to be written. What a format needs is loaded when it is asked for. */
export async function formatReport(
  report: CheckReport,
  format: CheckFormat,
  streams: Streams,
  distribution: string,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`;
    case 'github':
      return (await import('./github.ts')).formatGithub(report);
    case 'sarif':
      return (await import('./sarif.ts')).formatSarif(report, distribution);
    case 'junit':
      return (await import('./junit.ts')).formatJunit(report);
    case 'pretty':
      return (await import('./pretty.ts')).formatPretty(report, streams.colours);
  }
}
