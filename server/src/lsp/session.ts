import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/protocol.ts';

/** What the client said in `initialize`; empty before that. */
export interface Session {
  capabilities: ClientCapabilities;
  options: InitializationOptions;
}
