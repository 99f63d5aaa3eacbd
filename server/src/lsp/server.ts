import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createClientRequests } from './clientRequests.ts';
import { registerCheckWorkspace } from './requests/checkWorkspaceRequest.ts';
import { executableCommands } from './requests/executeCommand.ts';
import { registerCustomRequests } from './requests/customRequests.ts';
import { createDiagnosticsPublisher, type DiagnosticsPublisher } from './documents/diagnosticsPublisher.ts';
import { createDocumentConnection } from './documents/documentConnection.ts';
import { registerDiagnostics } from './documents/documentDiagnostics.ts';
import { createDocumentTexts } from './documents/documentTexts.ts';
import { registerFeatures } from './features.ts';
import type { Host } from '../workspace/host.ts';
import { readFolders, readInitialFolders } from './folders/initialFolders.ts';
import { readInitializationOptions } from './initializationOptions.ts';
import { registerLogFeatures } from './logFeatures.ts';
import { registerNavigation } from './requests/navigationRequests.ts';
import { coverageChangedMethod } from '../protocol/protocol.ts';
import { createRecognisers } from './recognisers.ts';
import { createLanguageService } from '../service/index.ts';
import { createParserPool } from '../service/syntax/parserPool.ts';
import type { ServerParts, Session } from './serverParts.ts';
import { createShownCatalogues } from './shownCatalogues.ts';
import { createStatusReporter } from './statusReporter.ts';
import { registerWatchedFiles, watchFiles } from './watchedFiles.ts';
import { createWorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import { createWorkspace } from './folders/workspace.ts';
import { createWorkspaceMentions } from './folders/workspaceMentions.ts';
import type { WholeServer } from './wholeServer.ts';
import { setNumberLanguage } from '../shared/formatNumber.ts';

// A request is answered in a few turns of the event loop: it arrives, is read, waits for what it needs, and its answer is sent.
// With only one of them between two slices of work, it would wait for as many slices.
const turnsOfRequest = 5;

/** Wires capabilities and handlers to a connection. */
export function startServer(connection: Connection, host: Host): void {
  const session: Session = { capabilities: {}, options: {} };
  const documents = new TextDocuments(TextDocument);
  const client = createClientRequests(connection);
  const service = createLanguageService({
    parsers: createParserPool(host.grammars),
    rulePage: host.rulePage,
    clock: {
      now: host.now,
      pause: async () => {
        for (let turn = 0; turn < turnsOfRequest; turn++) await host.wait(0);
      },
    },
  });
  const { textOf, giveUp } = createDocumentTexts();
  let publisher: DiagnosticsPublisher | undefined;
  const parts: ServerParts = { connection, client, host, documents, service, session, textOf };
  const workspaceDiagnostics = createWorkspaceDiagnostics(parts);
  const workspace = createWorkspace(parts, workspaceDiagnostics, () => {
    publisher?.refresh();
    const { codeLens, semanticTokens } = session.capabilities.workspace ?? {};
    if (codeLens?.refreshSupport) client.refresh('codeLenses');
    // Codes in open logs are coloured by the catalogues.
    if (semanticTokens?.refreshSupport) client.refresh('semanticTokens');
    status.report();
    client.tell(coverageChangedMethod);
  });
  const mentions = createWorkspaceMentions(parts, workspace);
  const shownCatalogues = createShownCatalogues(parts, workspace, mentions);
  const status = createStatusReporter(parts, shownCatalogues, workspace.notices);
  const server: WholeServer = { ...parts, workspace, mentions, shownCatalogues, recognisers: createRecognisers(workspace) };
  const findDiagnostics = registerDiagnostics(server, status);
  const logs = registerLogFeatures(server);
  registerCustomRequests(server);
  registerCheckWorkspace(server, workspaceDiagnostics, findDiagnostics);

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    session.capabilities = capabilities;
    session.options = readInitializationOptions(params.initializationOptions);
    const { ripgrepPath, translations, version = '0.1.0' } = session.options;
    if (ripgrepPath !== undefined) host.useRipgrep(ripgrepPath);
    if (translations) {
      l10n.config({ contents: translations });
      setNumberLanguage(params.locale ?? 'en');
    }
    workspace.initialize(readInitialFolders(params, host.uriOf));
    publisher = createDiagnosticsPublisher(parts, findDiagnostics);
    return {
      serverInfo: { name: 'api-error-codes', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(capabilities.textDocument?.diagnostic
          ? { diagnosticProvider: { identifier: 'api-error-codes', interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
        ...registerNavigation(server),
        ...registerFeatures(server, logs),
        // Our own extension has commands of these names.
        ...(session.options.commandLinks === true ? {} : { executeCommandProvider: { commands: [...executableCommands] } }),
      },
    };
  });

  connection.onInitialized(() => {
    const { workspace: asks } = session.capabilities;
    if (asks?.didChangeConfiguration?.dynamicRegistration)
      client.register(DidChangeConfigurationNotification.type, { section: 'apiErrorCodes' });
    watchFiles(client, session.capabilities);
    if (asks?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        workspace.changeFolders(readFolders(added), readFolders(removed)),
      );
    }
    workspace.begin();
    status.report();
  });
  connection.onDidChangeConfiguration(({ settings }) =>
    workspace.changeSettings((settings as { apiErrorCodes?: unknown } | null | undefined)?.apiErrorCodes),
  );
  registerWatchedFiles(connection, workspace);
  // Its findings are asked for, or pushed, like those of any open document.
  documents.onDidOpen(({ document }) => workspaceDiagnostics.fileGone(workspace.addressOf(document.uri)));
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

  documents.listen(createDocumentConnection(connection, (problem) => connection.console.warn(problem)));
  connection.listen();
}
