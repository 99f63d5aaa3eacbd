import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { literalAt } from '../mentions/constants.ts';
import type { CatalogueEntry, SourceLocation, Span } from '../types.ts';
import { mentionAt, rankEntries } from './hover.ts';

/** A catalogue entry to open. */
export interface DefinitionAnswer {
  readonly origin: Span;
  readonly uri: string;
  readonly location: SourceLocation;
  readonly length: number;
}

/** Where the code at an offset is defined: its entry in each catalogue that has it, most likely first. */
export function provideDefinition(analysis: DocumentAnalysis, offset: number): readonly DefinitionAnswer[] {
  const mention = mentionAt(analysis, offset);
  if (!mention) return [];
  return rankEntries(analysis, mention.code, offset).flatMap(({ catalogue, entry }) =>
    analysis.shown.has(catalogue.id) || entry.unique ? definitionOf({ catalogue, entry }, mention.span) : [],
  );
}

/** The place of an entry in its document; none when there is nothing to open. */
function definitionOf({ catalogue, entry }: CatalogueEntry, origin: Span): readonly DefinitionAnswer[] {
  const uri = entry.location?.uri ?? catalogue.uri;
  return uri !== undefined && entry.location ? [{ origin, uri, location: entry.location, length: entry.code.length }] : [];
}

/** Every place of the document that names the code at an offset. */
export function provideDocumentHighlights(analysis: DocumentAnalysis, offset: number): readonly Span[] {
  const mention = mentionAt(analysis, offset);
  if (!mention) return [];
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
