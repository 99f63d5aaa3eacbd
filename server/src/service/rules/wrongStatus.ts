import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { describeStatus } from '../render/status.ts';
import { admits, describeStatuses, intersect } from '../sites/statusSet.ts';
import type { Catalogue, Label, StatusSet } from '../types.ts';
import { attributedSites, isEverybodysWord, reportLoose } from './loose.ts';
import type { Draft, Rule } from './rule.ts';

/**
 * A code is under a guard for a status that it is not documented with.
 * Rationale: the branch is never reached as long as the server does what its documentation says.
 */
export const wrongStatus: Rule = {
  id: 'wrong-status',
  check: (analysis: DocumentAnalysis) => {
    const inSites = attributedSites(analysis)
      // A table is looked up in from anywhere: the place where it is written guards nothing.
      .filter(({ site }) => site.kind !== 'table')
      .flatMap(({ site, attribution }) =>
        site.arms.flatMap(({ labels, statuses }) => {
          const guard = statuses && site.statuses ? intersect(statuses, site.statuses) : (statuses ?? site.statuses);
          return labels.flatMap((label) => report(label, guard, attribution.catalogue));
        }),
      );
    const loose = reportLoose(analysis, (found, catalogue) =>
      isEverybodysWord(found) ? [] : report(found.label, found.statuses, catalogue),
    );
    return [...inSites, ...loose];
  },
};

function report({ value, whole }: Label, guard: StatusSet | undefined, catalogue: Catalogue): Draft[] {
  const entry = value === undefined ? undefined : catalogue.codes.get(value);
  if (!entry || !guard || guard.length === 0 || entry.statuses.length === 0) return [];
  if (admits(guard, entry.statuses)) return [];
  if (entry.formerStatus.length > 0 && admits(guard, entry.formerStatus)) {
    const [former, now] = [describeStatus(entry.formerStatus), describeStatus(entry.statuses)];
    const message = l10n.t('{0} was documented with status {1} formerly; today it is {2}.', entry.code, former, now);
    return [{ severity: 'information', span: whole, message, catalogue: catalogue.id, codes: [entry.code] }];
  }
  return [
    {
      severity: 'warning',
      span: whole,
      message: l10n.t(
        '{0} is documented with status {1}, but this branch is for {2}.',
        entry.code,
        describeStatus(entry.statuses),
        describeStatuses(guard),
      ),
      catalogue: catalogue.id,
      codes: [entry.code],
    },
  ];
}
