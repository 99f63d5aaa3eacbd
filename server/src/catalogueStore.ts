import type { Host } from './host.ts';
import type { CatalogueProblem } from './service/catalogue/catalogueFile.ts';
import { readCatalogue } from './service/catalogue/readCatalogue.ts';
import type { Catalogue } from './service/types.ts';

/** The catalogues in use: the built-in ones and those whose files lie in the workspace folders. */
export interface CatalogueStore {
  catalogues(): readonly Catalogue[];
  /** What is wrong in the files that were read. */
  problems(): readonly (CatalogueProblem & { readonly uri: string })[];
  /** What is wrong in a catalogue's text; undefined for a document that is no catalogue. */
  problemsIn(uri: string, text: string): readonly CatalogueProblem[] | undefined;
  /** Reads the files of the folders again. @returns whether a catalogue came, went or changed */
  reload(folders: readonly string[]): Promise<boolean>;
  /** Takes the text of an open document for its file's. @returns whether a catalogue changed */
  take(uri: string, text: string): boolean;
}

/** Whether an address names a catalogue file. */
function isCatalogueUri(uri: string): boolean {
  return /\.error-codes\.(json|ya?ml)$/.test(uri);
}

export function createCatalogueStore(
  host: Host,
  builtin: readonly Catalogue[],
  report: (problem: string) => void,
): CatalogueStore {
  // The last good version of each file: a catalogue that is being edited stays in use.
  const own = new Map<
    string,
    { readonly text: string; readonly catalogue: Catalogue | undefined; readonly problems: readonly CatalogueProblem[] }
  >();
  let all: readonly Catalogue[] = builtin;
  const update = (): void => {
    all = [...builtin, ...[...own.values()].flatMap(({ catalogue }) => (catalogue ? [catalogue] : []))];
  };
  const take = (uri: string, text: string): boolean => {
    const before = own.get(uri);
    if (before?.text === text) return false;
    const { catalogue = before?.catalogue, problems } = readCatalogue(text, { builtin: false, uri });
    own.set(uri, { text, catalogue, problems });
    update();
    return catalogue !== before?.catalogue;
  };
  return {
    catalogues: () => all,
    problems: () => [...own].flatMap(([uri, { problems }]) => problems.map((problem) => ({ ...problem, uri }))),
    problemsIn: (uri, text) => (isCatalogueUri(uri) ? readCatalogue(text, { builtin: false, uri }).problems : undefined),
    take: (uri, text) => isCatalogueUri(uri) && take(uri, text),
    async reload(folders) {
      const files = (await Promise.all(folders.map(host.listCatalogues))).flat();
      let changed = false;
      const present = new Set<string>();
      for (const { uri, read } of files) {
        present.add(uri);
        const result = await read();
        if ('problem' in result) report(`${uri} ${result.problem}`);
        else changed = take(uri, result.text) || changed;
      }
      for (const uri of [...own.keys()]) {
        if (present.has(uri)) continue;
        own.delete(uri);
        changed = true;
      }
      update();
      return changed;
    },
  };
}
