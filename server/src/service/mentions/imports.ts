import { languages } from '../languages/registry.ts';

/** A file that declares constants with codes as their values, for the files that import it. */
export interface DeclaringFile {
  readonly uri: string;
  /** How a reference in the declaring file is spelt, and the code: `ErrorCode.NotFound`, `NOT_FOUND`. */
  readonly constants: readonly (readonly [string, string])[];
}

/** `ErrorCode.NotFound`, `Codes::NOT_FOUND`, `CardDeclined`: declarations of a file for others, unlike `error.code = …`. */
const reference = /^(?:\p{Lu}[\p{L}\p{N}_$]*(?:\.|::)[\p{L}_$][\p{L}\p{N}_$]*|[\p{L}_$][\p{L}\p{N}_$]+)$/u;
/** A shorter name without an owner means something only where it is imported by its name, or behind its module's. */
const shortestPlain = 6;

/**
 * The constants of a file that other files need to know. A reference whose last word is the code itself is not among them: it
 * is understood anywhere.
 */
export function constantsToTell(constants: ReadonlyMap<string, string>): DeclaringFile['constants'] {
  return [...constants].filter(
    ([spelling, code]) => reference.test(spelling) && /[\p{L}\p{N}_$]+$/u.exec(spelling)?.[0] !== code,
  );
}

/** The first words of references: a text that uses any of the constants contains one of them. */
export function ownersOf(declaring: readonly DeclaringFile[]): readonly string[] {
  return [...new Set(declaring.flatMap(({ constants }) => constants.map(([spelling]) => ownerOf(spelling))))];
}

const importWords = new Set(languages.flatMap((language) => language.importWords));
const importLine = new RegExp(`^[^\\n]*\\b(?:${[...importWords].join('|')})\\b[^\\n]*$`, 'gm');
const nothing: ReadonlyMap<string, string> = new Map();

/**
 * The constants of other files that a text uses. Such a text names the file or its folder where it imports, or is beside it,
 * and it contains the first word of a reference. A reference to which two files give different codes is left out.
 */
export function resolveImports(text: string, uri: string, declaring: readonly DeclaringFile[]): ReadonlyMap<string, string> {
  let imports: string | undefined;
  let aliases: ReadonlyMap<string, readonly string[]> | undefined;
  let found: Map<string, string | undefined> | undefined;
  for (const { uri: other, constants } of declaring) {
    if (other === uri) continue;
    const used = constants.filter(([spelling]) => text.includes(ownerOf(spelling)));
    if (used.length === 0) continue;
    const { folder, names } = modulesOf(other);
    const besides = folder === modulesOf(uri).folder;
    if (!besides && !names.some((name) => text.includes(name))) continue;
    imports ??= readImports(text);
    const lines = imports;
    if (!besides && !names.some((name) => hasWord(lines, name))) continue;
    aliases ??= readAliases(lines);
    found ??= new Map();
    const imported = names.flatMap((name) => aliases?.get(name) ?? []);
    const modules = [...names, ...imported];
    // The default export of a module may be the one owner of its constants.
    const isOnlyOwner = new Set(constants.map(([spelling]) => ownerOf(spelling))).size === 1;
    for (const [spelling, code] of used) {
      const isCertain = spelling.length >= shortestPlain || spelling !== ownerOf(spelling) || hasWord(lines, spelling);
      const owner = ownerOf(spelling);
      const others = [...(aliases.get(owner) ?? []), ...(isOnlyOwner && spelling !== owner ? imported : [])];
      const renamed = others.map((alias) => alias + spelling.slice(owner.length));
      for (const reference of [
        ...(isCertain ? [spelling] : []),
        ...renamed,
        ...modules.map((name) => `${name}.${spelling}`),
        ...modules.map((name) => `${name}::${spelling}`),
      ]) {
        found.set(reference, found.has(reference) && found.get(reference) !== code ? undefined : code);
      }
    }
  }
  if (!found) return nothing;
  return new Map([...found].flatMap(([spelling, code]) => (code === undefined ? [] : [[spelling, code] as const])));
}

/** Whether a text may import a file: it is beside it, or contains its name or its folder's. */
export function mayImport(text: string, uri: string, other: string): boolean {
  const { folder, names } = modulesOf(other);
  return folder === modulesOf(uri).folder || names.some((name) => text.includes(name));
}

/** `ErrorCode` of `ErrorCode.NotFound` and of `ErrorCode::NotFound`. */
function ownerOf(spelling: string): string {
  return /^[\p{L}\p{N}_$]+/u.exec(spelling)?.[0] ?? spelling;
}

const renamings: readonly RegExp[] = [
  // `{ Code as K }`, `import codes as c`, `use codes::Code as K`, `import a.{Code => K}`, `import 'codes.dart' as c`
  /([\p{L}_$][\p{L}\p{N}_$]{0,80})(?:\.\w+)?['"]?\s+(?:as|=>)\s+(?<alias>[\p{L}_$][\p{L}\p{N}_$]{0,80})/gu,
  // `* as codes from './codes'`, `import codes from './codes'`, `const codes = require('./codes')`
  /(?<alias>[\p{L}_$][\p{L}\p{N}_$]{0,80})\s+(?:from|=\s*require\s*\()\s*['"](?:[^'"\n]{0,300}\/)?([\p{L}\p{N}_$-]{1,100})(?:\.\w+)?['"]/gu,
  // `import hb "example.com/harbour"`
  /(?<alias>[\p{L}_$][\p{L}\p{N}_$]{0,80})\s+"(?:[^"\n]{0,300}\/)?([\p{L}\p{N}_$-]{1,100})"/gu,
  // `using K = Harbour.Code;`
  /(?<alias>[\p{L}_$][\p{L}\p{N}_$]{0,80})\s*=\s*(?:[\p{L}\p{N}_$]{1,80}\.){0,20}([\p{L}_$][\p{L}\p{N}_$]{0,80})\s*;/gu,
];

/** The names that imports give to others, by the others' names. */
function readAliases(imports: string): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const pattern of renamings) {
    for (const match of imports.matchAll(pattern)) {
      const { alias = '' } = match.groups ?? {};
      const name = match[1] === alias ? match[2] : match[1];
      if (name !== undefined && name !== alias) aliases.set(name, [...(aliases.get(name) ?? []), alias]);
    }
  }
  return aliases;
}

/** Import statements; those in parentheses go on to where the parenthesis ends. */
function readImports(text: string): string {
  const blocks = text.match(/^import\s*\([^)]{0,5000}\)/gm) ?? [];
  const braces = text.match(/^import\s[^;'"]{0,5000}from\s*['"][^'"\n]*['"]/gm) ?? [];
  return [...(text.match(importLine) ?? []), ...blocks, ...braces].join('\n');
}

/** The names by which a file is imported: its own without the ending, and its folder's, which is a package in some languages. */
function modulesOf(uri: string): { readonly folder: string; readonly names: readonly string[] } {
  const slash = uri.lastIndexOf('/');
  const folder = uri.slice(0, slash);
  const base = uri.slice(slash + 1).replace(/\.(?:d\.)?\w+$/, '');
  const parent = folder.slice(folder.lastIndexOf('/') + 1);
  return { folder, names: [base, parent].filter((name) => name.length > 1) };
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}_$]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}_$]/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}
