import { activeCodes } from '../sites/requiredCodes.ts';
import type { Catalogue, StatusPattern } from '../types.ts';
import { codesByClass, toCaughtPlace } from './caughtPlaces.ts';
import type { ClassPlace, CodePlace, FileMentions, SitePlace } from './fileMentions.ts';

/** A place together with its file. */
export interface FilePlace extends CodePlace {
  readonly uri: string;
}

/** A site together with its file. */
export interface FileSite extends SitePlace {
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
  /** A class that covers it is caught or tested for. */
  readonly caught: readonly FilePlace[];
  /** Compared outside of every site. */
  readonly compared: readonly FilePlace[];
  /** Written by a fix, and not filled. */
  readonly stubs: readonly FilePlace[];
  /** Named without being handled there. */
  readonly named: readonly FilePlace[];
}

/** Which codes of a catalogue a workspace handles where. */
export interface CatalogueCoverage {
  readonly catalogue: Catalogue;
  /** The documented codes in the catalogue's order; retired ones only where something names them. */
  readonly codes: readonly CodeCoverage[];
  /** The number of documented codes that are handled, or caught by their class. */
  readonly handled: number;
  /** The number of codes that the documentation lists. */
  readonly total: number;
  readonly sites: readonly FileSite[];
}

export interface CoverageOptions {
  /** Stubs count as handling. */
  readonly stubsHandle?: boolean;
}

/**
 * @param files the collected mentions, by address
 * @param catalogueOf the catalogue that a file means by an id: folders may have different ones. Absent: there is one of each id
 */
export function coverageOf(
  catalogues: readonly Catalogue[],
  files: ReadonlyMap<string, FileMentions>,
  catalogueOf?: (uri: string, id: string) => Catalogue | undefined,
  { stubsHandle = false }: CoverageOptions = {},
): readonly CatalogueCoverage[] {
  const byId = new Map(catalogues.map((catalogue) => [catalogue.id, catalogue]));
  const found = new Map(
    catalogues.map((catalogue) => [
      catalogue,
      { places: new Map<string, FilePlace[]>(), caught: [] as (ClassPlace & { uri: string })[], sites: [] as FileSite[] },
    ]),
  );
  for (const uri of [...files.keys()].sort()) {
    const foundOf = (id: string) => {
      const catalogue = catalogueOf ? catalogueOf(uri, id) : byId.get(id);
      return catalogue && found.get(catalogue);
    };
    const file = files.get(uri);
    for (const place of file?.places ?? []) {
      const places = foundOf(place.catalogue)?.places;
      const known = places?.get(place.code);
      if (known) known.push({ ...place, uri });
      else places?.set(place.code, [{ ...place, uri }]);
    }
    for (const place of file?.caught ?? []) foundOf(place.catalogue)?.caught.push({ ...place, uri });
    for (const site of file?.sites ?? []) foundOf(site.catalogue)?.sites.push({ ...site, uri });
  }
  return [...found].map(([catalogue, { places, caught, sites }]) => {
    const byCode = placesByCode(catalogue, caught);
    const codes = [...catalogue.codes.values()].flatMap((entry): CodeCoverage[] => {
      const named = places.get(entry.code) ?? [];
      const byClass = byCode.get(entry.code) ?? [];
      if (entry.retired && named.length + byClass.length === 0) return [];
      const { code, statuses, groups, cause, retired } = entry;
      const of = (...roles: readonly FilePlace['role'][]) => named.filter(({ role }) => roles.includes(role));
      const handled = stubsHandle ? of('handled', 'stub') : of('handled');
      const stubs = stubsHandle ? [] : of('stub');
      return [
        {
          ...{ code, statuses, groups, cause, retired },
          ...{ handled, caught: byClass, compared: of('compared'), stubs, named: of('named') },
        },
      ];
    });
    return {
      catalogue,
      codes,
      handled: codes.filter(({ handled, caught: byClass, retired }) => handled.length + byClass.length > 0 && !retired).length,
      total: activeCodes(catalogue).length,
      sites,
    };
  });
}

/** By code, the places that take a class that covers it. */
function placesByCode(
  catalogue: Catalogue,
  caught: readonly (ClassPlace & { readonly uri: string })[],
): ReadonlyMap<string, readonly FilePlace[]> {
  const byCode = new Map<string, FilePlace[]>();
  const codes = codesByClass(catalogue);
  for (const place of caught) {
    for (const code of codes.get(place.name) ?? []) {
      const known = byCode.get(code);
      const own = { ...toCaughtPlace(place, code), uri: place.uri };
      if (known) known.push(own);
      else byCode.set(code, [own]);
    }
  }
  return byCode;
}

/** Whether a catalogue is listed without being asked for: the user's own, or a built-in one where a file names one of its codes. */
export function isListed({ catalogue, codes }: CatalogueCoverage): boolean {
  return !catalogue.builtin || codes.some((code) => placesOfCode(code).length > 0);
}

/** The codes that are worth a row: of an open API only those that a place names. */
export function listedCodes({ catalogue, codes }: CatalogueCoverage): readonly CodeCoverage[] {
  return catalogue.open ? codes.filter((code) => placesOfCode(code).length > 0) : codes;
}

/** All places of a code: those that handle it, then those that name it before those that take it with others by a class. */
export function placesOfCode({ handled, caught, compared, stubs, named }: CodeCoverage): readonly FilePlace[] {
  return [...handled, ...compared, ...caught, ...stubs, ...named];
}

/** Whether a place handles a code, by itself or by its class. */
function isHandled({ handled, caught }: CodeCoverage): boolean {
  return handled.length + caught.length > 0;
}

/**
 * How far a code is handled, and the places that say so. `never`: places may name it at most.
 * @returns a word for lists and tables
 */
export function stateOf(code: CodeCoverage): {
  readonly state: 'retired' | 'handled' | 'compared' | 'stub' | 'never';
  readonly places: readonly FilePlace[];
} {
  const { retired, handled, caught, compared, stubs, named } = code;
  if (isHandled(code)) return { state: retired ? 'retired' : 'handled', places: [...handled, ...compared, ...caught] };
  if (retired) return { state: 'retired', places: placesOfCode(code) };
  if (compared.length > 0) return { state: 'compared', places: compared };
  return stubs.length > 0 ? { state: 'stub', places: stubs } : { state: 'never', places: named };
}
