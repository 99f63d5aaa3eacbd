import type { AnalysisBase } from '../analysis/documentAnalysis.ts';
import { findSites } from '../sites/findSites.ts';
import type { SiteDraft } from '../sites/siteDraft.ts';
import type { HandlingSite } from '../types.ts';

/**
 * A site together with its nodes in the current tree. An analysis keeps no nodes, since it may outlive the tree that a part of
 * it was read from.
 */
export function draftOf({ context }: AnalysisBase, site: HandlingSite): SiteDraft | undefined {
  const labels = site.arms.flatMap((arm) => arm.labels);
  const { start, end } = site.span;
  const { drafts } = findSites(context, [
    ...labels.map(({ span, value, text }) => ({ code: value ?? text, ...span })),
    // The labels of a named list are in the list, and the class of a variable is where that is declared.
    ...[...context.lists.uses, ...context.classes.hits].filter((use) => start <= use.start && use.end <= end),
  ]);
  return drafts.find((draft) => draft.site.kind === site.kind && draft.site.span.start === site.span.start);
}
