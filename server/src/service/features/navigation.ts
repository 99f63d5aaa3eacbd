import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { classNodeAt, literalAt } from '../mentions/constants.ts';
import type { Span } from '../types.ts';
import { classAt, mentionAt } from '../analysis/mentionAt.ts';

/** Every place of the document that names the code at an offset. */
export function provideDocumentHighlights(analysis: DocumentAnalysis, offset: number): readonly Span[] {
  const mention = mentionAt(analysis, offset);
  const named = classAt(analysis, offset);
  if (!mention) return named ? classesLike(analysis, named.entry.errorClass.name) : [];
  const own = analysis.hits.filter(({ code }) => code === mention.code).filter((hit) => literalAt(analysis.context, hit));
  const constants = analysis.sites.flatMap(({ site }) =>
    site.arms.flatMap(({ labels }) =>
      labels.filter(({ form, value }) => form === 'constant' && value === mention.code).map(({ whole }) => whole),
    ),
  );
  const spans = [...own, ...constants].map(({ start, end }) => ({ start, end }));
  const inside = (span: Span): boolean =>
    spans.some(
      (other) =>
        other !== span && other.start <= span.start && span.end <= other.end && other.end - other.start > span.end - span.start,
    );
  return spans.filter((span) => !inside(span)).sort((a, b) => a.start - b.start);
}

/** Every place that names a class. */
function classesLike({ context }: DocumentAnalysis, name: string): readonly Span[] {
  return context.classes.hits
    .filter((hit) => context.classes.classAt(hit.code)?.errorClass.name === name && classNodeAt(context, hit))
    .map(({ start, end }) => ({ start, end }));
}
