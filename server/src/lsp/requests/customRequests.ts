import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientRequests } from '../clientRequests.ts';
import { findShown, registerCoverage } from './coverageRequest.ts';
import { registerExplain } from './explainRequest.ts';
import { registerHandlersOf } from './handlersOf.ts';
import type { Host } from '../../workspace/host.ts';
import { registerLookup } from './lookupRequests.ts';
import { registerReadCatalogue } from './readCatalogueRequest.ts';
import { readProxy } from './readProxy.ts';
import type { Recognisers } from '../recognisers.ts';
import type { Session } from '../session.ts';
import { registerSummariseLog } from './summariseLogRequest.ts';
import { registerTerminalLinks } from './terminalLinksRequest.ts';
import type { Workspace } from '../folders/workspace.ts';
import type { WorkspaceMentions } from '../folders/workspaceMentions.ts';

export interface CustomRequestDependencies {
  readonly connection: Connection;
  readonly client: ClientRequests;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly mentions: WorkspaceMentions;
  readonly recognisers: Recognisers;
  readonly session: Session;
}

/** Answers the requests that LSP does not have. Call once. */
export function registerCustomRequests(dependencies: CustomRequestDependencies): void {
  const { connection, client, host, documents, workspace, mentions, recognisers, session } = dependencies;
  const logs = {
    connection,
    client,
    host: host.lookup,
    recogniser: recognisers.ofWorkspace,
    folders: workspace.folderPaths,
    fileOf: host.fileOf,
  };
  registerLookup({
    ...logs,
    settings: () => workspace.settingsOf(workspace.folders()[0] ?? ''),
    documents: () => documents.all(),
    trusted: () => session.options.trusted !== false,
    proxy: () => readProxy(client, session.capabilities),
  });
  registerSummariseLog(logs);
  registerReadCatalogue({
    connection,
    host,
    textOf: (uri) => documents.get(uri)?.getText(),
    folders: workspace.folderPaths,
  });
  registerTerminalLinks({ connection, recogniser: recognisers.ofWorkspace, shown: () => findShown(workspace) });
  registerHandlersOf(connection, workspace, mentions);
  registerCoverage(connection, host, workspace, mentions);
  registerExplain(connection, async () => workspace.facts.setOf(await workspace.settingsOf('')));
}
