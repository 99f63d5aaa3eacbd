import * as l10n from '@vscode/l10n';
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
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${nothing ?? summarise(findings, files)}${known > 0 ? ` ${l10n.t('The baseline knows {0} more.', known)}` : ''}\n`;
}

function summarise(findings: readonly CheckFinding[], files: number): string {
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => describeCount(severity, count));
  const found = counts.length > 0 ? counts : [l10n.t('No findings')];
  return `${[...found, files === 1 ? l10n.t('1 file checked') : l10n.t('{0} files checked', files)].join(', ')}.`;
}

function describeCount(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
    case 'information':
      return count === 1 ? l10n.t('1 information') : l10n.t('{0} information', count);
    case 'hint':
      return count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count);
  }
}
