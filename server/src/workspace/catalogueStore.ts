import { problemInSentence } from '../shared/problem.ts';
import * as l10n from '@vscode/l10n';
import { describeError } from '../shared/describeError.ts';
import { hasChanged, isCopy, spellPlaces } from './comparedCatalogues.ts';
import type { CatalogueBorder, CatalogueFileEntry, CatalogueHost } from './host.ts';
import type { CatalogueProblem } from '../service/catalogue/catalogueFile.ts';
import { isCatalogueName } from '../service/catalogue/catalogueName.ts';
import type { LoadedCatalogue, LoadedDocument } from '../service/catalogue/loadCatalogue.ts';
import { createShippedStore, type ShippedFolder } from './shippedStore.ts';
import type { CatalogueLink } from '../service/settings/catalogueLink.ts';
import type { Catalogue } from '../service/types.ts';

/** A workspace folder, and the catalogues that its settings link to. */
export interface CatalogueFolder extends ShippedFolder {
  readonly links: readonly CatalogueLink[];
  /** The folder that the links may not leave; absent where the user has set them. */
  readonly border?: CatalogueBorder;
}

/** The catalogues in use: the built-in ones, those in files of the workspace folders, and those that settings link to. */
export interface CatalogueStore {
  /** Those for the documents of a folder; all without one. The same list as long as nothing has changed. */
  catalogues(folder?: string): readonly Catalogue[];
  /** The problems in the files that were read. */
  problems(): readonly (CatalogueProblem & { readonly uri: string })[];
  /** Links that lead nowhere, files that cannot be read and catalogues that a different one hides, each a sentence. */
  notices(): readonly string[];
  /** The problems in a catalogue's document; undefined for a document that no catalogue is read from. */
  problemsIn(uri: string, text: string): Promise<readonly CatalogueProblem[] | undefined>;
  /** The text of a catalogue's document, as it is in the editor or on disk; undefined when it cannot be read. */
  textOf(uri: string): Promise<string | undefined>;
  /** Reads the files of the folders again. @returns whether a catalogue came, went or changed */
  reload(folders: readonly CatalogueFolder[]): Promise<boolean>;
  /** Takes the text of an open document for its file's. @returns whether a catalogue changed */
  take(uri: string, text: string): Promise<boolean>;
  /** The document was closed: its file counts again, from the next reload on. */
  release(uri: string): void;
}

/** Files that are read together, and the result of their last reading. */
interface Source {
  readonly entries: readonly CatalogueFileEntry[];
  /** Absent for a catalogue file that was found. */
  readonly link?: CatalogueLink;
  /** The folder whose documents it is for; absent: every folder's. */
  readonly folder?: string;
  /** The folder that it was found in; absent for one that is linked to. */
  readonly foundIn?: string;
  texts: string;
  related: ReadonlySet<string>;
  loaded: readonly LoadedCatalogue[];
  /** Ends a reading in a thread. */
  stop: AbortController | undefined;
}

/**
 * @param late called when a catalogue changed whose documents take long to read. No call waits for such documents. Absent:
 * all calls wait for them
 */
export function createCatalogueStore(host: CatalogueHost, builtin: readonly Catalogue[], late?: () => void): CatalogueStore {
  let sources = new Map<string, Source>();
  let notices: string[] = [];
  const open = new Map<string, string>();
  const shipped = createShippedStore(host);
  const lists = new Map<string | undefined, readonly Catalogue[]>();
  /** The readings that are going on, by their texts. */
  const pending = new Map<string, Promise<readonly LoadedCatalogue[]>>();

  const list = (folder: string | undefined): readonly Catalogue[] => {
    const fitting = [...sources.values()].filter(
      (source) => folder === undefined || source.folder === undefined || source.folder === folder,
    );
    // A link has more details about a file than the file itself.
    const linked = new Set(fitting.filter(({ link }) => link).flatMap(({ entries }) => entries.map(({ uri }) => uri)));
    const used = fitting.filter(({ link, entries }) => link || !entries.every(({ uri }) => linked.has(uri)));
    const all = used.flatMap(cataloguesIn);
    const before = [...shipped.catalogues(folder, [...builtin, ...all]), ...builtin];
    // When two have one id, the later one counts. In a folder that is its own catalogue, not one of a different folder.
    if (folder === undefined || new Set(all.map(({ id }) => id)).size === all.length) return [...before, ...all];
    const isForeign = ({ foundIn }: Source): boolean => foundIn !== undefined && foundIn !== folder;
    return [...before, ...[...used.filter(isForeign), ...used.filter((source) => !isForeign(source))].flatMap(cataloguesIn)];
  };
  /** Catalogues that no document of a folder sees, since a different one there has their id. */
  const findHidden = (): readonly string[] => {
    const said = new Set<string>();
    for (const folder of new Set([...sources.values()].flatMap(({ folder: scope, foundIn }) => scope ?? foundIn ?? []))) {
      const foreign = new Set(
        [...sources.values()].filter(({ foundIn }) => foundIn !== undefined && foundIn !== folder).flatMap(cataloguesIn),
      );
      const byId = new Map<string, Catalogue>();
      for (const catalogue of list(folder)) {
        const before = byId.get(catalogue.id);
        byId.set(catalogue.id, catalogue);
        // One's own in the place of a built-in one is meant.
        if (!before || before.builtin || foreign.has(before) || isCopy(before, catalogue)) continue;
        said.add(`${nameOf(before)} and ${nameOf(catalogue)} have the same id, ${catalogue.id}: only the second one is used.`);
      }
    }
    return [...said];
  };
  const nameOf = ({ uri, title }: Catalogue): string =>
    [...sources.values()].flatMap(({ entries }) => entries).find((entry) => entry.uri === uri)?.name ?? title;
  const cataloguesOf = (folder?: string): readonly Catalogue[] => {
    let known = lists.get(folder);
    if (!known) {
      const own = list(folder);
      const all = folder === undefined ? own : cataloguesOf();
      // The same list for every folder where it is equal: the work prepared for it then serves all folders.
      known = all.length === own.length && own.every((catalogue, index) => catalogue === all[index]) ? all : own;
      lists.set(folder, known);
    }
    return known;
  };
  /**
   * Reads a source's files. The last good version of each catalogue stays in use.
   * @param said gets a sentence for each file that cannot be read
   * @returns whether a catalogue changed
   */
  const read = async (source: Source, said: string[]): Promise<boolean> => {
    const related = new Map<string, string>();
    const stop = new AbortController();
    const { signal } = stop;
    const documents: LoadedDocument[] = [];
    for (const entry of source.entries) {
      const overlay = open.get(entry.uri);
      const result = overlay === undefined ? await entry.read() : { text: overlay };
      if ('problem' in result) said.push(`${problemInSentence({ file: entry.name, reason: result.problem })}.`);
      else
        documents.push({
          uri: entry.uri,
          name: entry.name,
          text: result.text,
          host: {
            readRelated: (path) => readRelated(entry, path, related),
            pause: entry.pause,
            ...(entry.parse ? { parse: entry.parse } : {}),
            ...(entry.readLong ? { readLong: entry.readLong } : {}),
            signal,
          },
        });
    }
    const texts = JSON.stringify([
      documents.map(({ uri, text }) => [uri, text]),
      [...source.related].map((uri) => open.get(uri)),
    ]);
    // A change of the related files is only noticed when they are read.
    if (texts === source.texts && source.related.size === 0) return false;
    // Readers take libraries that most runs do not need.
    const { loadCatalogues, isLongDocument } = await import('../service/catalogue/loadCatalogue.ts');
    const known = pending.get(texts);
    if (!known) {
      source.stop?.abort();
      source.stop = stop;
    }
    const loading = known ?? loadCatalogues(documents, source.link).finally(() => pending.delete(texts));
    pending.set(texts, loading);
    const take = (loaded: readonly LoadedCatalogue[]): boolean => {
      const before = source.loaded;
      source.loaded = loaded.map((now) => {
        const old = before.find(({ uri }) => uri === now.uri);
        if (!old?.catalogue) return now;
        return now.catalogue === undefined || spellPlaces(now) === spellPlaces(old) ? { ...now, catalogue: old.catalogue } : now;
      });
      source.texts = texts;
      source.related = new Set(related.keys());
      return hasChanged(before, source.loaded);
    };
    if (!late || !documents.some(isLongDocument)) return take(await loading);
    const takeLate = (loaded: readonly LoadedCatalogue[]): void => {
      if (source.stop?.signal.aborted) return;
      take(loaded);
      lists.clear();
      late();
    };
    // A failure must be reported although no call waits for it. It concerns only this document.
    loading.then(takeLate).catch((error: unknown) => {
      notices.push(`${source.entries[0]?.name ?? ''} could not be read: ${describeError(error)}.`);
      late();
    });
    return false;
  };
  const readRelated = async (entry: CatalogueFileEntry, path: string, related: Map<string, string>) => {
    const result = await entry.readRelated(path);
    if (result.uri !== undefined) related.set(result.uri, path);
    const overlay = result.uri === undefined ? undefined : open.get(result.uri);
    return overlay === undefined ? result : { text: overlay };
  };

  return {
    catalogues: cataloguesOf,
    problems: () => [...sources.values()].flatMap(({ loaded }) => loaded.flatMap(({ problems }) => problems)),
    notices: () => [...new Set([...notices, ...describeProblems([...sources.values()]), ...findHidden()])],
    async problemsIn(uri, text) {
      const reading = [...sources.values()].filter(({ entries }) => entries.some((entry) => entry.uri === uri));
      if (reading.length > 0) {
        return reading.flatMap(({ loaded }) =>
          loaded.flatMap(({ problems }) => problems.filter((problem) => problem.uri === uri)),
        );
      }
      // A file elsewhere, or one that was not saved yet.
      if (!isCatalogueName(uri)) return undefined;
      const { readCatalogueFile } = await import('../service/catalogue/readCatalogue.ts');
      return readCatalogueFile(text).problems;
    },
    async textOf(uri) {
      const entry = [...sources.values()].flatMap(({ entries }) => entries).find((candidate) => candidate.uri === uri);
      const result = open.has(uri) ? { text: open.get(uri) ?? '' } : await entry?.read();
      return result && 'text' in result ? result.text : undefined;
    },
    async reload(folders) {
      // Calls in the meantime get all earlier notices, not a part of the new ones.
      const said: string[] = [];
      const now = new Map<string, Source>();
      const add = (key: string, source: Pick<Source, 'entries' | 'link' | 'folder' | 'foundIn'>): void => {
        const before = sources.get(key);
        const same =
          before &&
          JSON.stringify([before.link, before.entries.map(({ uri }) => uri)]) ===
            JSON.stringify([source.link, source.entries.map(({ uri }) => uri)]);
        now.set(key, {
          ...source,
          texts: same ? before.texts : '',
          related: same ? before.related : new Set(),
          loaded: before?.loaded ?? [],
          stop: before?.stop,
        });
      };
      for (const { path } of folders) {
        if (path === undefined) continue;
        const { files, problem } = await host.listCatalogues(path);
        if (problem !== undefined) said.push(`${problem}.`);
        for (const entry of files) {
          // A file in nested folders belongs to the inner one.
          const isInner = (now.get(entry.uri)?.foundIn?.length ?? 0) < path.length;
          if (isInner) add(entry.uri, { entries: [entry], foundIn: path });
        }
      }
      for (const { path, links, border } of folders) {
        for (const link of links) {
          const { files, problem } = await host.expandCatalogues(path, link.path, border);
          if (problem !== undefined) said.push(`The setting apiErrorCodes.catalogues names ${problem}.`);
          const scope = path === undefined ? {} : { folder: path };
          if (link.id !== undefined) {
            if (files.length > 0) add(`${path}\n${link.path}\n${link.id}`, { entries: files, link, ...scope });
          } else for (const entry of files) add(`${path}\n${link.path}\n${entry.uri}`, { entries: [entry], link, ...scope });
        }
      }
      let changed = now.size !== sources.size || [...now.keys()].some((key) => !sources.has(key));
      const found = await shipped.reload(folders);
      said.push(...found.problems);
      changed ||= found.changed;
      for (const source of now.values()) changed = (await read(source, said)) || changed;
      sources = now;
      notices = said;
      if (changed) lists.clear();
      return changed;
    },
    async take(uri, text) {
      const concerned = [...sources.values()].filter(
        ({ entries, related }) => entries.some((entry) => entry.uri === uri) || related.has(uri),
      );
      if (concerned.length === 0 && !isCatalogueName(uri)) return false;
      if (open.get(uri) === text) return false;
      open.set(uri, text);
      let changed = false;
      for (const source of concerned) changed = (await read(source, notices)) || changed;
      if (changed) lists.clear();
      return changed;
    },
    release: (uri) => void open.delete(uri),
  };
}

/** The first problem of each file: few of these files are open in the editor. */
function describeProblems(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ entries, loaded }) =>
    entries.flatMap(({ uri, name }) => {
      const [first, ...others] = loaded.flatMap(({ problems }) => problems.filter((problem) => problem.uri === uri));
      if (!first) return [];
      const more = others.length === 0 ? '' : l10n.t(', and {0} more problems', others.length);
      return [
        l10n.t('{0} is read only in part: line {1}: {2}{3}.', name, first.line + 1, first.message.replace(/\.$/, ''), more),
      ];
    }),
  );
}

function cataloguesIn({ loaded }: Source): readonly Catalogue[] {
  return loaded.flatMap(({ catalogue }) => (catalogue ? [catalogue] : []));
}
