import * as l10n from '@vscode/l10n';
import type { CatalogueFile, CatalogueFileClass } from './catalogueFile.ts';

/** A name in a catalogue that means nothing there. */
export interface BrokenReference {
  /** Keys and indexes from the top. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Finds the codes and classes that a valid file's classes and operations name and that the file does not have. */
export function findBrokenReferences({ codes, classes = [], operations = {} }: CatalogueFile): readonly BrokenReference[] {
  if (classes.length === 0 && Object.keys(operations).length === 0) return [];
  const known = new Set(codes.map(({ code }) => String(code)));
  const found: BrokenReference[] = [];
  const checkCodes = (path: BrokenReference['path'], named: readonly (string | number)[]): void => {
    for (const [index, code] of named.entries())
      if (!known.has(String(code)))
        found.push({ path: [...path, 'codes', index], message: l10n.t('{0} is not among the codes.', String(code)) });
  };
  const byName = new Map<string, CatalogueFileClass>();
  for (const each of classes) if (!byName.has(each.name)) byName.set(each.name, each);
  const circular = findCircles(byName);
  for (const [index, { name, extends: base, codes: own = [] }] of classes.entries()) {
    checkCodes(['classes', index], own);
    if (base === undefined) continue;
    const path = ['classes', index, 'extends'];
    if (!byName.has(base)) found.push({ path, message: l10n.t('{0} is not among the classes.', base) });
    else if (circular.has(name)) found.push({ path, message: l10n.t('{0} extends itself.', name) });
  }
  for (const [name, operation] of Object.entries(operations)) checkCodes(['operations', name], operation.codes);
  return found;
}

/** The names of the classes that extend themselves, directly or through others. */
function findCircles(byName: ReadonlyMap<string, CatalogueFileClass>): ReadonlySet<string> {
  const done = new Set<string>();
  const circular = new Set<string>();
  for (const start of byName.keys()) {
    const path = new Set<string>();
    let name: string | undefined = start;
    while (name !== undefined && byName.has(name) && !done.has(name) && !path.has(name)) {
      path.add(name);
      name = byName.get(name)?.extends;
    }
    if (name !== undefined && path.has(name)) for (const each of [...path].slice([...path].indexOf(name))) circular.add(each);
    for (const each of path) done.add(each);
  }
  return circular;
}
