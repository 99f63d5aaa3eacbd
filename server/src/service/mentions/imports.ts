import { languages } from '../languages/registry.ts';

/** A file that declares constants with codes as their values, for the files that import it. */
export interface DeclaringFile {
  readonly uri: string;
  /** How a reference in the declaring file is spelt, and the code: `ErrorCode.NotFound`, `NOT_FOUND`. */
  readonly constants: readonly (readonly [string, string])[];
}

/** `ErrorCode.NotFound`, `Codes::NOT_FOUND`, `CardDeclined`: declarations of a file for others, unlike `error.code = …`. */
const reference = /^(?:\p{Lu}[\p{L}\p{N}_$]*(?:\.|::)[\p{L}_$][\p{L}\p{N}_$]*|[\p{L}_$][\p{L}\p{N}_$]{5,})$/u;

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
    found ??= new Map();
    for (const [spelling, code] of used) {
      for (const reference of [
        spelling,
        ...names.map((name) => `${name}.${spelling}`),
        ...names.map((name) => `${name}::${spelling}`),
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
