import type { RuleId, Severity } from '../../service/types.ts';
import type { Streams } from '../streams.ts';
import { formatGithub } from './github.ts';
import { formatPretty } from './pretty.ts';

/** One finding as every format has it: lines and columns from 1, columns in UTF-16 code units. */
export interface CheckFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly catalogue: string | null;
  readonly codes: readonly string[];
}

export interface CheckReport {
  /** How many files were checked. */
  readonly files: number;
  readonly findings: readonly CheckFinding[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

export const checkFormats = ['pretty', 'json', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

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
