import type { DocumentAnalysis } from './documentAnalysis.ts';
import type { CatalogueEntry } from '../types.ts';

export function isAttributed({ sites }: DocumentAnalysis, id: string, offset: number): boolean {
  return sites.some(
    ({ site, attribution }) =>
      attribution.level !== 'weak' &&
      attribution.catalogue.id === id &&
      site.arms.some(({ labels }) => labels.some(({ whole }) => whole.start <= offset && offset <= whole.end)),
  );
}

/** Most likely first: the catalogue of the site at the offset, then those that show, then the rest. */
export function rankEntries(analysis: DocumentAnalysis, code: string, offset: number): readonly CatalogueEntry[] {
  const weight = ({ catalogue }: CatalogueEntry): number =>
    (isAttributed(analysis, catalogue.id, offset) ? 4 : 0) +
    (analysis.inFile.has(catalogue.id) ? 2 : 0) +
    (analysis.shown.has(catalogue.id) ? 1 : 0);
  return [...analysis.facts.set.entriesOf(code)].sort((a, b) => weight(b) - weight(a));
}
