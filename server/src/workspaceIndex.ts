import type { FactsFinder } from './documentFacts.ts';
import { folderOf } from './folderOf.ts';
import type { Host } from './host.ts';
import type { FileMentions } from './service/workspace/fileMentions.ts';
import type { LanguageService } from './service/index.ts';
import { languageIdOfPath } from './service/languages/sourceOf.ts';
import { type DeclaringFile, ownersOf } from './service/mentions/imports.ts';
import type { Settings } from './service/settings.ts';

/** What the files of the workspace say of codes: places and sites, no texts and no trees. */
export interface WorkspaceIndex {
  /** By address; files that name no code are absent. */
  files(): ReadonlyMap<string, FileMentions>;
  /** Another number whenever what `files` answers has changed. */
  version(): number;
  /** Files that declare constants for codes. The same list until one of them changes. */
  declaring(): readonly DeclaringFile[];
  /** Whether everything has been read once. */
  isComplete(): boolean;
  /** Limits that were reached, each a sentence. */
  notices(): readonly string[];
  /** Reads everything again: folders or catalogues have changed. */
  refresh(): void;
  /** These files have come, gone or changed. */
  update(uris: readonly string[]): void;
  /** Waits until all that is to be read has been read. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface WorkspaceIndexDependencies {
  readonly host: Host;
  readonly service: LanguageService;
  readonly facts: FactsFinder;
  /** Addresses of the workspace folders. */
  folders(): readonly string[];
  settingsOf(uri: string): Promise<Settings>;
  /** Globs that the editor leaves out of searches in a folder. */
  excludesOf(folder: string): Promise<readonly string[]>;
  /** A document as it is in the editor, which goes before its file; undefined when it is not open. */
  openDocument(uri: string): { readonly languageId: string; readonly text: string } | undefined;
  /** Resolves when nobody types: the index is the last to get time. */
  idle(): Promise<void>;
  /** Runs long work with progress in the client's window. `report` takes how much is done, 0 to 100. */
  withProgress(
    run: (signal: AbortSignal, report: (percent: number) => void) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** What the index knows has changed. */
  changed(): void;
}

const mostFiles = 20_000;
const mostPlaces = 300_000;
const mostDeclaring = 500;
const mostOwners = 2_000;
const nothing: readonly DeclaringFile[] = [];

export function createWorkspaceIndex(dependencies: WorkspaceIndexDependencies): WorkspaceIndex {
  const { host, service, facts, folders, settingsOf } = dependencies;
  const files = new Map<string, FileMentions>();
  let declaring: readonly DeclaringFile[] = nothing;
  let places = 0;
  let version = 0;
  let complete = false;
  let notices: string[] = [];
  let current = new AbortController();
  /** The last piece of work: each waits for the one before. */
  let work: Promise<void> = Promise.resolve();

  const put = (uri: string, found: FileMentions | undefined): void => {
    const before = files.get(uri);
    places += (found?.places.length ?? 0) - (before?.places.length ?? 0);
    version += 1;
    if (found) files.set(uri, found);
    else files.delete(uri);
  };
  const isFull = (): boolean => files.size >= mostFiles || places >= mostPlaces;

  const readFile = async (file: string, folder: string): Promise<void> => {
    const uri = host.uriOf(file);
    const languageId = languageIdOfPath(file);
    if (languageId === undefined) return;
    const settings = await settingsOf(folder);
    const open = dependencies.openDocument(uri);
    if (open) return put(uri, await service.collectMentions({ uri, ...open }, await facts.factsOf(uri, settings)));
    const text = await host.readSource(file, settings.fileSizeLimit * 1000);
    if (text === undefined) return put(uri, undefined);
    const own = await facts.factsOf(uri, settings);
    put(uri, await service.collectMentions({ uri, languageId, text, once: true }, own));
  };
  const readAll = async (
    list: readonly (readonly [string, string])[],
    signal: AbortSignal,
    report: (percent: number) => void,
  ) => {
    for (const [index, [file, folder]] of list.entries()) {
      await dependencies.idle();
      if (signal.aborted) return;
      if (isFull()) {
        notices = [`The workspace index is full after ${files.size} files; places in further files are not listed.`];
        return;
      }
      await readFile(file, folder).catch(() => undefined);
      if (index % 20 === 0) report((index / list.length) * 100);
    }
  };
  const updateDeclaring = (): boolean => {
    const now: DeclaringFile[] = [...files].flatMap(([uri, { constants }]) => (constants.length > 0 ? [{ uri, constants }] : []));
    const kept = now.slice(0, mostDeclaring);
    if (JSON.stringify(kept) === JSON.stringify(declaring)) return false;
    declaring = kept.length > 0 ? kept : nothing;
    return true;
  };
  const candidatesIn = async (folder: string, needles: readonly string[]): Promise<(readonly [string, string])[]> => {
    const path = host.fileOf(folder);
    if (path === undefined) return [];
    const found = await host.findCodeFiles(path, needles, await dependencies.excludesOf(folder));
    // What lies in a folder within this one has that one's settings and catalogues.
    const own = folders().length === 1 ? found : found.filter((file) => folderOf(host.uriOf(file), folders()) === folder);
    return own.map((file) => [file, folder] as const);
  };
  /** Files that use the constants of others hold no code themselves, and are only known once those have been read. */
  const findImporting = async (from: readonly DeclaringFile[]): Promise<(readonly [string, string])[]> => {
    const owners = ownersOf(from).slice(0, mostOwners);
    return (await Promise.all(folders().map((folder) => candidatesIn(folder, owners)))).flat();
  };
  const enqueue = (run: (signal: AbortSignal, report: (percent: number) => void) => Promise<void>, quiet: boolean): void => {
    const { signal } = current;
    work = work
      .then(async () => {
        if (signal.aborted) return;
        if (quiet) await run(signal, () => undefined);
        else await dependencies.withProgress(run, signal);
        if (!signal.aborted) dependencies.changed();
      })
      .catch(() => undefined);
  };

  return {
    files: () => files,
    version: () => version,
    declaring: () => declaring,
    isComplete: () => complete,
    notices: () => notices,
    refresh() {
      current.abort();
      current = new AbortController();
      enqueue(async (signal, report) => {
        const found: (readonly [string, string])[] = [];
        for (const folder of folders()) {
          const set = facts.setOf(await settingsOf(folder), host.fileOf(folder));
          found.push(...(await candidatesIn(folder, host.needlesOf(set))));
        }
        notices = [];
        const present = new Set(found.map(([file]) => host.uriOf(file)));
        // What holds no code any more declares none; it may use those of others all the same.
        for (const [uri, { constants }] of [...files]) if (constants.length > 0 && !present.has(uri)) put(uri, undefined);
        await readAll(found, signal, report);
        updateDeclaring();
        const importing = await findImporting(declaring);
        for (const [file] of importing) present.add(host.uriOf(file));
        await readAll(importing, signal, report);
        if (signal.aborted) return;
        for (const uri of [...files.keys()]) if (!present.has(uri)) put(uri, undefined);
        complete = true;
      }, false);
    },
    update(uris) {
      enqueue(async (signal, report) => {
        const owned = uris.flatMap((uri) => {
          const file = host.fileOf(uri);
          const folder = folderOf(uri, folders());
          return file === undefined || folder === undefined || (host.isIgnored(file) && !files.has(uri))
            ? []
            : [[file, folder] as const];
        });
        await readAll(owned, signal, report);
        const before = declaring;
        // Those that used what is gone are read again, too.
        if (updateDeclaring()) await readAll(await findImporting([...before, ...declaring]), signal, report);
      }, true);
    },
    async settled() {
      for (let last: Promise<void> | undefined; last !== work; ) {
        last = work;
        await last;
      }
    },
    dispose: () => current.abort(),
  };
}
