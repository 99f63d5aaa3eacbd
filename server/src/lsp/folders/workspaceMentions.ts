import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describeError } from '../../shared/describeError.ts';
import { folderOf } from '../../workspace/folderOf.ts';
import { homeOf } from '../../workspace/homeOf.ts';
import { type CatalogueCoverage, coverageOf, type FilePlace } from '../../service/workspace/coverage.ts';
import { codesByClass, toCaughtPlace } from '../../service/workspace/caughtPlaces.ts';
import { type ClassPlace, type FileMentions, placeRoles } from '../../service/workspace/fileMentions.ts';
import type { ClassMention } from '../../service/index.ts';
import type { HandledCount } from '../../service/render/handled.ts';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import type { Catalogue } from '../../service/types.ts';
import type { ServerParts } from '../serverParts.ts';
import type { Workspace } from './workspace.ts';

/** The mentions of codes in all files of the workspace; open documents count as they are in the editor. */
export interface WorkspaceMentions {
  /** Files that the index read, and open documents over them. */
  files(): Promise<ReadonlyMap<string, FileMentions>>;
  /** Every place that names a code: handled first, then by file and line. @param catalogues absent: of any catalogue */
  placesOf(code: string, catalogues?: readonly Catalogue[]): Promise<readonly FilePlace[]>;
  /** Every place that catches a class or tests for it, by file and line. */
  placesOfClass(mention: ClassMention): Promise<readonly (ClassPlace & { readonly uri: string })[]>;
  /** The catalogues that are in use in some folder. */
  catalogues(): Promise<readonly Catalogue[]>;
  /** Counts the places that handle a code; undefined while the index is being built for the first time. */
  handledCount(): Promise<HandledCount>;
  /** Per catalogue, which codes are handled where. @param wait until the index is complete */
  coverage(wait: boolean): Promise<readonly CatalogueCoverage[]>;
}

/** How long a hover waits for the mentions in other open documents, in milliseconds: one of them may take seconds to parse. */
const patience = 20;

/** The log gets a sentence for each document that cannot be read, once. */
export function createWorkspaceMentions(
  { connection, service, documents, session, textOf, host }: ServerParts,
  workspace: Workspace,
): WorkspaceMentions {
  // One text is asked about many times.
  const open = new Map<string, { readonly version: number; readonly facts: string; readonly found: FileMentions | undefined }>();
  const failed = new Set<string>();
  const readDocument = async (document: TextDocument): Promise<FileMentions | undefined> => {
    const { uri, version } = document;
    const facts = await workspace.facts.factsOf(uri, await workspace.settingsOf(uri));
    const key = `${numberOf(facts.set)} ${numberOf(facts.declaring ?? facts.set)} ${[...facts.inWorkspace.keys()].join()} ${[...facts.bySetting].join()}`;
    const known = open.get(uri);
    if (known?.version === version && known.facts === key) return known.found;
    const found = await service.collectMentions(textOf(document), facts);
    open.set(uri, { version, facts: key, found });
    return found;
  };
  /** The mentions in open documents, by the addresses of the index; undefined for those that name no code. */
  const readOpen = async (): Promise<ReadonlyMap<string, FileMentions | undefined>> => {
    const all = new Map<string, FileMentions | undefined>();
    for (const document of documents.all()) {
      const { uri, version } = document;
      // The old side of a diff is not part of the workspace, nor is an excerpt of a log.
      if (!/^(?:file|untitled|vscode-vfs|vscode-notebook-cell):/.test(uri)) continue;
      try {
        all.set(workspace.addressOf(uri), await readDocument(document));
      } catch (error) {
        // It harms only itself: the answers about all other documents leave it out.
        const key = `${uri} ${version}`;
        if (!failed.has(key)) connection.console.warn(`${uri} could not be read: ${describeError(error)}`);
        failed.add(key);
      }
    }
    for (const uri of open.keys()) if (!documents.get(uri)) open.delete(uri);
    if (documents.all().length === 0) failed.clear();
    return all;
  };
  let reading: Promise<ReadonlyMap<string, FileMentions | undefined>> | undefined;
  /** A request has waited the whole time for nothing: no other request waits. */
  let isLate = false;
  /** The same without waiting long. Documents that take longer have their last known mentions; without those they are absent. */
  const readOpenSoon = async (): Promise<ReadonlyMap<string, FileMentions | undefined>> => {
    // It goes on for the next request, and is not begun again before it is done.
    reading ??= readOpen().finally(() => {
      reading = undefined;
      isLate = false;
    });
    const read = reading;
    read.catch(() => undefined);
    const soon = isLate ? undefined : await Promise.race([read, host.wait(patience).then(() => undefined)]);
    isLate = soon === undefined;
    return soon ?? new Map([...open].map(([uri, { found }]) => [workspace.addressOf(uri), found]));
  };
  const files = async (): Promise<ReadonlyMap<string, FileMentions>> => {
    const all = new Map(workspace.index.files());
    for (const [uri, found] of await readOpen()) {
      if (found) all.set(uri, found);
      else all.delete(uri);
    }
    return all;
  };
  let counted: { readonly version: number; readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>> } | undefined;
  /** The catalogue that a file means by an id: folders may have different ones. */
  const findCatalogueOf = async (): Promise<(uri: string, id: string) => Catalogue | undefined> => {
    const folders = workspace.folders();
    const sets = new Map<string | undefined, CatalogueSet>([[undefined, await workspace.setOf('')]]);
    for (const folder of folders) sets.set(folder, await workspace.setOf(folder));
    return (uri, id) => sets.get(folderOf(homeOf(uri, folders), folders))?.catalogueById(id);
  };
  const catalogues = async (): Promise<readonly Catalogue[]> => {
    const folders = workspace.folders();
    const sets = await Promise.all((folders.length > 0 ? folders : ['']).map(workspace.setOf));
    return [...new Set(sets.flatMap((set) => set.catalogues))];
  };
  /** For each code and each class, how often each file of the index handles, compares or catches it. */
  const countIndexed = (): ReadonlyMap<string, ReadonlyMap<string, number>> => {
    const version = workspace.index.version();
    if (counted?.version !== version) {
      const counts = new Map<string, Map<string, number>>();
      for (const [uri, found] of workspace.index.files()) {
        for (const key of keysOf(found)) {
          const byFile = counts.get(key) ?? new Map<string, number>();
          counts.set(key, byFile.set(uri, (byFile.get(uri) ?? 0) + 1));
        }
      }
      counted = { version, counts };
    }
    return counted.counts;
  };
  return {
    files,
    catalogues,
    async placesOf(code, wanted) {
      const catalogueOf = await findCatalogueOf();
      const isWanted = (uri: string, id: string): boolean =>
        wanted === undefined || wanted.some((catalogue) => catalogue.id === id && catalogue === catalogueOf(uri, id));
      const places: FilePlace[] = [];
      for (const [uri, found] of await files()) {
        for (const place of found.places) {
          if (place.code === code && isWanted(uri, place.catalogue)) places.push({ ...place, uri });
        }
        for (const place of found.caught) {
          const catalogue = isWanted(uri, place.catalogue) ? catalogueOf(uri, place.catalogue) : undefined;
          if (catalogue && codesByClass(catalogue).get(place.name)?.has(code))
            places.push({ ...toCaughtPlace(place, code), uri });
        }
      }
      return places.sort(
        (a, b) =>
          placeRoles.indexOf(a.role) - placeRoles.indexOf(b.role) ||
          (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.range.start.line - b.range.start.line),
      );
    },
    async placesOfClass({ name, catalogue }) {
      const places = [...(await files())].flatMap(([uri, { caught }]) =>
        caught.filter((place) => place.name === name && place.catalogue === catalogue).map((place) => ({ ...place, uri })),
      );
      return places.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.range.start.line - b.range.start.line));
    },
    async handledCount() {
      if (!workspace.index.isComplete()) return () => undefined;
      const opened = await readOpenSoon();
      const catalogueOf = await findCatalogueOf();
      return ({ catalogue, entry }) => {
        const classes = [...codesByClass(catalogue)].filter(([, codes]) => codes.has(entry.code));
        const keys = new Set(classes.map(([name]) => keyOf('caught', catalogue.id, name)));
        const own = [...opened]
          .filter(([uri]) => catalogueOf(uri, catalogue.id) === catalogue)
          .flatMap(([, found]) => (found ? keysOf(found) : []));
        const countOf = (key: string): number => {
          let count = own.filter((each) => each === key).length;
          for (const [uri, times] of countIndexed().get(key) ?? [])
            if (!opened.has(uri) && catalogueOf(uri, catalogue.id) === catalogue) count += times;
          return count;
        };
        return {
          handled: countOf(keyOf('handled', catalogue.id, entry.code)),
          caught: [...keys].reduce((sum, key) => sum + countOf(key), 0),
          compared: countOf(keyOf('compared', catalogue.id, entry.code)),
          stubs: countOf(keyOf('stub', catalogue.id, entry.code)),
          linked: session.options.commandLinks === true,
        };
      };
    },
    async coverage(wait) {
      if (wait) await workspace.index.settled();
      return coverageOf(await catalogues(), await files(), await findCatalogueOf());
    },
  };
}

function keyOf(role: string, catalogue: string, name: string): string {
  return `${role} ${catalogue} ${name}`;
}

/** The codes that a file handles or compares, and the classes that it catches, each as often as it does. */
function keysOf({ places, caught }: FileMentions): readonly string[] {
  return [
    ...places.flatMap(({ role, catalogue, code }) => (role === 'named' ? [] : [keyOf(role, catalogue, code)])),
    ...caught.map(({ catalogue, name }) => keyOf('caught', catalogue, name)),
  ];
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number for an object; different objects have different numbers. */
function numberOf(of: object): number {
  let known = numbers.get(of);
  if (known === undefined) numbers.set(of, (known = lastNumber += 1));
  return known;
}
