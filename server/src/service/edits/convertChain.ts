import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { planInsertion } from '../sites/insertion/planInsertion.ts';
import { isInElseBlock } from '../sites/chainSite.ts';
import { indentAt, newlineOf } from '../sites/insertion/textLayout.ts';
import { draftOf } from './draftOf.ts';
import type { Edit } from './edit.ts';

/** How many comparisons make a switch clearer. */
const fewestBranches = 3;

/**
 * The edit that writes an `if … else if` chain as a switch. Undefined where that would change the meaning of the code: guards,
 * other conditions, or a `break` in a body, which would leave the switch instead of the loop around it.
 */
export function convertChain(analysis: DocumentAnalysis, { site }: AnalysedSite): readonly Edit[] | undefined {
  const { text, language } = analysis;
  const draft = site.kind === 'chain' ? draftOf(analysis, site) : undefined;
  if (!draft) return undefined;
  const { node, source } = draft;
  if (
    source.kind !== 'chain' ||
    source.early ||
    source.branches.length < fewestBranches ||
    source.branches.some(({ form }) => ['ternary', 'cases', 'expressions', 'filter'].includes(form)) ||
    !site.subject ||
    !language.writer.writeSwitch
  )
    return undefined;
  const [first] = source.branches;
  if (
    !first ||
    first.node.startIndex !== node.startIndex ||
    site.arms.some(({ guarded, statuses }) => guarded || statuses !== undefined)
  )
    return undefined;
  // Every branch of the statement must be one of the site's.
  const last = source.branches.at(-1);
  if (last?.alternative && language.readBranch(last.alternative)) return undefined;
  for (const [index, branch] of source.branches.entries()) {
    const next = source.branches[index + 1];
    if (next && (branch.alternative?.id !== next.node.id || isInElseBlock(next.node, language))) return undefined;
  }
  const bodies = source.branches.map(({ consequence }) => consequence);
  const otherwise = last?.alternative;
  if ([...bodies, ...(otherwise ? [otherwise] : [])].some((body) => /\bbreak\b/.test(body.text))) return undefined;
  const plan = planInsertion(analysis.context, draft, []);
  if (!plan) return undefined;
  const written = language.writer.writeSwitch(
    {
      subject: site.subject.text,
      arms: site.arms.map(({ labels }, index) => ({
        labels: labels.map((label) => label.text),
        body: bodies[index]?.text ?? '',
        leaves: bodies[index] !== undefined && language.leaves(bodies[index]),
      })),
      otherwise: otherwise?.text,
      indent: indentAt(text, node.startIndex),
      unit: plan.insertion.unit,
    },
    newlineOf(text),
  );
  return [{ span: site.span, text: written }];
}
