import { type ClassIndex, createClassIndex } from './classIndex.ts';
import { createCodeMatcher } from '../matching/codeMatcher.ts';
import type { Catalogue, CatalogueEntry, Evidence } from '../types.ts';
import { isEverydayWord, vocabularies } from './vocabularies.ts';
import type { CodeMatcher } from '../matching/codeHit.ts';

/** All catalogues that are in use, and the questions that concern them together. */
export interface CatalogueSet {
  readonly catalogues: readonly Catalogue[];
  readonly matcher: CodeMatcher;
  /** The codes and names that make a file worth reading by themselves. A built-in catalogue's number of up to four digits does not. */
  readonly telling: CodeMatcher & { readonly words: readonly string[] };
  /** Every entry for a code, or for the name of a number, in the order of the catalogues; empty when no catalogue has it. */
  entriesOf(code: string): readonly CatalogueEntry[];
  /** The number whose name a word is: 1062 for `ER_DUP_ENTRY`. Undefined for a code, and for a word that many systems have. */
  codeNamed(word: string): string | undefined;
  /** The name of a number, the other way round. */
  nameOf(code: string): string | undefined;
  catalogueById(id: string): Catalogue | undefined;
  /** The classes of errors for the code of a language. @param language see `classLanguageOf` */
  classesFor(language: string): ClassIndex;
  /**
   * Whether a catalogue's code proves little: it is in a shipped vocabulary, it is retired, or a different API that shows has
   * it too.
   */
  isCommon(catalogue: Catalogue, code: string, shown: Evidence): boolean;
}

/** Puts catalogues together; of two with one id the later one counts. */
export function createCatalogueSet(all: readonly Catalogue[]): CatalogueSet {
  const byId = new Map(all.map((catalogue) => [catalogue.id, catalogue]));
  const catalogues = [...byId.values()];
  const entries = new Map<string, CatalogueEntry[]>();
  const classes = new Map<string, ClassIndex>();
  for (const catalogue of catalogues) {
    for (const entry of catalogue.codes.values()) {
      // A number's name means the number, where it is no other code.
      const isNamed = entry.name !== undefined && !catalogue.codes.has(entry.name);
      for (const word of isNamed ? [entry.code, entry.name] : [entry.code]) {
        const known = entries.get(word);
        if (known) known.push({ catalogue, entry });
        else entries.set(word, [{ catalogue, entry }]);
      }
    }
  }
  const isTelling = (word: string): boolean =>
    !/^-?\d{1,4}$/.test(word) || (entries.get(word) ?? []).some(({ catalogue, entry }) => !catalogue.builtin || !entry.numeric);
  const words = [...entries.keys()].filter(isTelling);
  const matcher = createCodeMatcher([...entries.keys()]);
  return {
    catalogues,
    matcher,
    telling: { ...(words.length === entries.size ? matcher : createCodeMatcher(words)), words },
    entriesOf: (code) => entries.get(code) ?? [],
    codeNamed(word) {
      const [first] = entries.get(word) ?? [];
      const isName = first !== undefined && entries.get(word)?.every(({ entry }) => entry.code !== word) === true;
      return isName && !isEverydayWord(word) ? first.entry.code : undefined;
    },
    nameOf: (code) => entries.get(code)?.find(({ entry }) => entry.code === code && entry.numeric)?.entry.name,
    catalogueById: (id) => byId.get(id),
    classesFor(language) {
      const index = classes.get(language) ?? createClassIndex(catalogues, language);
      classes.set(language, index);
      return index;
    },
    isCommon(catalogue, code, shown) {
      if (catalogue.codes.get(code)?.retired) return true;
      // A user's catalogue competes with the vocabularies only by their presence. One is of the catalogue with its id.
      if (catalogue.builtin && vocabularies.some(({ id, codes }) => id !== catalogue.id && codes.has(code))) return true;
      return (entries.get(code) ?? []).some((other) => other.catalogue !== catalogue && shown.has(other.catalogue.id));
    },
  };
}
