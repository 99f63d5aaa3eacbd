import { signsOf } from '../service/analysis/concern.ts';
import type { CatalogueSet } from '../service/catalogue/catalogueSet.ts';

/**
 * The needles of a search for files with findings. A text without any of them has none: codes, directives, and signs of an
 * API. The same question as the service's `mayConcern`, for a search program.
 */
export function needlesOf(set: CatalogueSet): readonly string[] {
  return [...signsOf(set), ...set.telling.words];
}
