import * as l10n from '@vscode/l10n';
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createClientRequests } from './clientRequests.ts';
import { createDocumentConnection } from './documentConnection.ts';
import { createDocumentTexts } from './documentTexts.ts';
import { createDiagnosticsPublisher, type DiagnosticsPublisher } from './diagnosticsPublisher.ts';
import { findShown, registerCoverage } from './coverageRequest.ts';
import { registerExplain } from './explain.ts';
import { registerReadCatalogue } from './readCatalogue.ts';
import { registerFeatures } from './features.ts';
import { readFolders, readInitialFolders } from './initialFolders.ts';
import { readInitializationOptions } from './initializationOptions.ts';
import { readProxy } from './readProxy.ts';
import { runSafely } from './handlers.ts';
import type { Host } from './host.ts';
import { registerHandlersOf } from './handlersOf.ts';
import { registerLogFeatures } from './logFeatures.ts';
import { createLogOverviews } from './logOverviews.ts';
import { registerLookup } from './lookup.ts';
import { readDocumentUri, readRecord } from './params.ts';
import { coverageChangedMethod, type InitializationOptions } from './protocol.ts';
import { toCatalogueDiagnostics } from './service/features/catalogueDiagnostics.ts';
import type { CatalogueSet } from './service/catalogue/catalogueSet.ts';
import { createBoundedPattern } from './service/mentions/boundedPattern.ts';
import { createLanguageService } from './service/index.ts';
import { sourceExtensions } from './service/languages/sourceOf.ts';
import { isLogDocument } from './service/logs/isLogDocument.ts';
import { createLogRecogniser, type LogRecogniser } from './service/logs/logRecogniser.ts';
import { createStatusReporter } from './statusReporter.ts';
import { registerSummariseLog } from './summariseLog.ts';
import { registerTerminalLinks } from './terminalLinks.ts';
import { createCodeInDocument } from './codeInDocument.ts';
import { registerNavigation } from './navigation.ts';
import { createWorkspaceMentions } from './workspaceMentions.ts';
import { createWorkspace } from './workspace.ts';
import { createParserPool } from './service/syntax/parserPool.ts';

const watchedEndings = [
  ...sourceExtensions,
  ...['.json', '.yaml', '.yml', '.toml', '.xml', '.env', '.gradle', '.kts', '.md', '.mdx', '.markdown'],
];
const watchedNames = ['.gitignore', 'go.mod', 'Gemfile', 'CMakeLists.txt'];

/** Whether a file is watched for what is in it. */
function isWatched(uri: string): boolean {
  return watchedEndings.some((ending) => uri.endsWith(ending)) || watchedNames.some((name) => uri.endsWith(`/${name}`));
}

/** Wires capabilities and handlers to a connection. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const client = createClientRequests(connection);
  const warn = (problem: string): void => connection.console.warn(problem);
  const service = createLanguageService({
    parsers: createParserPool(host.grammars),
    rulePage: host.rulePage,
    clock: { now: host.now, pause: () => host.wait(0) },
  });
  const { textOf, giveUp } = createDocumentTexts();
  let options: InitializationOptions = {};
  let capabilities: InitializeParams['capabilities'] = {};
  let publisher: DiagnosticsPublisher | undefined;
  const workspace = createWorkspace({
    connection,
    client,
    host,
    service,
    documents,
    changed() {
      publisher?.refresh();
      if (capabilities.workspace?.codeLens?.refreshSupport) client.refresh('codeLenses');
      // Codes in open logs are coloured by the catalogues.
      if (capabilities.workspace?.semanticTokens?.refreshSupport) client.refresh('semanticTokens');
      status.report();
      client.tell(coverageChangedMethod);
    },
  });
  const { store, facts, settingsOf } = workspace;
  const mentions = createWorkspaceMentions({ workspace, service, documents, textOf, wait: host.wait, say: warn });
  const status = createStatusReporter(client, store.catalogues, workspace.notices);

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    options = readInitializationOptions(params.initializationOptions);
    if (options.ripgrepPath !== undefined) host.useRipgrep(options.ripgrepPath);
    if (options.cachePath !== undefined) host.lookup.useCache(options.cachePath);
    if (options.translations) l10n.config({ contents: options.translations });
    workspace.initialize(readInitialFolders(params, host.uriOf), capabilities, options);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    publisher = createDiagnosticsPublisher({
      connection,
      client,
      documents,
      pulls,
      canRefresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
      debounce: host.debounce,
      find: async (document) => {
        const found = await findDiagnostics(document);
        status.documentRead(document.uri, found.notices);
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
        ...registerNavigation({
          connection,
          documents,
          service,
          workspace,
          mentions,
          textOf,
          mentionIn: createCodeInDocument(workspace, recogniserFor),
        }),
        ...registerFeatures({
          connection,
          documents,
          service,
          workspace,
          mentions,
          host,
          logs,
          textOf,
          options: () => options,
        }),
      },
    };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      client.register(DidChangeConfigurationNotification.type, { section: 'apiErrorCodes' });
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // Any source file may show an API; what git ignores and where a project begins matter too.
      const watchers = [
        { globPattern: `**/*{${watchedEndings.join(',')}}` },
        { globPattern: `**/{${watchedNames.join(',')}}` },
        // A folder that is moved or taken away is told of by its own name alone.
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ];
      client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        workspace.changeFolders(readFolders(added), readFolders(removed)),
      );
    }
    status.report();
    workspace.begin();
  });

  const findDiagnostics = async (document: TextDocument): Promise<{ diagnostics: Diagnostic[]; notices: readonly string[] }> => {
    // A log reports; it handles nothing.
    if (isLogDocument(document)) return { diagnostics: [], notices: [] };
    await workspace.ready();
    const problems = await store.problemsIn(document.uri, document.getText());
    if (problems) return { diagnostics: toCatalogueDiagnostics(problems), notices: [] };
    const own = await settingsOf(document.uri);
    const { findings, toDiagnostics, notices } = await service.findFindings(
      textOf(document),
      await facts.factsOf(document.uri, own),
    );
    const { length: all } = findings;
    const limit = own.findingsLimit;
    // Only here: a report for CI leaves nothing out.
    const cut = l10n.t('has {0} findings; the first {1} are shown (apiErrorCodes.limits.findings)', all, limit);
    return { diagnostics: toDiagnostics(), notices: all > limit ? [...notices, cut] : notices };
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
        status.documentRead(uri, notices);
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
  const recogniserFor = async (uri: string): Promise<LogRecogniser> => recogniserOf(facts.setOf(await settingsOf(uri)));
  const writtenAt = (uri: string) => host.lookup.writtenAt(host.fileOf(uri));
  const logs = registerLogFeatures({
    connection,
    documents,
    ready: workspace.ready,
    recogniserOf: recogniserFor,
    shownIn: async (uri) => new Set((await facts.factsOf(uri, await settingsOf(uri))).inWorkspace.keys()),
    handledCount: mentions.handledCount,
    timeZoneOf: async (uri) => (await settingsOf(uri)).timeZone,
    overviewOf: createLogOverviews(host.wait, writtenAt),
    options: () => options,
    writtenAt,
  });
  registerLookup({
    connection,
    client,
    host: host.lookup,
    settings: () => settingsOf(workspace.folders()[0] ?? ''),
    recogniser: async () => recogniserOf(facts.setOf(await settingsOf(workspace.folders()[0] ?? ''))),
    folders: workspace.folderPaths,
    documents: () => documents.all(),
    fileOf: host.fileOf,
    trusted: () => options.trusted !== false,
    proxy: () => readProxy(client, capabilities),
  });
  registerSummariseLog({
    connection,
    client,
    host: host.lookup,
    recogniser: async () => recogniserOf(facts.setOf(await settingsOf(workspace.folders()[0] ?? ''))),
    folders: workspace.folderPaths,
    fileOf: host.fileOf,
  });
  registerReadCatalogue({
    connection,
    host,
    textOf: (uri) => documents.get(uri)?.getText(),
    folders: workspace.folderPaths,
  });
  registerTerminalLinks({
    connection,
    recogniser: async () => recogniserFor(workspace.folders()[0] ?? ''),
    shown: () => findShown(workspace),
  });
  registerHandlersOf(connection, workspace, mentions);
  registerCoverage(connection, host, workspace, mentions);
  registerExplain(connection, async () => facts.setOf(await settingsOf('')));

  connection.onDidChangeConfiguration(({ settings }) =>
    workspace.changeSettings((settings as { apiErrorCodes?: unknown } | null | undefined)?.apiErrorCodes),
  );
  connection.onDidChangeWatchedFiles(({ changes: told }) => {
    const changes = told.filter((change) => typeof readRecord(change)['uri'] === 'string');
    // Of what has come or gone all names are told: a folder's looks like any.
    const mattering = changes.filter(
      ({ uri, type }) => type === FileChangeType.Changed || isWatched(uri) || workspace.isFolder(uri),
    );
    if (mattering.length > 0) workspace.changeFiles(mattering.map(({ uri }) => uri));
  });
  documents.onDidSave(({ document }) => workspace.changeFiles([document.uri]));
  documents.onDidChangeContent(({ document }) => {
    giveUp(document.uri);
    workspace.changeDocument(document);
    publisher?.documentChanged(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    giveUp(uri);
    service.forget(uri);
    service.keepOnly(documents.all().map((document) => document.languageId));
    status.documentClosed(uri);
    workspace.closeDocument(uri);
    publisher?.documentClosed(uri);
  });
  connection.onShutdown(() => workspace.dispose());

  documents.listen(createDocumentConnection(connection, warn));
  connection.listen();
}
