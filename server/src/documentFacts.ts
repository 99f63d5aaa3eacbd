import type { Host } from './host.ts';
import type { DocumentFacts } from './service/analysis/documentAnalysis.ts';
import { createCatalogueSet, type CatalogueSet } from './service/catalogue/catalogueSet.ts';
import type { Settings } from './service/settings.ts';
import type { Catalogue, Shown } from './service/types.ts';
import type { WorkspaceEvidence } from './workspaceEvidence.ts';

/** What is known about a document besides its text. */
export interface FactsFinder {
  factsOf(uri: string, settings: Settings): Promise<DocumentFacts>;
  /** The catalogues that the settings leave on. */
  setOf(settings: Settings): CatalogueSet;
}

/**
 * @param catalogues the ones in use; another list when they have changed
 * @param folders addresses of the workspace folders, as they are at the moment
 */
export function createFactsFinder(
  host: Host,
  catalogues: () => readonly Catalogue[],
  evidence: WorkspaceEvidence,
  folders: () => readonly string[],
): FactsFinder {
  const sets = new Map<string, CatalogueSet>();
  let known = catalogues();
  const setOf = ({ disabledCatalogues }: Settings): CatalogueSet => {
    const now = catalogues();
    if (now !== known) sets.clear();
    known = now;
    const key = [...disabledCatalogues].sort().join('\n');
    let set = sets.get(key);
    if (!set) {
      set = createCatalogueSet(now.filter(({ id }) => !disabledCatalogues.has(id)));
      sets.set(key, set);
    }
    return set;
  };
  return {
    setOf,
    async factsOf(uri, settings) {
      const file = host.fileOf(uri);
      const folder = folders()
        .filter((candidate) => uri.startsWith(candidate.endsWith('/') ? candidate : `${candidate}/`))
        .sort((a, b) => b.length - a.length)[0];
      const folderPath = folder === undefined ? undefined : host.fileOf(folder);
      const root = file === undefined ? undefined : host.rootOf(file, folderPath);
      const path = file === undefined ? decodePath(uri) : host.relative(root ?? folderPath ?? file, file);
      const fromFolder = file !== undefined && folderPath !== undefined ? host.relative(folderPath, file) : path;
      const set = setOf(settings);
      const shows = await evidence.evidenceOf(root);
      return {
        uri,
        path,
        set,
        settings,
        inWorkspace: new Map([
          ...lyingIn(set, root ?? folderPath, host),
          ...[...shows].filter(([id]) => set.catalogueById(id) !== undefined),
        ]),
        bySetting: bySetting(settings, (globs) => host.matchesGlob(fromFolder, globs)),
        ignored: file !== undefined && host.isIgnored(file),
      };
    },
  };
}

/** A user's own catalogue shows its API in the workspace that it lies in. */
function lyingIn({ catalogues }: CatalogueSet, root: string | undefined, host: Host): readonly (readonly [string, Shown])[] {
  if (root === undefined) return [];
  return catalogues.flatMap(({ id, builtin, uri }) => {
    const file = builtin || uri === undefined ? undefined : host.fileOf(uri);
    const inside = file === undefined ? undefined : host.relative(root, file);
    return inside === undefined || inside.startsWith('..') ? [] : [[id, { by: 'catalogue', text: inside }] as const];
  });
}

function bySetting({ files }: Settings, matches: (globs: readonly string[]) => boolean): ReadonlyMap<string, boolean> {
  const result = new Map<string, boolean>();
  for (const [id, { include, exclude }] of files) {
    if (matches(exclude)) result.set(id, false);
    else if (matches(include)) result.set(id, true);
  }
  return result;
}

function decodePath(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[^:]*:(\/\/[^/]*)?\/?/, ''));
  } catch {
    return uri;
  }
}
