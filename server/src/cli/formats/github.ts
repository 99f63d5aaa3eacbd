import type { Severity } from '../../service/types.ts';
import type { CheckReport } from './checkReport.ts';
import { showUnseen } from '../../shared/showUnseen.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows beside the lines: `::warning file=…,line=…::message`. */
export function formatGithub({ findings }: CheckReport): string {
  return findings
    .map(
      ({ file, line, endLine, column, endColumn, rule, severity, message }) =>
        `::${commands[severity]} file=${property(file)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn},title=${property(rule)}::${data(message)}\n`,
    )
    .join('');
}

function data(text: string): string {
  return showUnseen(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
