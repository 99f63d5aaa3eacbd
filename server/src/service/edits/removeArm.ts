import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { isInElseBlock } from '../sites/chainSite.ts';
import type { Arm, Span } from '../types.ts';
import { draftOf } from './draftOf.ts';
import type { Edit } from './edit.ts';

/**
 * The edits that take an unreachable label out of a site together with its arm. Undefined where the label shares its arm's
 * condition with others: which part of it should stay is unknown.
 */
export function removeArm(analysis: DocumentAnalysis, { site }: AnalysedSite, label: Span): readonly Edit[] | undefined {
  const source = draftOf(analysis, site)?.source;
  const at = site.arms.findIndex(({ labels }) => labels.some(({ whole }) => whole.start === label.start));
  const arm = site.arms[at];
  if (!source || !arm || arm.labels.length !== 1) return undefined;
  const { text } = analysis;
  switch (source.kind) {
    case 'switch': {
      const reading = source.reading.arms[at];
      const last = source.reading.arms[at - 1]?.body.at(-1);
      const runsIn =
        source.reading.fallsThrough &&
        at > 0 &&
        reading !== undefined &&
        reading.body.length > 0 &&
        !(last && analysis.language.leaves(last));
      // The arm before runs into this body: the body stays, only the label goes.
      const colon = text.indexOf(':', label.end);
      const span = runsIn && colon !== -1 ? { start: arm.span.start, end: colon + 1 } : arm.span;
      return [{ span: wholeLines(text, span), text: '' }];
    }
    case 'chain': {
      if (source.early) return [{ span: wholeLines(text, arm.span), text: '' }];
      const before = site.arms[at - 1];
      const branch = source.branches[at]?.node;
      // An else block without its `if` would be left.
      if (branch && isInElseBlock(branch, analysis.language)) return undefined;
      return before ? [{ span: { start: before.body.end, end: arm.body.end }, text: '' }] : undefined;
    }
    case 'catch':
      return undefined;
    case 'table':
      return [{ span: withComma(text, arm), text: '' }];
  }
}

/** Extends a stretch to whole lines if it is the only text on them. */
function wholeLines(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0];
  return text.slice(lineStart, start).trim() === '' && rest !== undefined
    ? { start: lineStart, end: end + rest.length }
    : { start, end };
}

function withComma(text: string, { span }: Arm): Span {
  const comma = /^\s*,/.exec(text.slice(span.end))?.[0].length;
  if (comma !== undefined) return wholeLines(text, { start: span.start, end: span.end + comma });
  const before = text.slice(0, span.start).trimEnd();
  return before.endsWith(',') ? { start: before.length - 1, end: span.end } : wholeLines(text, span);
}
