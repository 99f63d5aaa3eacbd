import { once } from '../../shared/once.ts';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { isEverydayCode } from '../catalogue/everydayCodes.ts';
import { isInOtherVocabulary } from '../catalogue/vocabularies.ts';
import { findName } from './fileEvidence.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import type { Catalogue, CatalogueEntry, ErrorCode, Evidence } from '../types.ts';

/** Whether a code in a file can be a catalogue's. */
export interface Meaning {
  /** @param bare it is a name without quotes or an owner: an everyday one is whatever the file imports or declares under it */
  means(entry: CatalogueEntry, bare?: boolean): boolean;
  /** Whether a code of a shipped catalogue says nothing in this file about its API. */
  isEveryday(catalogue: Catalogue, code: string, bare?: boolean): boolean;
}

/**
 * Decides for one file which APIs its codes are. An everyday code of a shipped catalogue needs its API in the file itself: by an
 * import, a host, its name, or a code that only this API has. For all others it is enough that the API shows in the workspace, or
 * that the file names it: a neighbouring package may be the one that imports the SDK.
 * @param hits the codes in the file
 */
export function createMeaning(
  { entriesOf }: Pick<CatalogueSet, 'entriesOf'>,
  inFile: Evidence,
  inWorkspace: Evidence,
  { text, path, hits }: { readonly text: string; readonly path: string; readonly hits: readonly CodeHit[] },
): Meaning {
  const proven = once(
    () =>
      new Set(
        [...new Set(hits.map(({ code }) => code))].flatMap((code) => {
          const own = entriesOf(code).filter(({ catalogue }) => inWorkspace.has(catalogue.id));
          const [only] = own;
          const proves = only && own.length === 1 && /\p{L}/u.test(code) && !isEverydayCode(only.catalogue, code);
          return proves ? [only.catalogue.id] : [];
        }),
      ),
  );
  const named = new Map<string, boolean>();
  /** `StripeCustomer`: the name of an API in the file's names or path. Short names and `node` are parts of many others. */
  const isNamed = (id: string): boolean => {
    const known = named.get(id) ?? (id.length > 3 && id !== 'node' && (findName(text, id) ?? findName(path, id)) !== undefined);
    named.set(id, known);
    return known;
  };
  const isEveryday = (catalogue: Catalogue, code: string, bare = false): boolean =>
    isEverydayCode(catalogue, code) &&
    (bare || !(inFile.has(catalogue.id) || proven().has(catalogue.id) || isNamed(catalogue.id)));
  return {
    isEveryday,
    means: ({ catalogue, entry }, bare) =>
      entry.unique ||
      (!bare &&
        catalogue.builtin &&
        /\p{L}/u.test(entry.code) &&
        !isInOtherVocabulary(entry.code, catalogue.id) &&
        isNamed(catalogue.id)) ||
      ((inFile.has(catalogue.id) || inWorkspace.has(catalogue.id)) && !isEveryday(catalogue, speltIn(text, entry), bare)),
  };
}

/** How a file spells a code: a number that it contains is no everyday word, whatever its name is, unless it is a short one. */
function speltIn(text: string, { code, name }: ErrorCode): string {
  return name === undefined || (/^-?\d{5,}$/.test(code) && text.includes(code)) ? code : name;
}
