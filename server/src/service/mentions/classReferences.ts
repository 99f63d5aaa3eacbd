import { type ClassEntry, type ClassIndex, modulesOfClass, nameSeparator } from '../catalogue/classIndex.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import type { Evidence } from '../types.ts';
import { findImportStatements, type ImportStatement, importsModule, renamedIn } from './importStatements.ts';

/** Which of the catalogues' classes a text names. */
export interface ClassReferences {
  /** Where it names classes, in the order of the text; `code` is the reference as it is written. */
  readonly hits: readonly CodeHit[];
  /** Whether a hit is one of them. */
  has(hit: CodeHit): boolean;
  /** The class that a reference means here: `RateLimitError`, `openai.RateLimitError`. Undefined: none that is known. */
  classAt(reference: string): ClassEntry | undefined;
  /** The statement that imports a class under a name; undefined: none does by name. */
  importOf(name: string): ImportStatement | undefined;
}

/** The facts that decide about a text's classes. */
export interface ClassPlace {
  readonly text: string;
  readonly index: ClassIndex;
  /** See `classLanguageOf`. */
  readonly language: string;
  readonly importWords: readonly string[];
  /** The APIs that show in the file. */
  readonly inFile: Evidence;
}

const none: ClassReferences = { hits: [], has: () => false, classAt: () => undefined, importOf: () => undefined };
/** Longer references do not occur, in characters. */
const longest = 300;
const path = /(?:[\p{L}\p{N}_$]+\s?(?:\.|::|\?\.|\\))*\\?$/u;
/** These import the names of a package without listing them. */
const importsWhole = new Set(['csharp', 'cpp', 'dart', 'ruby', 'swift']);
const wildcard = /\.\*|::\*|\bimport\s+\*|\._\b|\.\{[^}]*\b_\b|::\{[^}]*\*/;

/** Finds the classes that a text names. The imports decide whose class a name is: one of the same name from elsewhere is not ours. */
export function findClassReferences(place: ClassPlace): ClassReferences {
  const { text, index } = place;
  const words = index.words.findAll(text);
  if (words.length === 0) return none;
  const classAt = createResolver(place);
  const hits = words.flatMap(({ start, end }): CodeHit[] => {
    const before = path.exec(text.slice(Math.max(0, start - longest), start))?.[0] ?? '';
    const begin = start - before.length;
    const reference = text.slice(begin, end);
    return classAt(reference) ? [{ code: reference, start: begin, end }] : [];
  });
  const variables = place.language === 'go' ? findVariables(text, classAt) : [];
  const all = [...hits, ...findAliases(text, classAt.aliases(), classAt), ...variables].sort((a, b) => a.start - b.start);
  const known = new Set(all);
  return { hits: all, has: (hit) => known.has(hit), classAt, importOf: classAt.importOf };
}

type Resolver = ((reference: string) => ClassEntry | undefined) & {
  aliases(): readonly string[];
  importOf(name: string): ImportStatement | undefined;
};

function createResolver({ text, index, language, importWords, inFile }: ClassPlace): Resolver {
  let statements: readonly ImportStatement[] | undefined;
  let aliases: ReadonlyMap<string, string> | undefined;
  const known = new Map<string, ClassEntry | undefined>();
  const statementsOf = (): readonly ImportStatement[] => (statements ??= findImportStatements(text, importWords));
  const aliasesOf = (): ReadonlyMap<string, string> =>
    (aliases ??= new Map(statementsOf().flatMap((statement) => [...renamedIn(statement)])));

  const isOurs = (parts: readonly string[], entry: ClassEntry, word: string): boolean => {
    const modules = modulesOfClass(entry.errorClass, language);
    const [first = ''] = parts;
    const isQualified = parts.length > 1;
    if (modules.length === 0) return inFile.has(entry.catalogue.id) && !declares(text, word);
    const spelt = parts.join('.');
    if (isQualified && modules.some((module) => spelt.startsWith(`${module.split(/[\\/:.]+/).join('.')}.`))) return true;
    const own = packageOf(text);
    const isInside = own !== undefined && modules.some((module) => own === module || isBelow(own, module));
    const [ours, others] = partition(statementsOf(), (each) => modules.some((module) => importsModule(each, module)));
    if (ours.length === 0 && !isInside) return false;
    const name = isQualified ? first : (parts[0] ?? '');
    if (ours.some((each) => hasWord(each.text, name))) return true;
    if (others.some((each) => hasWord(each.text, name)) || declares(text, name)) return false;
    // `client.exceptions.Error` by way of an object of the SDK, `Exceptions.Error` by a part of the namespace's name.
    if (isQualified)
      return (
        // Its owner is a part of its name.
        entry.errorClass.name.split(nameSeparator).length === parts.length ||
        /^\p{Ll}/u.test(name) ||
        language === 'typescript' ||
        modules.some((module) => endsWithPart(module, parts))
      );
    // A package that brings its names in.
    return isInside || importsWhole.has(language) || ours.some((each) => wildcard.test(each.text));
  };

  const resolve = (reference: string): ClassEntry | undefined => {
    const parts = reference
      .replace(/\s+|\?/g, '')
      .split(nameSeparator)
      .filter((part) => part !== '');
    const last = parts.at(-1) ?? '';
    const renamed = parts.length === 1 ? aliasesOf().get(last) : undefined;
    const word = renamed ?? last;
    return index.named(word).find((entry) => {
      const own = entry.errorClass.name.split(nameSeparator);
      return isSpelt(parts, own) && isOurs(parts, entry, word);
    });
  };

  /** `pgerrcode.UniqueViolation` belongs to its owner, under whatever name that is imported. */
  const isSpelt = (parts: readonly string[], own: readonly string[]): boolean => {
    if (own.length === 1) return parts.length === 1 || !/^(?:Self|self|super|this|static)$/.test(parts[0] ?? '');
    const owner = parts.at(-own.length) ?? '';
    const known = aliasesOf().get(owner) ?? owner;
    return parts.length >= own.length && [known, ...parts.slice(1 - own.length)].join('.') === own.join('.');
  };

  const classAt = (reference: string): ClassEntry | undefined => {
    if (!known.has(reference)) known.set(reference, resolve(reference));
    return known.get(reference);
  };
  return Object.assign(classAt, {
    importOf(name: string) {
      const entry = classAt(name);
      const modules = entry ? modulesOfClass(entry.errorClass, language) : [];
      return statementsOf().find((each) => hasWord(each.text, name) && modules.some((module) => importsModule(each, module)));
    },
    aliases: () => [...aliasesOf()].filter(([, name]) => index.named(name).length > 0).map(([alias]) => alias),
  });
}

function findAliases(
  text: string,
  aliases: readonly string[],
  classAt: (reference: string) => ClassEntry | undefined,
): CodeHit[] {
  const ours = aliases.filter((alias) => classAt(alias) !== undefined);
  if (ours.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_$.])(?:${ours.join('|').replaceAll('$', '\\$')})(?![\\p{L}\\p{N}_$])`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: code, index }) => ({ code, start: index, end: index + code.length }));
}

/** `&e` of `errors.As(err, &e)`, where `e` is declared as one of the classes. */
function findVariables(text: string, classAt: (reference: string) => ClassEntry | undefined): CodeHit[] {
  const types = new Map<string, string>();
  for (const [, name = '', type = ''] of text.matchAll(/^\s*(?:var\s+)?(\w+)(?:\s+\*?|\s*:?=\s*(?:&|new\())([\w.]+)/gm))
    if (classAt(type)) types.set(name, type);
  if (types.size === 0) return [];
  return [...text.matchAll(/\berrors\.As\([^,()\n]*(?:\([^()\n]*\))?[^,()\n]*,\s*&(\w+)\)/g)].flatMap(
    ({ 0: call, 1: name = '', index }) => {
      const end = index + call.length - 1;
      const type = types.get(name);
      return type === undefined ? [] : [{ code: type, start: end - name.length, end }];
    },
  );
}

/** The package or namespace that a file belongs to: its classes need no import there. */
function packageOf(text: string): string | undefined {
  return /^[ \t]*(?:package|namespace)[ \t]+([\p{L}_][\p{L}\p{N}_.\\]*)[ \t]*[;{\n]/mu.exec(text.slice(0, 20_000))?.[1];
}

/** Whether what is before a name is the end of a module's name: `Exceptions.Error` of `Shop.Core.Exceptions`. */
function endsWithPart(module: string, parts: readonly string[]): boolean {
  const owner = parts.slice(0, -1).join('.');
  const whole = module.split(/[\\/:.]+/).join('.');
  return whole === owner || whole.endsWith(`.${owner}`);
}

function isBelow(inner: string, outer: string): boolean {
  return inner.startsWith(outer) && /^[.\\]/.test(inner.slice(outer.length));
}

/** Whether a text declares a class of a name itself. */
function declares(text: string, name: string): boolean {
  const word = name.replaceAll('$', '\\$');
  return new RegExp(`\\b(?:class|struct|enum|interface|trait|object|exception)\\s+${word}(?![\\p{L}\\p{N}_$])`, 'u').test(text);
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}_$]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}_$]/u.test(text.charAt(at + word.length))) return true;
  return false;
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly [Item[], Item[]] {
  const sides: readonly [Item[], Item[]] = [[], []];
  for (const item of items) sides[test(item) ? 0 : 1].push(item);
  return sides;
}
