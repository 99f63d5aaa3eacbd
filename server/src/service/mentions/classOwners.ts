import { remember } from '../../shared/remember.ts';
import { once } from '../../shared/once.ts';
import { type ClassEntry, type ClassIndex, isMemberClass, modulesOfClass, nameSeparator } from '../catalogue/classIndex.ts';
import type { Evidence } from '../types.ts';
import { findImportStatements, importsMember, type ImportStatement, importsModule, renamedIn } from './importStatements.ts';

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

/** Decides by the imports of a text whose classes its references are. Each question about the text is answered once. */
export interface ClassOwners {
  /** The class of a catalogue that a reference names; undefined: none, or one of the same name from elsewhere. */
  resolve(reference: string): ClassEntry | undefined;
  /** The names that imports give to classes. */
  aliases(): readonly string[];
  /** The statement that imports a class by a name. */
  importOf(name: string, entry: ClassEntry): ImportStatement | undefined;
}

/** The imports of a text, as they look from the modules of a class. */
interface Imports {
  /** Those that import one of the modules. */
  readonly ours: readonly ImportStatement[];
  readonly words: ReadonlySet<string>;
  readonly otherWords: ReadonlySet<string>;
  /** The file is in one of the modules itself. */
  readonly isInside: boolean;
  /** One of them brings in all names of a module. */
  readonly isWhole: boolean;
}

/** In these languages an import brings in the names of a package without listing them. */
const importsWhole = new Set(['csharp', 'cpp', 'dart', 'ruby', 'swift']);
const wildcard = /\.\*|::\*|\bimport\s+\*|\._\b|\.\{[^}]*\b_\b|::\{[^}]*\*/;

/** Reads the imports of a text when they are first needed. */
export function createClassOwners({ text, index, language, importWords, inFile }: ClassPlace): ClassOwners {
  const statements = once(() => findImportStatements(text, importWords));
  const renamed = once(() => new Map(statements().flatMap((statement) => [...renamedIn(statement)])));
  const declared = once(() => declaredIn(text));
  const own = once(() => packageOf(text));
  const byModules = new Map<string, Imports>();
  const importsOf = (modules: readonly string[]): Imports =>
    remember(byModules, modules.join('\n'), () => {
      const ours = statements().filter((each) => modules.some((module) => importsModule(each, module)));
      const inside = own();
      return {
        ours,
        words: wordsOf(ours),
        otherWords: wordsOf(statements().filter((each) => !ours.includes(each))),
        isInside: inside !== undefined && modules.some((module) => inside === module || isBelow(inside, module)),
        isWhole: importsWhole.has(language) || ours.some((each) => wildcard.test(each.text)),
      };
    });

  const isOurs = (parts: readonly string[], { catalogue, errorClass }: ClassEntry, word: string): boolean => {
    const modules = modulesOfClass(errorClass, language);
    if (modules.length === 0) return inFile.has(catalogue.id) && !declared().has(word);
    const [name = ''] = parts;
    const isQualified = parts.length > 1;
    if (isQualified && modules.some((module) => isBelow(parts.join('.'), partsOf(module)))) return true;
    const { ours, words, otherWords, isInside, isWhole } = importsOf(modules);
    // A client that another file has made: `self.client.exceptions.NotFound`.
    const isOfClient = isMemberClass(errorClass.name, language) && parts.some((part) => /client$/i.test(part));
    // `Stripe.errors.StripeCardError`, where a module of the project hands the SDK on: `import { Stripe } from '@/lib/stripe'`.
    const isHandedOn = language === 'typescript' && isQualified && otherWords.has(name) && !declared().has(name);
    if (isHandedOn && isNameOf(name, modules)) return true;
    if (ours.length === 0 && !isInside && !isOfClient) return false;
    // Methods are not imported: `error.is_card_error()`.
    if (language === 'rust' && word.startsWith('is_')) return true;
    if (words.has(name)) return true;
    if (otherWords.has(name) || declared().has(name)) return false;
    if (!isQualified) return isInside || isWhole;
    // Its owner is a part of its name, or an object of the SDK (`client.exceptions.Error`), or a part of the namespace's name.
    const isOwner = errorClass.name.split(nameSeparator).length === parts.length;
    return (
      isOwner || /^\p{Ll}/u.test(name) || language === 'typescript' || modules.some((module) => endsWithOwner(module, parts))
    );
  };

  /** `pgerrcode.UniqueViolation` belongs to its owner, under whatever name that is imported. */
  const isSpelt = (parts: readonly string[], spelling: readonly string[]): boolean => {
    if (spelling.length === 1) return parts.length === 1 || !/^(?:Self|self|super|this|static)$/.test(parts[0] ?? '');
    const owner = parts.at(-spelling.length) ?? '';
    const whole = [renamed().get(owner) ?? owner, ...parts.slice(1 - spelling.length)];
    return parts.length >= spelling.length && whole.join('.') === spelling.join('.');
  };

  const bringsIn = ({ errorClass }: ClassEntry, spelling: readonly string[]): boolean =>
    importsOf(modulesOfClass(errorClass, language)).ours.some((each) => importsMember(each, spelling));

  return {
    resolve(reference) {
      const parts = reference
        .replace(/\s+|\?/g, '')
        .split(nameSeparator)
        .filter((part) => part !== '');
      const last = parts.at(-1) ?? '';
      const word = (parts.length === 1 ? renamed().get(last) : undefined) ?? last;
      return index.named(word).find((entry) => {
        const spelling = entry.errorClass.name.split(nameSeparator);
        // `.declined`: the type says whose member it is.
        const isMember = spelling.length > 1 && language === 'swift' && reference.startsWith('.');
        const isBare = parts.length === 1 && spelling.length > 1;
        const isNamed = isBare ? bringsIn(entry, spelling) : isSpelt(parts, spelling);
        return (isMember || isNamed) && isOurs(parts, entry, word);
      });
    },
    aliases: () => [...renamed()].filter(([, name]) => index.named(name).length > 0).map(([alias]) => alias),
    importOf: (name, { errorClass }) =>
      importsOf(modulesOfClass(errorClass, language)).ours.find((each) => wordsOf([each]).has(name)),
  };
}

function wordsOf(statements: readonly ImportStatement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ text }) => text.match(/[\p{L}\p{N}_$]+/gu) ?? []));
}

/** The names of the classes that a text declares itself. */
function declaredIn(text: string): ReadonlySet<string> {
  const names = text.matchAll(/\b(?:class|struct|enum|interface|trait|object|exception)\s{1,20}([\p{L}_$][\p{L}\p{N}_$]*)/gu);
  return new Set([...names].map(([, name = '']) => name));
}

/** The package or namespace that a file belongs to: its classes need no import there. */
function packageOf(text: string): string | undefined {
  return /^[ \t]*(?:package|namespace)[ \t]+([\p{L}_][\p{L}\p{N}_.\\]*)[ \t]*[;{\n]/mu.exec(text.slice(0, 20_000))?.[1];
}

/** Whether a name is that of an SDK: `Stripe` of the module `stripe`, `Prisma` of `@prisma/client`. */
function isNameOf(name: string, modules: readonly string[]): boolean {
  return /^\p{Lu}/u.test(name) && modules.some((module) => module.split(/[@/.-]/).includes(name.toLowerCase()));
}

function partsOf(module: string): string {
  return module
    .split(/[\\/:.]+/)
    .filter((part) => part !== '')
    .join('.');
}

function isBelow(inner: string, outer: string): boolean {
  return inner.startsWith(outer) && /^[.\\]/.test(inner.slice(outer.length));
}

/** Whether the owners before a name are the end of a module's name: `Exceptions.Error` of `Shop.Core.Exceptions`. */
function endsWithOwner(module: string, parts: readonly string[]): boolean {
  const owner = parts.slice(0, -1).join('.');
  return `.${partsOf(module)}`.endsWith(`.${owner}`);
}
