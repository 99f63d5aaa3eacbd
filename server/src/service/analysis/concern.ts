import { onceFor } from '../../shared/onceFor.ts';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { guardsOf, nameSeparator } from '../catalogue/classIndex.ts';
import type { CodeMatcher } from '../matching/codeHit.ts';
import { createCodeMatcher } from '../matching/codeMatcher.ts';
import type { Catalogue } from '../types.ts';

/** The signs of classes of errors: a file that handles one names it, and its module as well. */
interface ClassSigns {
  readonly modules: readonly string[];
  /** The last words of their names. */
  readonly words: CodeMatcher;
}

/**
 * Returns the signs besides codes that make a text worth reading: directives, the beginnings of keys, modules of error classes,
 * and the signs of an API, since a misspelt code in a file that talks to the API is found too. Names have the three cases that are usual in code.
 */
export function signsOf(set: CatalogueSet): readonly string[] {
  return [...new Set([...signsOfApis(set), ...set.catalogues.flatMap(({ classes }) => signsOfClasses(classes).modules)])];
}

// Asked for every file, and a catalogue may have thousands of codes and classes.
const signsOfApis = onceFor(({ catalogues }: CatalogueSet): readonly string[] => {
  const words = catalogues.flatMap(({ detect, codes, builtin }) => [
    // Its numbers count where it is imported.
    ...(builtin && [...codes.values()].some(({ numeric }) => numeric) ? detect.modules : []),
    ...detect.hosts,
    ...detect.keyPrefixes,
    ...detect.names.flatMap(spellings),
  ]);
  return ['error-codes:', ...new Set(words)];
});

const signsOfClasses = onceFor((classes: Catalogue['classes']): ClassSigns => {
  const words = classes.map(({ name }) => name.split(nameSeparator).at(-1) ?? name);
  return {
    modules: [...new Set(classes.flatMap((errorClass) => [...errorClass.modules.values()].flat()))],
    words: createCodeMatcher([
      ...new Set(words.flatMap((word) => [word, ...guardsOf(word, 'typescript'), ...guardsOf(word, 'rust')])),
    ]),
  };
});

function spellings(name: string): readonly string[] {
  return [name, name.toLowerCase(), name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)];
}

/** Whether a text names a module of some API's error classes. */
export function namesModule(text: string, { catalogues }: CatalogueSet): boolean {
  return catalogues.some(({ classes }) => signsOfClasses(classes).modules.some((module) => text.includes(module)));
}

/** A word that something is called by which holds an error code: without one, no code is misspelt. */
const codeWord =
  /(?<![A-Za-z])(?:[eE]rr(?:or)?_?|pg)?[cC]odes?(?![A-Za-z])|[eE]rr(?:or)?_?(?:[cC]ode|[nN]umber|[nN]o|[tT]ype|[nN]ame)|[sS]ql_?[sS]tate|SQLSTATE|(?<![A-Za-z])[rR]easons?(?![a-z])/;

/** Whether a text can have findings at all: the cheap question before it is parsed. */
export function mayConcern(text: string, set: CatalogueSet): boolean {
  return (
    set.telling.mayMatch(text) ||
    signsOfApis(set).some((sign) => text.includes(sign)) ||
    set.catalogues.some(({ classes }) => {
      const { modules, words } = signsOfClasses(classes);
      return modules.some((module) => text.includes(module)) && (words.mayMatch(text) || codeWord.test(text));
    })
  );
}
