import { onceFor } from '../../shared/onceFor.ts';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { vocabularies } from '../catalogue/vocabularies.ts';
import { escapeRegExp } from '../matching/codeMatcher.ts';
import { isWholeToken } from '../matching/wholeToken.ts';
import type { Catalogue, Shown, Vocabulary } from '../types.ts';
import { findModule } from './moduleSigns.ts';

/**
 * Finds the APIs that show in a text or in the path of its file: by host, key prefix, name, module or unique code. Comments count.
 * @param path relative to the workspace, so that a folder outside of it shows nothing
 */
export function findFileEvidence(
  text: string,
  path: string,
  { catalogues }: Pick<CatalogueSet, 'catalogues'>,
): Map<string, Shown> {
  const evidence = new Map<string, Shown>();
  for (const catalogue of catalogues) {
    const shown = showsIn(text, path, catalogue);
    if (shown) evidence.set(catalogue.id, shown);
  }
  return evidence;
}

function showsIn(text: string, path: string, { detect, codes }: Catalogue): Shown | undefined {
  const host = detect.hosts.find((candidate) => text.includes(candidate));
  if (host !== undefined) return { by: 'host', text: host };
  const prefix = detect.keyPrefixes.find((candidate) => startsWord(text, candidate));
  if (prefix !== undefined) return { by: 'keyPrefix', text: prefix };
  for (const name of detect.names) {
    const written = findName(text, name) ?? findName(path, name);
    if (written !== undefined) return { by: 'name', text: written };
  }
  const module = findModule(text, detect.modules);
  if (module !== undefined) return { by: 'name', text: module };
  const proof = uniqueCodesOf(codes).find((code) => hasToken(text, code));
  return proof === undefined ? undefined : { by: 'code', text: proof };
}

/** The codes that prove their API. A catalogue may have thousands of codes, and this is asked for every text. */
const uniqueCodesOf = onceFor((codes: Catalogue['codes']): readonly string[] =>
  [...codes.values()].filter(({ unique }) => unique).map(({ code }) => code),
);

function startsWord(text: string, prefix: string): boolean {
  for (let at = text.indexOf(prefix); at !== -1; at = text.indexOf(prefix, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function hasToken(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1)) {
    if (isWholeToken(text, at, at + code.length)) return true;
  }
  return false;
}

const patterns = new Map<string, RegExp>();

/**
 * Finds the first place where a name is a word or a part of an identifier: `pikzelsClient`, `PIKZELS_API_KEY`,
 * `services/pikzels.ts`, not `pikzelsworth`.
 * @returns the whole identifier that contains it
 */
export function findName(text: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(escapeRegExp(name), 'gi');
    patterns.set(name, pattern);
  }
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (beginsPart(text, match.index) && endsPart(text, end)) {
      const before = /[\p{L}\p{N}_$-]*$/u.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? '';
      const after = /^[\p{L}\p{N}_$-]*/u.exec(text.slice(end, end + 40))?.[0] ?? '';
      return before + match[0] + after;
    }
  }
  return undefined;
}

function beginsPart(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return start === 0 || !/\p{L}/u.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(text.charAt(start)));
}

function endsPart(text: string, end: number): boolean {
  const after = text.charAt(end);
  return after === '' || !/\p{L}/u.test(after) || (/\p{Lu}/u.test(after) && /\p{Ll}|\p{N}/u.test(text.charAt(end - 1)));
}

/** Every module of every vocabulary in one pattern: one pass over the text answers for all. */
const modules = new Map<string, Vocabulary[]>();
for (const vocabulary of vocabularies) {
  for (const module of vocabulary.detect) modules.set(module, [...(modules.get(module) ?? []), vocabulary]);
}
const modulePattern = new RegExp(
  [...modules.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|'),
  'g',
);

/** The shipped vocabularies whose modules or names show in a text. */
export function findVocabularies(text: string): readonly Vocabulary[] {
  const shown = new Set<Vocabulary>();
  modulePattern.lastIndex = 0;
  for (let match = modulePattern.exec(text); match !== null; match = modulePattern.exec(text)) {
    // The longest of several names with the same beginning is found first, but a shorter one may be the right one.
    for (const [module, of] of modules) {
      if (match[0].startsWith(module) && isModule(text, match.index, module)) for (const vocabulary of of) shown.add(vocabulary);
    }
    modulePattern.lastIndex = match.index + 1;
  }
  return [...shown];
}

/** Whether a module name is complete: a quote, white space or a separator is before it, and no part of a name follows. */
function isModule(text: string, at: number, module: string): boolean {
  return (
    /^$|['"`\s<(:]/.test(text.charAt(at - 1)) &&
    (module.endsWith('/') || /^$|['"`/.\s>);:]/.test(text.charAt(at + module.length)))
  );
}
