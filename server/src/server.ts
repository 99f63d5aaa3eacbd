import * as l10n from '@vscode/l10n';
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCatalogueStore } from './catalogueStore.ts';
import { createDiagnosticsPublisher, type DiagnosticsPublisher } from './diagnosticsPublisher.ts';
import { createFactsFinder } from './documentFacts.ts';
import { registerExplain } from './explain.ts';
import { registerReadCatalogue } from './readCatalogue.ts';
import { registerFeatures } from './features.ts';
import { runSafely } from './handlers.ts';
import type { Host } from './host.ts';
import { registerLogFeatures } from './logFeatures.ts';
import { registerLookup } from './lookup.ts';
import { readDocumentUri } from './params.ts';
import { statusMethod, type InitializationOptions, type StatusParams } from './protocol.ts';
import { loadBuiltinCatalogues } from './service/catalogue/builtinCatalogues.ts';
import { toCatalogueDiagnostics } from './service/features/catalogueDiagnostics.ts';
import type { CatalogueSet } from './service/catalogue/catalogueSet.ts';
import { createBoundedPattern } from './service/mentions/boundedPattern.ts';
import { createLanguageService, type DocumentFindings } from './service/index.ts';
import { sourceExtensions } from './service/languages/sourceOf.ts';
import { isLogDocument } from './service/logs/isLogDocument.ts';
import { createLogRecogniser, type LogRecogniser } from './service/logs/logRecogniser.ts';
import { defaultSettings } from './service/settings.ts';
import { createParserPool } from './service/syntax/parserPool.ts';
import { withScanProgress } from './scanProgress.ts';
import { createSettingsStore } from './settingsStore.ts';
import { createWorkspaceEvidence } from './workspaceEvidence.ts';

/** How long files must be quiet before the workspace is looked at again, in milliseconds. */
const quietTime = 500;

const watchedEndings = [
  ...sourceExtensions.map((extension) => extension.slice(1)),
  'json,yaml,yml,toml,xml,env,gradle,kts,md,mdx,markdown',
].join(',');

/** Wires capabilities and handlers to a connection. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const service = createLanguageService({ parsers: createParserPool(host.grammars), rulePage: host.rulePage });
  const store = createCatalogueStore(host, loadBuiltinCatalogues(host.catalogueFolder));
  let folders: readonly string[] = [];
  let options: InitializationOptions = {};
  let capabilities: InitializeParams['capabilities'] = {};
  let publisher: DiagnosticsPublisher | undefined;

  const evidence = createWorkspaceEvidence(
    withScanProgress(connection, host, () => capabilities.window?.workDoneProgress === true),
    () => facts.setOf(defaultSettings),
    () => publisher?.refresh(),
  );
  const facts = createFactsFinder(host, store.catalogues, evidence, () => folders);
  let settings = createSettingsStore(undefined, undefined, (problem) => connection.console.warn(problem));
  const rescan = host.debounce(quietTime, () => {
    host.forgetFiles();
    void reloadCatalogues();
  });
  const onDisk = (uris: readonly string[]): readonly string[] =>
    uris.map((uri) => host.fileOf(uri)).filter((file) => file !== undefined);
  const reloadCatalogues = async (): Promise<void> => {
    const linking = await Promise.all(
      folders.map(async (uri) => ({ path: host.fileOf(uri), links: (await settings.settingsOf(uri)).catalogueLinks })),
    );
    const alone = folders.length > 0 ? [] : [{ path: undefined, links: (await settings.settingsOf('')).catalogueLinks }];
    const changed = await store.reload([...linking, ...alone], options.trusted !== false);
    evidence.invalidate();
    if (changed) catalogueChanged();
    else reportStatus('', []);
  };
  const catalogueChanged = (): void => {
    evidence.invalidate();
    publisher?.refresh();
    reportStatus('', []);
  };

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    options = readOptions(params.initializationOptions);
    if (options.ripgrepPath !== undefined) host.useRipgrep(options.ripgrepPath);
    if (options.translations) l10n.config({ contents: options.translations });
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    const asks = capabilities.workspace?.configuration === true;
    settings = createSettingsStore(
      asks ? (uri) => connection.workspace.getConfiguration({ scopeUri: uri, section: 'apiErrorCodes' }) : undefined,
      options.settings,
      (problem) => connection.console.warn(problem),
    );
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    publisher = createDiagnosticsPublisher({
      connection,
      documents,
      pulls,
      canRefresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
      debounce: host.debounce,
      find: async (document) => {
        const found = await findDiagnostics(document);
        reportStatus(document.uri, found.notices);
        return found.diagnostics;
      },
    });
    return {
      serverInfo: { name: 'api-error-codes', version: options.version ?? '0.1.0' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pulls
          ? { diagnosticProvider: { identifier: 'api-error-codes', interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
        ...registerFeatures({
          connection,
          documents,
          service,
          facts,
          settings: () => settings,
          host,
          logs,
          options: () => options,
        }),
      },
    };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'apiErrorCodes' });
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // Any source file may show an API; what git ignores and where a project begins matter too.
      const watchers = [
        { globPattern: `**/*.{${watchedEndings}}` },
        { globPattern: '**/{.gitignore,go.mod,Gemfile,CMakeLists.txt}' },
      ];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        rescan();
        publisher?.refresh();
      });
    }
    reportStatus('', []);
    catalogues = reloadCatalogues();
  });

  /** The first reading of the workspace's catalogues: answers before it would be about half of the codes. */
  let catalogues: Promise<void> = Promise.resolve();
  /** The last change of a document that a catalogue is read from. */
  let taking: Promise<void> = Promise.resolve();

  const findDiagnostics = async (document: TextDocument): Promise<Pick<DocumentFindings, 'diagnostics' | 'notices'>> => {
    // A log reports; it handles nothing.
    if (isLogDocument(document)) return { diagnostics: [], notices: [] };
    await catalogues;
    await taking;
    const problems = await store.problemsIn(document.uri, document.getText());
    if (problems) return { diagnostics: toCatalogueDiagnostics(problems), notices: [] };
    const own = await settings.settingsOf(document.uri);
    return service.findFindings(
      { uri: document.uri, languageId: document.languageId, text: document.getText() },
      await facts.factsOf(document.uri, own),
    );
  };

  connection.languages.diagnostics.on((params, token: CancellationToken) => {
    const uri = readDocumentUri(params);
    return runSafely(
      connection.console,
      'textDocument/diagnostic',
      uri,
      token,
      { kind: 'full' as const, items: [] },
      async () => {
        const document = documents.get(uri);
        if (!document) return { kind: 'full' as const, items: [] };
        const { diagnostics, notices } = await findDiagnostics(document);
        reportStatus(uri, notices);
        return { kind: 'full' as const, items: diagnostics };
      },
    );
  });

  const recognisers = new WeakMap<CatalogueSet, LogRecogniser>();
  const recogniserOf = (set: CatalogueSet): LogRecogniser => {
    let recogniser = recognisers.get(set);
    if (!recogniser) {
      recogniser = createLogRecogniser(set.catalogues, createBoundedPattern);
      recognisers.set(set, recogniser);
    }
    return recogniser;
  };
  const logs = registerLogFeatures({
    connection,
    documents,
    recogniserOf: async (uri) => recogniserOf(facts.setOf(await settings.settingsOf(uri))),
    shownIn: async (uri) => new Set((await facts.factsOf(uri, await settings.settingsOf(uri))).inWorkspace.keys()),
    timeZoneOf: async (uri) => (await settings.settingsOf(uri)).timeZone,
    options: () => options,
    now: host.now,
  });
  registerLookup({
    connection,
    host: host.lookup,
    settings: () => settings.settingsOf(folders[0] ?? ''),
    recogniser: async () => recogniserOf(facts.setOf(await settings.settingsOf(folders[0] ?? ''))),
    folders: () => onDisk(folders),
    documents: () => documents.all(),
    fileOf: host.fileOf,
    ripgrepPath: host.ripgrepPath,
    trusted: () => options.trusted !== false,
  });
  registerReadCatalogue({
    connection,
    host,
    textOf: (uri) => documents.get(uri)?.getText(),
    folders: () => onDisk(folders),
  });
  registerExplain(connection, async () => facts.setOf(await settings.settingsOf('')));

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    if (capabilities.workspace?.configuration !== true) {
      const section = (pushed as { apiErrorCodes?: unknown } | null | undefined)?.apiErrorCodes;
      settings = createSettingsStore(undefined, section ?? options.settings, (problem) => connection.console.warn(problem));
    }
    settings.clear();
    void reloadCatalogues();
    publisher?.refresh();
  });
  connection.onDidChangeWatchedFiles(rescan);
  documents.onDidSave(rescan);
  documents.onDidChangeContent(({ document }) => {
    taking = store.take(document.uri, document.getText()).then((changed) => void (changed && catalogueChanged()));
    publisher?.documentChanged(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    service.forget(uri);
    service.keepOnly(documents.all().map((document) => document.languageId));
    notices.delete(uri);
    store.release(uri);
    publisher?.documentClosed(uri);
  });
  connection.onShutdown(() => evidence.dispose());

  const notices = new Map<string, readonly string[]>();
  let lastStatus = '';
  const reportStatus = (uri: string, said: readonly string[]): void => {
    if (said.length > 0) notices.set(uri, said);
    else notices.delete(uri);
    const status: StatusParams = {
      catalogues: store.catalogues().map(({ title, codes }) => ({
        title,
        codes: [...codes.values()].filter(({ retired }) => !retired).length,
      })),
      notices: [
        ...store.notices(),
        ...[...notices].flatMap(([uri, said]) =>
          said.map((notice) => `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))} ${notice}.`),
        ),
      ],
    };
    const text = JSON.stringify(status);
    if (text !== lastStatus) void connection.sendNotification(statusMethod, status);
    lastStatus = text;
  };

  documents.listen(connection);
  connection.listen();
}

/** Takes what has the right type and leaves the rest. */
function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { ripgrepPath, commandLinks, trusted, settings, version, translations } = value as Record<string, unknown>;
  return {
    ...(typeof ripgrepPath === 'string' ? { ripgrepPath } : {}),
    ...(typeof commandLinks === 'boolean' ? { commandLinks } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    ...(isTranslations(translations) ? { translations } : {}),
    settings,
  };
}

function isTranslations(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
