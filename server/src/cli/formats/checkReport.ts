import type { Problem } from '../../shared/problem.ts';
import type { RuleId, Severity } from '../../service/types.ts';

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
  /** The error classes that a place for classes leaves out, or that the finding is about. */
  readonly classes?: readonly string[];
  /** The source text of its place, on one line: identifies it after it has moved. Empty for a key. */
  readonly subject: string;
}

export interface CheckReport {
  /** How many files were checked. */
  readonly files: number;
  readonly findings: readonly CheckFinding[];
  /** The severities whose findings fail the check. */
  readonly failing: ReadonlySet<Severity>;
  readonly skipped: readonly Problem[];
  /** Everything that was to be checked could be read. */
  readonly complete: boolean;
  /** How many findings a baseline knows, which are not listed; absent without a baseline. */
  readonly known?: number;
  /** Why nothing was checked, in words; absent where something was. */
  readonly nothing?: string;
}

/** How a report can be printed. */
export const checkFormats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof checkFormats)[number];
