import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Catalogue, Label } from '../types.ts';
import { attributedSites, isEverybodysWord, reportLoose } from './loose.ts';
import type { Draft, Rule } from './rule.ts';

/**
 * A label is a code that the documentation no longer lists.
 * Rationale: the branch may be dead; the API may still send the code for a while, hence information and no more.
 */
export const retiredCode: Rule = {
  id: 'retired-code',
  check: (analysis: DocumentAnalysis) => {
    const inSites = attributedSites(analysis).flatMap(({ site, attribution }) =>
      site.arms.flatMap(({ labels }) => labels.flatMap((label) => report(label, attribution.catalogue))),
    );
    const loose = reportLoose(analysis, (found, catalogue) => (isEverybodysWord(found) ? [] : report(found.label, catalogue)));
    return [...inSites, ...loose];
  },
};

function report({ value, whole }: Label, catalogue: Catalogue): Draft[] {
  const entry = value === undefined ? undefined : catalogue.codes.get(value);
  if (!entry?.retired) return [];
  const { code, replacedBy, inferred } = entry;
  const successors = replacedBy.join(', ');
  const message =
    successors === ''
      ? l10n.t('The documentation of {0} no longer lists {1}.', catalogue.title, code)
      : inferred.includes('replacedBy')
        ? l10n.t('The documentation of {0} no longer lists {1}. Its likely successor is {2}.', catalogue.title, code, successors)
        : l10n.t('The documentation of {0} no longer lists {1}. Its successor is {2}.', catalogue.title, code, successors);
  return [
    {
      severity: 'information',
      span: whole,
      message,
      catalogue: catalogue.id,
      codes: [code],
      replacements: replacedBy,
      deprecated: true,
    },
  ];
}
