import { realPathOf } from '../../adapters/files/realPath.ts';
import { joinPaths, pathInside } from '../../adapters/files/pathInside.ts';
import type { Streams } from '../streams.ts';
import type { CheckFormat, CheckReport } from './checkReport.ts';
import { renderJson } from '../../service/render/json.ts';

/** The report in a format, ready to be written. Libraries of a format are loaded when it is asked for. */
export async function formatReport(
  report: CheckReport,
  format: CheckFormat,
  streams: Streams,
  distribution: string,
): Promise<string> {
  switch (format) {
    case 'json':
      return renderJson(toJson(report));
    case 'github':
      return (await import('./github.ts')).formatGithub(fromCheckout(report));
    case 'sarif':
      return (await import('./sarif.ts')).formatSarif(fromCheckout(report), distribution);
    case 'junit':
      return (await import('./junit.ts')).formatJunit(report);
    case 'pretty':
      return (await import('./pretty.ts')).formatPretty(report, streams.colours);
  }
}

function toJson({ files, findings, skipped, known }: CheckReport): object {
  const told = findings.map(({ subject: _subject, ...finding }) => finding);
  return { version: 1, files, findings: told, skipped, ...(known === undefined ? {} : { known }) };
}

/** GitHub takes names of files from the root of the checkout, also in a step that works in a folder of it. */
function fromCheckout(report: CheckReport): CheckReport {
  const checkout = process.env['GITHUB_WORKSPACE'] ?? '';
  const inside = checkout === '' ? undefined : pathInside(realPathOf(checkout), realPathOf(process.cwd()));
  if (inside === undefined || inside === '') return report;
  const move = <Entry extends { readonly file: string }>(entry: Entry): Entry =>
    entry.file === '' ? entry : { ...entry, file: joinPaths(inside, entry.file) };
  return { ...report, findings: report.findings.map(move), skipped: report.skipped.map(move) };
}
