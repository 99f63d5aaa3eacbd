import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Finding, RuleId, Severity } from '../types.ts';

/** A finding before the user's settings: its severity is the rule's own. */
export type Draft = Omit<Finding, 'severity' | 'rule' | 'data' | 'related'> & {
  readonly severity: Severity;
  /** The setting of this finding in particular, such as `unhandled-code.chain`. */
  readonly variant?: string;
  readonly related?: Finding['related'];
  readonly replacements?: readonly string[];
};

/** One rule with its findings, before settings and directives are applied. */
export interface Rule {
  readonly id: RuleId;
  readonly check: (analysis: DocumentAnalysis) => readonly Draft[];
}
