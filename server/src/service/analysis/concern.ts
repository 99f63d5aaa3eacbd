import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import type { Catalogue } from '../types.ts';

const signs = new WeakMap<CatalogueSet, readonly string[]>();
const classModules = new WeakMap<Catalogue['classes'], readonly string[]>();

/**
 * Returns the signs besides codes that make a text worth reading: directives, the beginnings of keys, modules of error classes,
 * and the signs of an API, since a misspelt code in a file that talks to the API is found too. Names have the three cases that are usual in code.
 */
export function signsOf(set: CatalogueSet): readonly string[] {
  let known = signs.get(set);
  if (!known) {
    const words = set.catalogues.flatMap(({ detect, classes, codes, builtin }) => [
      // Its numbers count where it is imported.
      ...(builtin && [...codes.values()].some(({ numeric }) => numeric) ? detect.modules : []),
      ...detect.hosts,
      ...detect.keyPrefixes,
      ...detect.names.flatMap(spellings),
      ...modules(classes),
    ]);
    known = ['error-codes:', ...new Set(words)];
    signs.set(set, known);
  }
  return known;
}

/** A file that names a class of errors names its module as well. Asked for every file, and a catalogue may have thousands of classes. */
function modules(classes: Catalogue['classes']): readonly string[] {
  let known = classModules.get(classes);
  if (!known) {
    known = [...new Set(classes.flatMap((errorClass) => [...errorClass.modules.values()].flat()))];
    classModules.set(classes, known);
  }
  return known;
}

function spellings(name: string): readonly string[] {
  return [name, name.toLowerCase(), name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)];
}

/** Whether a text names a module of some API's error classes. */
export function namesModule(text: string, { catalogues }: CatalogueSet): boolean {
  return catalogues.some(({ classes }) => modules(classes).some((module) => text.includes(module)));
}

/** Whether a text can have findings at all: the cheap question before it is parsed. */
export function mayConcern(text: string, set: CatalogueSet): boolean {
  return set.telling.mayMatch(text) || signsOf(set).some((sign) => text.includes(sign));
}
