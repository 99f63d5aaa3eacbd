import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { describeClass } from '../catalogue/describeClass.ts';
import { isEverydayCode } from '../catalogue/everydayCodes.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { describeHandled, type HandledCount } from '../render/handled.ts';
import { renderClass } from '../render/explainedClass.ts';
import { renderEntry } from '../render/explanation.ts';
import { classifySubject } from '../sites/subject.ts';
import type { Span } from '../types.ts';
import { classAt, mentionAt } from '../analysis/mentionAt.ts';
import { isAttributed, rankEntries } from '../analysis/rankEntries.ts';
import type { HoverAnswer } from '../render/hoverAnswer.ts';

/**
 * Explains the code at an offset. Where no API shows, only a code that proves its API is explained outright; for any
 * other one a sentence names the possibility.
 */
export function provideHover(analysis: DocumentAnalysis, offset: number, handledIn?: HandledCount): HoverAnswer | undefined {
  const named = classAt(analysis, offset);
  const code = hoverCode(analysis, offset, handledIn);
  if (!named) return code;
  // A class that covers one code is explained together with it.
  const parts = [renderClass(describeClass(named.entry)), ...(code ? [code.markdown] : [])];
  return { markdown: parts.join('\n\n---\n\n'), span: named.span };
}

function hoverCode(analysis: DocumentAnalysis, offset: number, handledIn?: HandledCount): HoverAnswer | undefined {
  const mention = mentionAt(analysis, offset);
  if (!mention || isNumberInGuard(analysis, mention)) return undefined;
  const entries = rankEntries(analysis, mention.code, offset);
  const certain = entries.filter(
    (entry) => analysis.meaning.means(entry, mention.span) || isAttributed(analysis, entry.catalogue.id, offset),
  );
  if (certain.length > 0)
    return {
      markdown: certain.map((entry) => renderEntry(entry, describeHandled(entry, handledIn))).join('\n\n---\n\n'),
      span: mention.span,
    };
  const possible = entries
    .filter(({ catalogue }) => !isEverydayCode(catalogue, mention.code))
    .map(({ catalogue }) => escapeMarkdown(catalogue.title))
    .join(', ');
  return possible === ''
    ? undefined
    : {
        markdown: l10n.t(
          '{0} is also an error code of {1}, but nothing here shows that this API is meant.',
          escapeMarkdown(mention.code),
          possible,
        ),
        span: mention.span,
      };
}

/** A number is a code only as the label of a site, or in a comparison, that decides by error code. */
function isNumberInGuard(
  { sites, loose }: DocumentAnalysis,
  { code, span }: { readonly code: string; readonly span: Span },
): boolean {
  if (!/^-?\d+$/.test(code)) return false;
  const isCompared = loose.some(
    ({ label, subject, context }) =>
      context === 'comparison' && label.span.start === span.start && classifySubject(subject) === 'code',
  );
  if (isCompared) return false;
  return !sites.some(
    ({ site, attribution }) =>
      attribution.level !== 'weak' && site.arms.some(({ labels }) => labels.some(({ span: at }) => at.start === span.start)),
  );
}
