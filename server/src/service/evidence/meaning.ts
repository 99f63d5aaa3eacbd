import { once } from '../../shared/once.ts';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { isEverydayCode } from '../catalogue/everydayCodes.ts';
import { isInOtherVocabulary } from '../catalogue/vocabularies.ts';
import { findName } from './fileEvidence.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import type { Catalogue, CatalogueEntry, ErrorCode, Evidence, Span } from '../types.ts';

/** Whether a code in a file can be a catalogue's. */
export interface Meaning {
  /** @param span the place of the code; absent: it is compared with something that reads like an error code */
  means(entry: CatalogueEntry, span?: Span): boolean;
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
        [...new Set(hits.filter((hit) => !isPlainName(text, hit)).map(({ code }) => code))].flatMap((code) => {
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
  const isNamedBeside = (id: string, code: string): boolean =>
    /\p{L}/u.test(code) && !isInOtherVocabulary(code, id) && isNamed(id);
  const isEveryday = (catalogue: Catalogue, code: string, bare = false): boolean =>
    isEverydayCode(catalogue, code) &&
    (bare || !(inFile.has(catalogue.id) || proven().has(catalogue.id) || isNamed(catalogue.id)));
  return {
    isEveryday,
    means({ catalogue, entry }, span) {
      const bare = span !== undefined && isBare(text, span);
      if (entry.unique || (!bare && catalogue.builtin && isNamedBeside(catalogue.id, entry.code))) return true;
      if (!inFile.has(catalogue.id) && !inWorkspace.has(catalogue.id)) return false;
      // `dashboard.is_archived`: any program has such names.
      if (span && catalogue.builtin && !inFile.has(catalogue.id) && isPlainName(text, span)) return false;
      return !isEveryday(catalogue, speltIn(text, entry), bare);
    },
  };
}

/** How a file spells a code: a number that it contains is no everyday word, whatever its name is, unless it is a short one. */
function speltIn(text: string, { code, name }: ErrorCode): string {
  return name === undefined || (/^-?\d{5,}$/.test(code) && text.includes(code)) ? code : name;
}

/**
 * Whether a code is a name without quotes or an owner: `ABORTED`, not `'ABORTED'` and `Code.ABORTED`. A class's name is one with
 * an owner, too: `forms.ValidationError`.
 */
function isBare(text: string, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(word) || /["'`]/.test(text.charAt(end))) return false;
  return /\p{Ll}(?:Error|Exception)$/u.test(word)
    ? !/["'`]/.test(text.charAt(start - 1))
    : !/["'`.:>]/.test(text.charAt(start - 1));
}

/** Whether a code is written as variables and properties are: `is_archived`, `channel.is_archived`. */
function isPlainName(text: string, { start, end }: Span): boolean {
  const isQuoted = /["'`]/.test(text.charAt(start - 1)) || /["'`]/.test(text.charAt(end));
  return !isQuoted && /^\p{Ll}[\p{Ll}\p{N}_]*$/u.test(text.slice(start, end));
}
