import { decodeAddress } from '../shared/decodeAddress.ts';
import { folderOf } from './folderOf.ts';
import { homeOf } from './homeOf.ts';
import type { Host } from './host.ts';
import type { DocumentFacts } from '../service/analysis/documentAnalysis.ts';
import { createCatalogueSet, type CatalogueSet } from '../service/catalogue/catalogueSet.ts';
import type { DeclaringFile } from '../service/mentions/imports.ts';
import type { Settings } from '../service/settings/settings.ts';
import type { Catalogue, Evidence, Shown } from '../service/types.ts';
import type { WorkspaceEvidence } from './workspaceEvidence.ts';

/** The facts about a document besides its text. */
export interface FactsFinder {
  factsOf(uri: string, settings: Settings): Promise<DocumentFacts>;
  /** The catalogues that the settings leave on. @param folder path of the workspace folder; absent: every folder's */
  setOf(settings: Settings, folder?: string): CatalogueSet;
}

export interface FactsDependencies {
  readonly host: Host;
  readonly evidence: WorkspaceEvidence;
  /** The ones in use, of one folder or of all; a new list when they have changed. */
  catalogues(folder?: string): readonly Catalogue[];
  /** The APIs that show in documents that belong together with one: the other cells of its notebook. */
  besides(uri: string, path: string, set: CatalogueSet): Evidence;
  /** Addresses of the workspace folders, as they are at the moment. */
  folders(): readonly string[];
  /** Files that declare constants for codes; a new list when they have changed. */
  declaring(): readonly DeclaringFile[];
}

export function createFactsFinder({ host, catalogues, evidence, besides, folders, declaring }: FactsDependencies): FactsFinder {
  // By the list of catalogues, which is a new list after a change, and by the catalogues that are switched off.
  const sets = new WeakMap<readonly Catalogue[], Map<string, CatalogueSet>>();
  const setOf = ({ disabledCatalogues }: Settings, folder?: string): CatalogueSet => {
    const now = catalogues(folder);
    let known = sets.get(now);
    if (!known) sets.set(now, (known = new Map<string, CatalogueSet>()));
    const key = [...disabledCatalogues].sort().join('\n');
    let set = known.get(key);
    if (!set) known.set(key, (set = createCatalogueSet(now.filter(({ id }) => !disabledCatalogues.has(id)))));
    return set;
  };
  return {
    setOf,
    async factsOf(address, settings) {
      const uri = homeOf(address, folders());
      const file = host.fileOf(uri);
      const folder = folderOf(uri, folders());
      const folderPath = folder === undefined ? undefined : host.fileOf(folder);
      const root = file === undefined ? undefined : host.rootOf(file, folderPath);
      const path = file === undefined ? decodePath(uri) : host.relative(root ?? folderPath ?? file, file);
      const fromFolder = file !== undefined && folderPath !== undefined ? host.relative(folderPath, file) : path;
      const set = setOf(settings, folderPath);
      const shows = await evidence.evidenceOf(root);
      return {
        uri,
        path,
        set,
        settings,
        inWorkspace: new Map([
          ...lyingIn(set, settings, root, folderPath, host),
          ...besides(address, path, set),
          ...[...shows].filter(([id]) => set.catalogueById(id) !== undefined),
        ]),
        bySetting: bySetting(settings, set, (globs) => host.matchesGlob(fromFolder, globs)),
        isIgnored: () => file !== undefined && host.isIgnored(file),
        declaring: declaring(),
      };
    },
  };
}

/**
 * A user's own catalogue shows its API in the workspace that contains it, and in the packages below that workspace: a
 * repository of many packages has one catalogue at its top. Where globs name the files, it reaches no further than its own
 * workspace. It never reaches into a different repository.
 */
function lyingIn(
  { catalogues }: CatalogueSet,
  { files: globs }: Settings,
  root: string | undefined,
  folder: string | undefined,
  host: Host,
): readonly (readonly [string, Shown])[] {
  const workspace = root ?? folder;
  if (workspace === undefined) return [];
  const reaches = (above: string): boolean => {
    if (host.inside(above, workspace) === undefined) return false;
    for (let at = workspace; at.length > above.length; at = at.replace(/[/\\][^/\\]*$/, ''))
      if (host.isFolder(`${at}/.git`)) return false;
    return true;
  };
  return catalogues.flatMap(({ id, builtin, uri, files }) => {
    // A catalogue that was mapped to files shows only in those.
    const file = builtin || uri === undefined || files?.include ? undefined : host.fileOf(uri);
    if (file === undefined) return [];
    const inside = host.inside(workspace, file);
    const own = host.rootOf(file, folder);
    const shows = inside !== undefined || (own !== undefined && (globs.get(id)?.include ?? []).length === 0 && reaches(own));
    return shows ? [[id, { by: 'catalogue', text: inside ?? host.relative(workspace, file) }] as const] : [];
  });
}

function bySetting(
  { files }: Settings,
  { catalogues }: CatalogueSet,
  matches: (globs: readonly string[]) => boolean,
): ReadonlyMap<string, boolean> {
  const result = new Map<string, boolean>();
  for (const { id, files: linked } of catalogues) {
    const said = files.get(id);
    if (matches([...(said?.exclude ?? []), ...(linked?.exclude ?? [])])) result.set(id, false);
    else if (matches([...(said?.include ?? []), ...(linked?.include ?? [])])) result.set(id, true);
  }
  return result;
}

function decodePath(uri: string): string {
  return decodeAddress(uri.replace(/^[^:]*:(\/\/[^/]*)?\/?/, ''));
}
