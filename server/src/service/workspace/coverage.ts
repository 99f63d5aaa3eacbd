import { activeCodes } from '../sites/requiredCodes.ts';
import type { Catalogue, StatusPattern } from '../types.ts';
import type { CodePlace, FileMentions, SitePlace } from './fileMentions.ts';

/** A place together with its file. */
export interface FilePlace extends CodePlace {
  readonly uri: string;
}

/** One code of a catalogue, and the places that name it: handled first, then by file and line. */
export interface CodeCoverage {
  readonly code: string;
  readonly statuses: readonly StatusPattern[];
  readonly groups: readonly string[];
  readonly cause: string;
  readonly retired: boolean;
  readonly handled: readonly FilePlace[];
  /** Compared or named without being handled there. */
  readonly other: readonly FilePlace[];
}

/** Which codes of a catalogue a workspace handles where. */
export interface CatalogueCoverage {
  readonly catalogue: Catalogue;
  /** The documented codes in the catalogue's order; retired ones only where something names them. */
  readonly codes: readonly CodeCoverage[];
  readonly handled: number;
  /** Of so many that the documentation lists. */
  readonly total: number;
  readonly sites: readonly (SitePlace & { readonly uri: string })[];
}

/** @param files what was collected, by address */
export function coverageOf(
  catalogues: readonly Catalogue[],
  files: ReadonlyMap<string, FileMentions>,
): readonly CatalogueCoverage[] {
  const places = new Map<string, FilePlace[]>();
  const sites = new Map<string, (SitePlace & { uri: string })[]>();
  for (const uri of [...files.keys()].sort()) {
    const file = files.get(uri);
    for (const place of file?.places ?? []) append(places, `${place.catalogue} ${place.code}`, { ...place, uri });
    for (const site of file?.sites ?? []) append(sites, site.catalogue, { ...site, uri });
  }
  return catalogues.map((catalogue) => {
    const codes = [...catalogue.codes.values()].flatMap((entry): CodeCoverage[] => {
      const found = places.get(`${catalogue.id} ${entry.code}`) ?? [];
      if (entry.retired && found.length === 0) return [];
      const { code, statuses, groups, cause, retired } = entry;
      const handled = found.filter(({ role }) => role === 'handled');
      return [{ code, statuses, groups, cause, retired, handled, other: found.filter(({ role }) => role !== 'handled') }];
    });
    return {
      catalogue,
      codes,
      handled: codes.filter(({ handled, retired }) => handled.length > 0 && !retired).length,
      total: activeCodes(catalogue).length,
      sites: sites.get(catalogue.id) ?? [],
    };
  });
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
