import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { vocabularies } from '../catalogue/vocabularies.ts';
import type { LooseLabel } from '../sites/findSites.ts';
import { classifySubject, readsLikeCodeList } from '../sites/subject.ts';
import type { Catalogue } from '../types.ts';

/**
 * Whether a single comparison or a list is about a catalogue's codes: its API shows in the file and the subject, or the
 * list's name, reads like error codes.
 */
export function attributeLoose({ inFile }: DocumentAnalysis, { subject, context }: LooseLabel, { id }: Catalogue): boolean {
  if (!inFile.has(id)) return false;
  return context === 'list' ? readsLikeCodeList(subject) : classifySubject(subject) === 'code';
}

/** Whether a code is a word that many systems share: rules on single comparisons ignore those. */
export function isEverybodysWord(code: string): boolean {
  return vocabularies.some(({ codes }) => codes.has(code));
}
