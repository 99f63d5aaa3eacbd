import * as l10n from '@vscode/l10n';
import { createColors } from 'picocolors';
import { showNumber } from '../../service/render/numbers.ts';
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
      `  ${paint.dim(`${line}:${column}`)}  ${colour[severity](nameSeverity(severity))}  ${withoutControls(message)}  ${paint.dim(rule)}`,
    );
  }
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${nothing ?? summarise(findings, files)}${known > 0 ? ` ${l10n.t('The baseline knows {0} more.', showNumber(known))}` : ''}\n`;
}

function summarise(findings: readonly CheckFinding[], files: number): string {
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => describeCount(severity, count));
  const found = counts.length > 0 ? counts : [l10n.t('No findings')];
  return `${[...found, files === 1 ? l10n.t('1 file checked') : l10n.t('{0} files checked', showNumber(files))].join(', ')}.`;
}

function nameSeverity(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

function describeCount(severity: Severity, count: number): string {
  const shown = showNumber(count);
  switch (severity) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', shown);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', shown);
    case 'information':
      return count === 1 ? l10n.t('1 information') : l10n.t('{0} information', shown);
    case 'hint':
      return count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', shown);
  }
}
