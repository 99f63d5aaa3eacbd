import { groupBy } from '../../shared/groupBy.ts';
import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import { limits } from '../limits.ts';
import { createCodeMatcher } from '../matching/codeMatcher.ts';
import type { CodeMatcher } from '../matching/codeHit.ts';
import type { Catalogue, ErrorClass } from '../types.ts';

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

/** Whether a class is a member of an object, such as a client (`client.exceptions.NotFound` of boto3), and cannot be imported. */
export function isMemberClass(name: string, language: string): boolean {
  return language === 'python' && name.startsWith('exceptions.');
}

/** The identifier under which catalogues list the classes of a language: JavaScript has those of TypeScript. */
export function classLanguageOf(languageIds: readonly string[]): string {
  const [first = ''] = languageIds;
  return /^(?:javascript|typescript)(?:react)?$/.test(first) ? 'typescript' : first;
}

/**
 * The names of functions that ask whether an error is of a class: `isCardError(error)`, across copies of a package, and Rust's
 * `error.is_card_error()`.
 */
export function guardsOf(word: string, language: string): readonly string[] {
  if (language === 'typescript') return [`is${word}`];
  if (language !== 'rust') return [];
  const snake = word.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2').replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1_$2');
  return [`is_${snake.toLowerCase()}`];
}

/** Languages that use the classes of another language's SDKs: packages have the same names in both. */
const sharesWith: Readonly<Record<string, string>> = { typescript: 'javascript', kotlin: 'java', scala: 'java' };

const nothing: ClassIndex = { words: createCodeMatcher([]), named: () => [], of: () => [] };

/** Indexes the classes of catalogues. @param language see `classLanguageOf` */
export function createClassIndex(catalogues: readonly Catalogue[], language: string): ClassIndex {
  const byWord = new Map<string, ClassEntry[]>();
  const byCatalogue = new Map<Catalogue, ErrorClass[]>();
  for (const catalogue of catalogues) {
    const isOwn = ({ modules }: ErrorClass): boolean => modules.size === 0 || modules.has(language);
    const own = new Set(catalogue.classes.filter(isOwn).map(({ name }) => name));
    for (const errorClass of catalogue.classes) {
      // A class that is described for the language itself is not taken from a different one's.
      if (!isOfLanguage(errorClass, language) || (!isOwn(errorClass) && own.has(errorClass.name))) continue;
      const word = errorClass.name.split(nameSeparator).at(-1) ?? '';
      for (const each of [word, ...guardsOf(word, language)])
        byWord.set(each, [...(byWord.get(each) ?? []), { catalogue, errorClass }]);
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
  return modules.size === 0 || modules.has(language) || modules.has(sharesWith[language] ?? language);
}

/** The modules that a class comes from in a language; none: it has no certain place. */
export function modulesOfClass({ modules }: ErrorClass, language: string): readonly string[] {
  return [...new Set([...(modules.get(language) ?? []), ...(modules.get(sharesWith[language] ?? '') ?? [])])];
}

/** By superclass, the classes that extend it; of the same language, or of none in particular. */
const subclassesIn = onceFor(({ classes }: Catalogue) => groupBy(classes, ({ extends: base }) => base));
const covered = new WeakMap<ErrorClass, ReadonlySet<string>>();

/** The classes that extend a class directly. */
export function subclassesOf(catalogue: Catalogue, { name, modules }: ErrorClass): readonly ErrorClass[] {
  const all = subclassesIn(catalogue).get(name) ?? [];
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

/** Classes that cover the same share their codes: by what names them. */
const sharedIn = onceFor((_catalogue: Catalogue) => new Map<string, ReadonlySet<string>>());

/**
 * The active codes that a class covers, by itself or by its subclasses, in the catalogue's order, as far as `limits.codesOfClass`.
 * Empty: not known.
 */
export function codesOfClass(catalogue: Catalogue, errorClass: ErrorClass): ReadonlySet<string> {
  const known = covered.get(errorClass);
  if (known) return known;
  const family = familyOf(catalogue, errorClass);
  const named = [...new Set([...family].flatMap(({ codes }) => codes))];
  const statuses = [...new Set([...family].flatMap((each) => each.statuses.map(String)))];
  const signature = JSON.stringify([named, statuses]);
  const codes = remember(sharedIn(catalogue), signature, () => collect(catalogue, named, statuses));
  covered.set(errorClass, codes);
  return codes;
}

function collect(catalogue: Catalogue, named: readonly string[], statuses: readonly string[]): ReadonlySet<string> {
  const index = codesByStatus(catalogue);
  const wanted = new Set(named.filter((code) => catalogue.codes.get(code)?.retired === false));
  for (const status of statuses) for (const code of index.get(status) ?? []) wanted.add(code);
  if (wanted.size === 0) return wanted;
  const ordered: string[] = [];
  for (const code of catalogue.codes.keys()) {
    if (ordered.length >= Math.min(wanted.size, limits.codesOfClass)) break;
    if (wanted.has(code)) ordered.push(code);
  }
  return new Set(ordered);
}

/** The active codes by their statuses, in the catalogue's order. A code with status 404 is one of `4xx`, too. */
const codesByStatus = onceFor(({ codes }: Catalogue): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  for (const { code, retired, statuses } of codes.values()) {
    if (retired) continue;
    const keys = statuses.flatMap((status) => [String(status), ...(typeof status === 'number' ? [classOf(status)] : [])]);
    for (const key of new Set(keys)) remember(index, key, () => []).push(code);
  }
  return index;
});

function classOf(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}

/** Whether a class takes every error of its API: others extend it, and it extends none and has no codes of its own. */
export function isBaseClass(catalogue: Catalogue, errorClass: ErrorClass): boolean {
  const { extends: base, codes, statuses } = errorClass;
  return base === undefined && codes.length + statuses.length === 0 && subclassesOf(catalogue, errorClass).length > 0;
}
