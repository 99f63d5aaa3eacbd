import type { CatalogueSet } from '../catalogue/catalogueSet.ts';

const signs = new WeakMap<CatalogueSet, readonly string[]>();

/**
 * Returns the signs besides codes that make a text worth reading: directives, the beginnings of keys, and the signs of an API,
 * since a misspelt code in a file that talks to the API is found too. Names have the three cases that are usual in code.
 */
export function signsOf(set: CatalogueSet): readonly string[] {
  let known = signs.get(set);
  if (!known) {
    const words = set.catalogues.flatMap(({ detect }) => [
      ...detect.hosts,
      ...detect.keyPrefixes,
      ...detect.names.flatMap(spellings),
    ]);
    known = ['error-codes:', ...new Set(words)];
    signs.set(set, known);
  }
  return known;
}

function spellings(name: string): readonly string[] {
  return [name, name.toLowerCase(), name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)];
}

/** Whether a text can have findings at all: the cheap question before it is parsed. */
export function mayConcern(text: string, set: CatalogueSet): boolean {
  return set.matcher.mayMatch(text) || signsOf(set).some((sign) => text.includes(sign));
}
