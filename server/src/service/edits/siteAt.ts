import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Span } from '../types.ts';

/** The innermost site of a catalogue that touches a stretch by its head or its labels; weak sites do not count. */
export function siteAt({ sites }: DocumentAnalysis, { start, end }: Span): AnalysedSite | undefined {
  return sites
    .filter(({ site, attribution }) => attribution.level !== 'weak' && site.span.start <= end && start <= site.span.end)
    .sort((a, b) => a.site.span.end - a.site.span.start - (b.site.span.end - b.site.span.start))[0];
}
