import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { vocabularies } from '../catalogue/vocabularies.ts';
import type { LooseLabel } from '../sites/findSites.ts';
import { classifySubject, namesOtherDatabase, readsLikeCodeList } from '../sites/subject.ts';
import type { Catalogue } from '../types.ts';
import type { Draft } from './rule.ts';

/**
 * Whether a single comparison or a list is about a catalogue's codes: its API shows in the file and the subject, or the
 * list's name, reads like error codes.
 */
function attributeLoose({ inFile }: DocumentAnalysis, { subject, context, retries }: LooseLabel, { id }: Catalogue): boolean {
  if (!inFile.has(id) || namesOtherDatabase(subject, id)) return false;
  if (retries && context === 'list') return true;
  return context === 'list' ? readsLikeCodeList(subject) : classifySubject(subject) === 'code';
}

/** Whether a code is a word that many systems share: most rules on single comparisons ignore those. */
export function isEverybodysWord({ label: { value } }: LooseLabel): boolean {
  return value === undefined || vocabularies.some(({ codes }) => codes.has(value));
}

/** The findings about labels outside of sites, each with a catalogue that it may be of. */
export function reportLoose(
  analysis: DocumentAnalysis,
  report: (found: LooseLabel, catalogue: Catalogue) => readonly Draft[],
): readonly Draft[] {
  const { catalogues } = analysis.facts.set;
  return analysis.loose.flatMap((found) =>
    catalogues.filter((catalogue) => attributeLoose(analysis, found, catalogue)).flatMap((catalogue) => report(found, catalogue)),
  );
}

/** The sites that are certain enough to be reported on. */
export function attributedSites({ sites }: DocumentAnalysis): readonly AnalysedSite[] {
  return sites.filter(({ attribution }) => attribution.level !== 'weak');
}
