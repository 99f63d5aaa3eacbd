import data from '../../../data/common-codes.json' with { type: 'json' };
import type { Vocabulary } from '../types.ts';

/** The shipped vocabularies of codes that many systems share. */
export const vocabularies: readonly Vocabulary[] = data.map(({ id, title, detect, codes }) => ({
  id,
  title,
  detect,
  codes: new Set(codes),
}));
