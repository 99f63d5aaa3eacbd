import * as l10n from '@vscode/l10n';
import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Label } from '../types.ts';
import { attributedSites } from './loose.ts';
import type { Draft, Rule } from './rule.ts';

/**
 * The same code twice in one site.
 * Rationale: the second place never runs. A guarded arm may well repeat a code.
 */
export const duplicateCode: Rule = {
  id: 'duplicate-code',
  check: (analysis: DocumentAnalysis) => attributedSites(analysis).flatMap(reportAll),
};

function reportAll({ site, attribution }: AnalysedSite): Draft[] {
  const first = new Map<string, Label>();
  const drafts: Draft[] = [];
  for (const { labels, guarded, statuses } of site.arms) {
    if (guarded || statuses !== undefined) continue;
    for (const label of labels) {
      const { value } = label;
      if (value === undefined || !attribution.catalogue.codes.has(value)) continue;
      const earlier = first.get(value);
      if (!earlier) first.set(value, label);
      else {
        drafts.push({
          severity: 'warning',
          span: label.whole,
          message: l10n.t('{0} is handled already; this place is never reached.', value),
          catalogue: attribution.catalogue.id,
          codes: [value],
          related: [{ span: earlier.whole, message: l10n.t('{0} is first handled here.', value) }],
          unnecessary: true,
        });
      }
    }
  }
  return drafts;
}
