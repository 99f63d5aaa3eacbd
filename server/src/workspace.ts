import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientRequests } from './clientRequests.ts';
import { type CatalogueStore, createCatalogueStore } from './catalogueStore.ts';
import { describeError } from './describeError.ts';
import { createFactsFinder, type FactsFinder } from './documentFacts.ts';
import { filesOf, isFolder } from './changedFolders.ts';
import { folderOf } from './folderOf.ts';
import type { Host } from './host.ts';
import { createLongWork } from './longWork.ts';
import type { InitializationOptions } from './protocol.ts';
import { readExcludes } from './readExcludes.ts';
import { readFolderConfiguration } from './readFolderConfiguration.ts';
import { loadBuiltinCatalogues } from './service/catalogue/builtinCatalogues.ts';
import type { CatalogueSet } from './service/catalogue/catalogueSet.ts';
import type { LanguageService } from './service/index.ts';
import { ownersOf } from './service/mentions/imports.ts';
import { defaultSettings, type Settings } from './service/settings.ts';
import { createSettingsStore, type SettingsStore } from './settingsStore.ts';
import { createWorkspaceEvidence } from './workspaceEvidence.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from './workspaceIndex.ts';

/** What is open in the editor besides documents: folders, their settings and catalogues, and what their files say. */
export interface Workspace {
  readonly store: CatalogueStore;
  readonly facts: FactsFinder;
  readonly index: WorkspaceIndex;
  /** What could not be read or looked through, each a sentence. */
  notices(): readonly string[];
  /** Addresses. */
  folders(): readonly string[];
  /** Paths of the folders that are on this machine's disk. */
  folderPaths(): readonly string[];
  settingsOf(uri: string): Promise<Settings>;
  /** The catalogues for the documents of the folder that an address lies in, those of every folder for one that lies in none. */
  setOf(uri: string): Promise<CatalogueSet>;
  /** A document's address as the index spells it: editors differ in what they escape. */
  addressOf(uri: string): string;
  /** Takes what the client said at start. */
  initialize(folders: readonly string[], capabilities: ClientCapabilities, options: InitializationOptions): void;
  /** Reads the catalogues of the folders, and then their files. */
  begin(): void;
  /** Waits for the first reading of the catalogues, and for edits to them: answers before would be about half of the codes. */
  ready(): Promise<void>;
  changeFolders(added: readonly string[], removed: readonly string[]): void;
  /** @param pushed the section, for clients that do not answer requests for it */
  changeSettings(pushed: unknown): void;
  /** Files have come, gone or changed on disk. */
  changeFiles(uris: readonly string[]): void;
  /** Whether an address is a folder's: one that is there, or one whose files were read. */
  isFolder(uri: string): boolean;
  /** An open document's text has changed. */
  changeDocument(document: TextDocument): void;
  closeDocument(uri: string): void;
  dispose(): void;
}

export interface WorkspaceDependencies {
  readonly connection: Pick<Connection, 'console'>;
  readonly client: ClientRequests;
  readonly host: Host;
  readonly service: LanguageService;
  readonly documents: TextDocuments<TextDocument>;
  /** Catalogues, evidence or the index have changed: everything that was answered may be answered otherwise now. */
  changed(): void;
}

/** How long files must be quiet before the workspace is looked at again, in milliseconds. */
const quietTime = 500;
/** How long nobody must have typed before the index goes on, in milliseconds. */
const typingPause = 300;

export function createWorkspace({ connection, client, host, service, documents, changed }: WorkspaceDependencies): Workspace {
  let folders: readonly string[] = [];
  let options: InitializationOptions = {};
  let capabilities: ClientCapabilities = {};
  let lastTyped = 0;
  const warn = (problem: string): void => connection.console.warn(problem);
  const warned = new Set<string>();
  const warnOnce = (problem: string): void => {
    if (!warned.has(problem)) warn(problem);
    warned.add(problem);
  };
  const longWork = createLongWork(client, host, () => capabilities.window?.workDoneProgress === true);
  const store = createCatalogueStore(host, loadBuiltinCatalogues(host.catalogueFolder), () => takeCatalogues(true));
  const takeCatalogues = (another: boolean): void => {
    if (!another) return;
    evidence.invalidate();
    index.refresh();
    changed();
  };
  let settings: SettingsStore = createSettingsStore(undefined, undefined, warn);
  const configurations = new Map<string, Promise<Readonly<Record<string, unknown>> | undefined>>();
  /** A file in the folder goes before the user's settings. */
  const configurationOf = async (uri: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const folder = folderOf(uri, folders);
    const path = folder === undefined ? undefined : host.fileOf(folder);
    if (path === undefined) return undefined;
    const reading = { host, trusted: options.trusted !== false, warn };
    const known = configurations.get(path) ?? readFolderConfiguration(path, reading);
    configurations.set(path, known);
    return known;
  };
  const folderPaths = (): readonly string[] => folders.map(host.fileOf).filter((file) => file !== undefined);

  const evidence = createWorkspaceEvidence(
    (root, set, signal) => longWork.run(`looking for APIs in ${root}`, signal, (either) => host.scanEvidence(root, set, either)),
    () => facts.setOf(defaultSettings),
    () => {
      index.refresh();
      changed();
    },
    () => changed(),
  );
  const facts = createFactsFinder({
    host,
    catalogues: store.catalogues,
    evidence,
    folders: () => folders,
    declaring: () => index.declaring(),
  });
  const index = createWorkspaceIndex({
    host,
    service,
    facts,
    folders: () => folders,
    settingsOf: (uri) => settings.settingsOf(uri),
    excludesOf: (folder) => readExcludes(client, capabilities, folder, warnOnce),
    openDocument(uri) {
      const document = documents.get(uri);
      return document && { languageId: document.languageId, text: document.getText() };
    },
    async idle() {
      for (await host.wait(0); host.now() - lastTyped < typingPause; ) await host.wait(typingPause);
    },
    withProgress: (run, signal) => longWork.run('reading which error codes are handled where', signal, run),
    changed,
    say: warn,
  });

  const reload = async (): Promise<void> => {
    const linking = await Promise.all(
      folders.map(async (uri) => {
        const path = host.fileOf(uri);
        const border = options.trusted === false && path !== undefined && { folder: path, reason: 'which is not trusted' };
        return { path, links: (await settings.settingsOf(uri)).catalogueLinks, ...(border && { border }) };
      }),
    );
    const alone = folders.length > 0 ? [] : [{ path: undefined, links: (await settings.settingsOf('')).catalogueLinks }];
    const another = await store.reload([...linking, ...alone]);
    evidence.invalidate();
    if (another) index.refresh();
    changed();
  };
  let reading: Promise<void> = Promise.resolve();
  /** @param andFiles reads all files again, too */
  const readAgain = (andFiles: boolean): void => {
    reading = reading
      .then(reload)
      // A failure costs the answers about what could not be read: those about the rest go on.
      .catch((error: unknown) => warn(`The catalogues could not be read: ${describeError(error)}`));
    if (andFiles) reading = reading.then(() => index.refresh());
  };
  let first: Promise<void> = Promise.resolve();
  /** The last change of a document that a catalogue is read from. */
  let taking: Promise<void> = Promise.resolve();
  /** By files that have changed: the roots of their projects, as they were before. */
  const rootsBefore = new Map<string, string | undefined>();
  let ignoresChanged = false;
  const rescan = host.debounce(quietTime, () => {
    host.forgetFiles();
    // What is ignored, and where a project begins, concerns files that have not changed themselves.
    const concernsOthers = ignoresChanged || [...rootsBefore].some(([file, root]) => host.rootOf(file, undefined) !== root);
    rootsBefore.clear();
    ignoresChanged = false;
    readAgain(concernsOthers);
  });
  /** Files that the editor leaves out of searches are not read when they change either. */
  const leaveOutExcluded = async (uris: readonly string[]): Promise<readonly string[]> => {
    const excludes = new Map<string, readonly string[]>();
    const kept: string[] = [];
    for (const uri of uris) {
      const folder = folderOf(uri, folders);
      const [path, file] = [folder === undefined ? undefined : host.fileOf(folder), host.fileOf(uri)];
      if (folder === undefined || path === undefined || file === undefined) continue;
      const globs = excludes.get(folder) ?? (await readExcludes(client, capabilities, folder, warnOnce));
      excludes.set(folder, globs);
      if (!host.isExcluded(host.relative(path, file), globs)) kept.push(uri);
    }
    return kept;
  };
  const changedFiles = new Set<string>();
  const readChanged = host.debounce(quietTime, () => {
    const uris = [...changedFiles];
    changedFiles.clear();
    const findFiles = async (folder: string): Promise<readonly string[]> => {
      const uri = folderOf(host.uriOf(folder), folders);
      if (uri === undefined) return [];
      const set = facts.setOf(await settings.settingsOf(uri), host.fileOf(uri));
      const needles = [...host.needlesOf(set), ...ownersOf(index.declaring())];
      const { files, problems } = await host.findCodeFiles(folder, needles, []);
      for (const problem of problems) warn(`${problem}.`);
      return files;
    };
    filesOf(uris, { host, index, findFiles })
      .then(async (files) => index.update(await leaveOutExcluded(files)))
      .catch((error: unknown) => warn(`Changed files could not be read: ${describeError(error)}`));
  });

  return {
    store,
    facts,
    index,
    // One failure of a program is one sentence, whatever it was asked for.
    notices: () => [...new Set([...store.notices(), ...evidence.problems().map((problem) => `${problem}.`), ...index.notices()])],
    folders: () => folders,
    folderPaths,
    settingsOf: (uri) => settings.settingsOf(uri),
    async setOf(uri) {
      const folder = folderOf(uri, folders);
      return facts.setOf(await settings.settingsOf(uri), folder === undefined ? undefined : host.fileOf(folder));
    },
    addressOf(uri) {
      const file = host.fileOf(uri);
      return file === undefined ? uri : host.uriOf(file);
    },
    initialize(given, clientCapabilities, initial) {
      folders = given;
      capabilities = clientCapabilities;
      options = initial;
      const asks = capabilities.workspace?.configuration === true;
      settings = createSettingsStore(
        asks
          ? (uri) => client.configuration([{ scopeUri: uri, section: 'apiErrorCodes' }]).then((sections) => sections?.[0])
          : undefined,
        initial.settings,
        warn,
        configurationOf,
      );
    },
    begin() {
      readAgain(true);
      first = reading;
    },
    async ready() {
      await first;
      await taking;
    },
    changeFolders(added, removed) {
      const gone = new Set(removed);
      const before = folders;
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added];
      rescan();
      // Of a folder within another, files change their owner: which they are is only known by looking again.
      const isNested = [...added, ...removed].some((uri) =>
        [...before, ...folders].some((other) => other !== uri && folderOf(uri, [other]) !== folderOf(other, [uri])),
      );
      if (isNested) index.refresh();
      else index.changeFolders(added);
      changed();
    },
    changeSettings(pushed) {
      if (capabilities.workspace?.configuration !== true)
        settings = createSettingsStore(undefined, pushed ?? options.settings, warn, configurationOf);
      configurations.clear();
      settings.clear();
      readAgain(true);
      changed();
    },
    changeFiles(uris) {
      if (uris.some((uri) => /\/api-error-codes\.(?:json|ya?ml)$/.test(uri))) {
        configurations.clear();
        settings.clear();
        index.refresh();
        changed();
      }
      ignoresChanged ||= uris.some((uri) => /\/\.(?:git|rg)?ignore$/.test(uri));
      for (const uri of uris) {
        changedFiles.add(uri);
        const file = host.fileOf(uri);
        if (file !== undefined && !rootsBefore.has(file)) rootsBefore.set(file, host.rootOf(file, undefined));
      }
      readChanged();
      rescan();
    },
    isFolder: (uri) => isFolder(uri, { host, index }),
    changeDocument(document) {
      lastTyped = host.now();
      taking = store
        .take(document.uri, document.getText())
        .then(takeCatalogues)
        .catch((error: unknown) => warn(`${document.uri} could not be read as a catalogue: ${describeError(error)}`));
    },
    closeDocument(uri) {
      store.release(uri);
      settings.forget(uri);
      changedFiles.add(uri);
      readChanged();
    },
    dispose() {
      evidence.dispose();
      index.dispose();
    },
  };
}
