import { createCodeMatcher } from '../matching/codeMatcher.ts';
import type { CodeMatcher } from '../matching/codeHit.ts';
import type { Catalogue, ErrorClass, StatusPattern } from '../types.ts';

/** A class together with the catalogue that describes it. */
export interface ClassEntry {
  readonly catalogue: Catalogue;
  readonly errorClass: ErrorClass;
}

/** The classes of all catalogues for the code of one language. */
export interface ClassIndex {
  /** Finds the last words of the classes' names. */
  readonly words: CodeMatcher;
  /** The classes whose names end with a word. */
  named(word: string): readonly ClassEntry[];
  /** The classes of one catalogue, without those of other languages. */
  of(catalogue: Catalogue): readonly ErrorClass[];
}

/** The words that separate the parts of a class's name. */
export const nameSeparator = /\.|::|\\/;

/** The identifier under which catalogues list the classes of a language: JavaScript has those of TypeScript. */
export function classLanguageOf(languageIds: readonly string[]): string {
  const [first = ''] = languageIds;
  return /^(?:javascript|typescript)(?:react)?$/.test(first) ? 'typescript' : first;
}

const nothing: ClassIndex = { words: createCodeMatcher([]), named: () => [], of: () => [] };

/** Indexes the classes of catalogues. @param language see `classLanguageOf` */
export function createClassIndex(catalogues: readonly Catalogue[], language: string): ClassIndex {
  const byWord = new Map<string, ClassEntry[]>();
  const byCatalogue = new Map<Catalogue, ErrorClass[]>();
  for (const catalogue of catalogues) {
    for (const errorClass of catalogue.classes) {
      if (!isOfLanguage(errorClass, language)) continue;
      const word = errorClass.name.split(nameSeparator).at(-1) ?? '';
      byWord.set(word, [...(byWord.get(word) ?? []), { catalogue, errorClass }]);
      byCatalogue.set(catalogue, [...(byCatalogue.get(catalogue) ?? []), errorClass]);
    }
  }
  if (byWord.size === 0) return nothing;
  return {
    words: createCodeMatcher([...byWord.keys()]),
    named: (word) => byWord.get(word) ?? [],
    of: (catalogue) => byCatalogue.get(catalogue) ?? [],
  };
}

/** Whether an SDK of a language has a class. */
function isOfLanguage({ modules }: ErrorClass, language: string): boolean {
  return modules.size === 0 || modules.has(language) || (language === 'typescript' && modules.has('javascript'));
}

/** The modules that a class comes from in a language; none: it has no certain place. */
export function modulesOfClass({ modules }: ErrorClass, language: string): readonly string[] {
  return modules.get(language) ?? (language === 'typescript' ? modules.get('javascript') : undefined) ?? [];
}

/** By superclass, the classes that extend it; of the same language, or of none in particular. */
const subclasses = new WeakMap<Catalogue, ReadonlyMap<string, readonly ErrorClass[]>>();
const covered = new WeakMap<ErrorClass, ReadonlySet<string>>();

/** The classes that extend a class directly. */
export function subclassesOf(catalogue: Catalogue, { name, modules }: ErrorClass): readonly ErrorClass[] {
  let known = subclasses.get(catalogue);
  if (!known) {
    const byBase = new Map<string, ErrorClass[]>();
    for (const each of catalogue.classes)
      if (each.extends !== undefined) byBase.set(each.extends, [...(byBase.get(each.extends) ?? []), each]);
    subclasses.set(catalogue, (known = byBase));
  }
  const all = known.get(name) ?? [];
  return modules.size === 0
    ? all
    : all.filter((each) => each.modules.size === 0 || [...modules.keys()].some((id) => each.modules.has(id)));
}

/** A class and everything that extends it, directly or not. */
export function familyOf(catalogue: Catalogue, errorClass: ErrorClass): ReadonlySet<ErrorClass> {
  const family = new Set([errorClass]);
  // A set goes on with what is added to it meanwhile. Classes that extend each other are in it once.
  for (const each of family) for (const below of subclassesOf(catalogue, each)) family.add(below);
  return family;
}

/** The active codes that a class covers, by itself or by its subclasses, in the catalogue's order; empty: not known. */
export function codesOfClass(catalogue: Catalogue, errorClass: ErrorClass): ReadonlySet<string> {
  let known = covered.get(errorClass);
  if (!known) {
    const family = familyOf(catalogue, errorClass);
    const named = new Set([...family].flatMap(({ codes }) => codes));
    const statuses = new Set([...family].flatMap((each) => each.statuses));
    const isCovered = (pattern: StatusPattern): boolean =>
      statuses.has(pattern) || (typeof pattern === 'number' && statuses.has(`${Math.floor(pattern / 100)}xx` as StatusPattern));
    known = new Set(
      [...catalogue.codes.values()]
        .filter(({ code, retired, statuses: own }) => !retired && (named.has(code) || own.some(isCovered)))
        .map(({ code }) => code),
    );
    covered.set(errorClass, known);
  }
  return known;
}

/** Whether a class takes every error of its API: others extend it, and it extends none and has no codes of its own. */
export function isBaseClass(catalogue: Catalogue, errorClass: ErrorClass): boolean {
  const { extends: base, codes, statuses } = errorClass;
  return base === undefined && codes.length + statuses.length === 0 && subclassesOf(catalogue, errorClass).length > 0;
}
