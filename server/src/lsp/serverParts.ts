import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from '../protocol/protocol.ts';
import type { DocumentText, LanguageService } from '../service/index.ts';
import type { Host } from '../workspace/host.ts';
import type { ClientRequests } from './clientRequests.ts';

/** The client's parameters of `initialize`; empty before that. */
export interface Session {
  capabilities: ClientCapabilities;
  options: InitializationOptions;
}

/** The parts of the server that the others are built of. */
export interface ServerParts {
  readonly connection: Connection;
  readonly client: ClientRequests;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly session: Session;
  /** A document as it is now, for the service. */
  textOf(document: TextDocument): DocumentText;
}
