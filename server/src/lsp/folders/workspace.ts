import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CatalogueStore, createCatalogueStore } from '../../workspace/catalogueStore.ts';
import { describeError } from '../../shared/describeError.ts';
import { createFactsFinder, type FactsFinder } from '../../workspace/documentFacts.ts';
import { isFolder } from '../../workspace/changedFolders.ts';
import { createFileChanges } from './fileChanges.ts';
import { createFolderSettings } from './folderSettings.ts';
import { folderOf } from '../../workspace/folderOf.ts';
import { homeOf, notebookOf } from '../../workspace/homeOf.ts';
import { createDocumentEvidence } from '../documents/documentEvidence.ts';
import { createLongWork } from '../longWork.ts';
import { readExcludes } from './readExcludes.ts';
import { loadBuiltinCatalogues } from '../../service/catalogue/builtinCatalogues.ts';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { defaultSettings, type Settings } from '../../service/settings/settings.ts';
import type { ServerParts } from '../serverParts.ts';
import { createWorkspaceEvidence } from '../../workspace/workspaceEvidence.ts';
import { createWorkspaceIndex, type WorkspaceIndex, type WorkspaceIndexDependencies } from '../../workspace/workspaceIndex.ts';

/** The state of the editor besides documents: its folders, their settings and catalogues, and the mentions in their files. */
export interface Workspace {
  readonly store: CatalogueStore;
  readonly facts: FactsFinder;
  readonly index: WorkspaceIndex;
  /** Files and folders that could not be read, each a sentence. */
  notices(): readonly string[];
  /** Addresses. */
  folders(): readonly string[];
  /** Paths of the folders that are on this machine's disk. */
  folderPaths(): readonly string[];
  settingsOf(uri: string): Promise<Settings>;
  /** The catalogues for the documents of the folder that contains an address; those of all folders where none contains it. */
  setOf(uri: string): Promise<CatalogueSet>;
  /** A document's address as the index spells it: editors differ in what they escape. */
  addressOf(uri: string): string;
  /** The client has sent its capabilities and its open folders in `initialize`. */
  initialize(folders: readonly string[]): void;
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

/** How long the user must not have typed before the index goes on, in milliseconds. */
const typingPause = 300;

/**
 * @param followers of the index: each file that it reads, and each that is gone
 * @param changed called when catalogues, evidence or the index have changed: every earlier answer may be different by now
 */
export function createWorkspace(
  server: ServerParts,
  { fileRead, fileGone }: Pick<WorkspaceIndexDependencies, 'fileRead' | 'fileGone'>,
  changed: () => void,
): Workspace {
  const { connection, host, service, documents, session } = server;
  let folders: readonly string[] = [];
  let lastTyped = 0;
  const warn = (problem: string): void => connection.console.warn(problem);
  const warnOnce = createOnce(warn);
  const longWork = createLongWork(server);
  const evidenceIn = createDocumentEvidence();
  const settings = createFolderSettings(server, () => folders, warn);
  const { settingsOf } = settings;
  const excludesOf = (folder: string) => readExcludes(server, folder, warnOnce);

  const store = createCatalogueStore(host, loadBuiltinCatalogues(host.catalogueFolder), () => takeCatalogues(true));
  const takeCatalogues = (areOthers: boolean): void => {
    if (!areOthers) return;
    evidence.invalidate();
    index.refresh();
    changed();
  };
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
    besides(uri, path, set) {
      const notebook = notebookOf(uri);
      if (notebook === undefined) return new Map();
      const cells = documents.all().filter((other) => other.uri !== uri && notebookOf(other.uri) === notebook);
      return new Map(cells.flatMap((cell) => [...evidenceIn(cell, path, set)]));
    },
    folders: () => folders,
    declaring: () => index.declaring(),
  });
  const index = createWorkspaceIndex({
    host,
    service,
    facts,
    folders: () => folders,
    settingsOf,
    excludesOf,
    openDocument(uri) {
      const document = documents.get(uri);
      return document && { languageId: document.languageId, text: document.getText() };
    },
    async idle() {
      for (await host.wait(0); host.now() - lastTyped < typingPause; ) await host.wait(typingPause);
    },
    withProgress: (run, signal) => longWork.run('reading which error codes are handled where', signal, run),
    fileRead,
    fileGone,
    changed,
    say: warn,
  });

  const linksOf = async (uri: string) => {
    const path = host.fileOf(uri);
    const border = session.options.trusted === false &&
      path !== undefined && { folder: path, reason: l10n.t('which is not trusted') };
    const { catalogueLinks: links, disabledCatalogues } = await settingsOf(uri);
    return { path, links, shipped: { without: disabledCatalogues }, ...(border && { border }) };
  };
  const reload = async (): Promise<void> => {
    // Without a folder there are the user's own links.
    const linking = await Promise.all((folders.length > 0 ? folders : ['']).map(linksOf));
    const areOthers = await store.reload(linking);
    evidence.invalidate();
    if (areOthers) index.refresh();
    changed();
  };
  let reading: Promise<void> = Promise.resolve();
  let first: Promise<void> = reading;
  /** The last change of a document that a catalogue is read from. */
  let taking: Promise<void> = reading;
  /** @param andFiles reads all files again, too */
  const readAgain = (andFiles: boolean): void => {
    reading = reading
      .then(reload)
      // A failure costs only the answers about files that could not be read; other answers go on.
      .catch((error: unknown) => warn(`The catalogues could not be read: ${describeError(error)}`));
    if (andFiles) reading = reading.then(() => index.refresh());
  };
  const files = createFileChanges({ host, index, facts, folders: () => folders, settingsOf, excludesOf, readAgain, warn });

  return {
    store,
    facts,
    index,
    // One failure of a program is one sentence, also where several questions met it.
    notices: () => [...new Set([...store.notices(), ...evidence.problems().map((problem) => `${problem}.`), ...index.notices()])],
    folders: () => folders,
    folderPaths: () => folders.map(host.fileOf).filter((file) => file !== undefined),
    settingsOf,
    async setOf(uri) {
      const folder = folderOf(homeOf(uri, folders), folders);
      return facts.setOf(await settingsOf(uri), folder === undefined ? undefined : host.fileOf(folder));
    },
    addressOf(uri) {
      const file = host.fileOf(uri);
      return file === undefined ? uri : host.uriOf(file);
    },
    initialize(given) {
      folders = given;
      settings.begin(session.options.settings);
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
      files.foldersChanged();
      // A file in nested folders changes its owner; only a new scan shows which files those are.
      const isNested = [...added, ...removed].some((uri) =>
        [...before, ...folders].some((other) => other !== uri && folderOf(uri, [other]) !== folderOf(other, [uri])),
      );
      if (isNested) index.refresh();
      else index.changeFolders(added);
      changed();
    },
    changeSettings(pushed) {
      if (session.capabilities.workspace?.configuration !== true) settings.begin(pushed ?? session.options.settings);
      settings.clear();
      readAgain(true);
      changed();
    },
    changeFiles(uris) {
      if (uris.some((uri) => /\/api-error-codes\.(?:json|ya?ml)$/.test(uri))) {
        settings.clear();
        index.refresh();
        changed();
      }
      files.changed(uris);
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
      files.closed(uri);
    },
    dispose() {
      evidence.dispose();
      index.dispose();
    },
  };
}

/** Writes each message once. */
function createOnce(say: (problem: string) => void): (problem: string) => void {
  const said = new Set<string>();
  return (problem) => {
    if (!said.has(problem)) say(problem);
    said.add(problem);
  };
}
