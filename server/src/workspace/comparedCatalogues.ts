import type { LoadedCatalogue } from '../service/catalogue/loadCatalogue.ts';
import type { Catalogue } from '../service/types.ts';

/** Whether a second reading of documents gave other catalogues than the first. */
export function hasChanged(before: readonly LoadedCatalogue[], now: readonly LoadedCatalogue[]): boolean {
  return before.length !== now.length || before.some(({ catalogue }, index) => catalogue !== now[index]?.catalogue);
}

/** One document that was read twice, or a copy of it, as in a second checkout. */
export function isCopy(a: Catalogue, b: Catalogue): boolean {
  const spellCodes = ({ codes }: Catalogue): string =>
    JSON.stringify([...codes.values()].map((code) => ({ ...code, location: null })));
  return a.uri === b.uri || spellCodes(a) === spellCodes(b);
}

/** Everything that makes one reading of a document differ from a second one. */
export function spellPlaces({ file, catalogue }: LoadedCatalogue): string {
  return JSON.stringify([file, [...(catalogue?.codes.values() ?? [])].map(({ location }) => location)]);
}
