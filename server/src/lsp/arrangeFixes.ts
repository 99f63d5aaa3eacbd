import { groupBy } from '../shared/groupBy.ts';
import type { CodeActionAnswer } from '../service/edits/proposal.ts';

/** The most fixes of one finding: more would hide each other. */
const mostFixes = 7;

/** One action, or several that are chosen from once their common title is chosen. */
export type ArrangedFix = CodeActionAnswer | { readonly choices: readonly CodeActionAnswer[] };

/**
 * Leaves out the smallest of the fixes for single statuses where a finding has too many.
 * @param canChoose the client lets a user choose among the ways to say that the API is not meant
 */
export function arrangeFixes(answers: readonly CodeActionAnswer[], canChoose: boolean): readonly ArrangedFix[] {
  const arranged: ArrangedFix[] = [];
  for (const [finding, own] of groupBy(answers, ({ finding }) => finding)) {
    if (finding === undefined) {
      arranged.push(...own);
      continue;
    }
    const choices = canChoose ? own.filter(({ notThisApi }) => notThisApi) : [];
    const direct = own.filter((answer) => !choices.includes(answer));
    const others = direct.filter(({ status }) => status === undefined).length + (choices.length > 0 ? 1 : 0);
    const byStatus = direct.filter(({ status }) => status !== undefined);
    const kept = [...byStatus].sort((a, b) => (b.status ?? 0) - (a.status ?? 0)).slice(0, Math.max(0, mostFixes - others));
    arranged.push(...direct.filter((answer) => answer.status === undefined || kept.includes(answer)));
    if (choices.length > 0) arranged.push({ choices });
  }
  return arranged;
}
