import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { literalAt } from '../mentions/constants.ts';
import { describeStatus } from '../render/status.ts';
import type { Span } from '../types.ts';
import { showUnseen } from '../../shared/showUnseen.ts';
import { rankEntries } from '../analysis/rankEntries.ts';

/** The status after each code of an API that shows. Off unless the setting turns it on. */
export function provideInlayHints(
  analysis: DocumentAnalysis,
  { start, end }: Span,
): readonly { readonly offset: number; readonly label: string; readonly tooltip: string }[] {
  if (!analysis.facts.settings.inlayHints) return [];
  return analysis.hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .flatMap((hit) => {
      const literal = literalAt(analysis.context, hit);
      const [first] = rankEntries(analysis, hit.code, hit.start);
      if (!literal || !first || !analysis.meaning.means(first, hit) || /^\d+$/.test(hit.code)) return [];
      const status = describeStatus(first.entry.statuses);
      return status === '' ? [] : [{ offset: literal.endIndex, label: status, tooltip: showUnseen(first.entry.cause) }];
    });
}
