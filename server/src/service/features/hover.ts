import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { literalAt, readLabelAt } from '../mentions/constants.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { describeHandled, type HandledCount } from '../render/handled.ts';
import { renderEntry } from '../render/explanation.ts';
import type { CatalogueEntry, Span } from '../types.ts';

/** A hover: Markdown, and what it is about. */
export interface HoverAnswer {
  readonly markdown: string;
  readonly span: Span;
}

/** The code that an offset in code names, directly or through a constant; undefined when it names none. */
export function mentionAt(
  analysis: DocumentAnalysis,
  offset: number,
): { readonly code: string; readonly span: Span } | undefined {
  const { context, hits } = analysis;
  const hit = hits.find(({ start, end }) => start <= offset && offset <= end);
  if (hit && literalAt(context, hit)) return { code: hit.code, span: { start: hit.start, end: hit.end } };
  for (
    let node = context.root.descendantForIndex(offset, offset), climbed = 0;
    node !== null && climbed < 3;
    node = node.parent, climbed += 1
  ) {
    const label = readLabelAt(context, node);
    if (label?.form === 'constant' && label.value !== undefined) return { code: label.value, span: label.whole };
  }
  return undefined;
}

/**
 * Explains the code at an offset. Where no API shows, only a code that proves its API is explained outright; for any
 * other one a sentence names the possibility.
 */
export function provideHover(analysis: DocumentAnalysis, offset: number, handledIn?: HandledCount): HoverAnswer | undefined {
  const mention = mentionAt(analysis, offset);
  if (!mention || isNumberInGuard(analysis, mention)) return undefined;
  const entries = rankEntries(analysis, mention.code, offset);
  const certain = entries.filter(
    ({ catalogue, entry }) => analysis.shown.has(catalogue.id) || entry.unique || isAttributed(analysis, catalogue.id, offset),
  );
  if (certain.length > 0)
    return {
      markdown: certain.map((entry) => renderEntry(entry, describeHandled(entry, handledIn))).join('\n\n---\n\n'),
      span: mention.span,
    };
  const possible = entries.map(({ catalogue }) => escapeMarkdown(catalogue.title)).join(', ');
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

/** Most likely first: the catalogue of the site at the offset, then those that show, then the rest. */
export function rankEntries(analysis: DocumentAnalysis, code: string, offset: number): readonly CatalogueEntry[] {
  const weight = ({ catalogue }: CatalogueEntry): number =>
    (isAttributed(analysis, catalogue.id, offset) ? 4 : 0) +
    (analysis.inFile.has(catalogue.id) ? 2 : 0) +
    (analysis.shown.has(catalogue.id) ? 1 : 0);
  return [...analysis.facts.set.entriesOf(code)].sort((a, b) => weight(b) - weight(a));
}

function isAttributed({ sites }: DocumentAnalysis, id: string, offset: number): boolean {
  return sites.some(
    ({ site, attribution }) =>
      attribution.level !== 'weak' &&
      attribution.catalogue.id === id &&
      site.arms.some(({ labels }) => labels.some(({ whole }) => whole.start <= offset && offset <= whole.end)),
  );
}

/** A number is a code only as the label of a site that decides by error code. */
function isNumberInGuard({ sites }: DocumentAnalysis, { code, span }: { readonly code: string; readonly span: Span }): boolean {
  if (!/^\d+$/.test(code)) return false;
  return !sites.some(
    ({ site, attribution }) =>
      attribution.level !== 'weak' && site.arms.some(({ labels }) => labels.some(({ span: at }) => at.start === span.start)),
  );
}
