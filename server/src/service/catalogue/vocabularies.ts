import data from '../../../data/common-codes.json' with { type: 'json' };
import type { Vocabulary } from '../types.ts';

/** The shipped vocabularies of codes that many systems share. */
export const vocabularies: readonly Vocabulary[] = data.map(({ id, title, detect, codes }) => ({
  id,
  title,
  detect,
  codes: new Set(codes),
}));

const fold = (code: string): string => code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const words = new Map<string, Set<string>>();
for (const { id, codes } of vocabularies)
  for (const word of [...codes].map(fold)) words.set(word, (words.get(word) ?? new Set()).add(id));

/** Whether a code, in whatever spelling, is a word that many systems have for their own purposes: `NotFound`, `failed`. */
export function isEverydayWord(code: string): boolean {
  return words.has(fold(code));
}

/** The same with the vocabulary of one catalogue left out. */
export function isInOtherVocabulary(code: string, catalogue: string): boolean {
  return [...(words.get(fold(code)) ?? [])].some((id) => id !== catalogue);
}
