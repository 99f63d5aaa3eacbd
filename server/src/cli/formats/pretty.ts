import { createColors } from 'picocolors';
import { withoutControls } from '../../service/render/plainText.ts';
import type { Severity } from '../../service/types.ts';
import type { CheckFinding, CheckReport } from './checkReport.ts';

/** For people at a terminal: findings by file, then a line that counts them. */
export function formatPretty({ files, findings, known = 0, nothing }: CheckReport, colours: boolean): string {
  const paint = createColors(colours);
  const colour: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    information: paint.blue,
    hint: paint.dim,
  };
  const lines: string[] = [];
  let last = '';
  for (const { file, line, column, severity, rule, message } of findings) {
    if (file !== last) lines.push(...(last === '' ? [] : ['']), paint.underline(withoutControls(file)));
    last = file;
    lines.push(
      `  ${paint.dim(`${line}:${column}`)}  ${colour[severity](severity)}  ${withoutControls(message)}  ${paint.dim(rule)}`,
    );
  }
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${nothing ?? summarise(findings, files)}${known > 0 ? ` The baseline knows ${known} more.` : ''}\n`;
}

function summarise(findings: readonly CheckFinding[], files: number): string {
  const checked = `${files} ${files === 1 ? 'file' : 'files'} checked`;
  if (findings.length === 0) return `No findings, ${checked}.`;
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 || severity === 'information' ? '' : 's'}`);
  return `${counts.join(', ')}, ${checked}.`;
}
