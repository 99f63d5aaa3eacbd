import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/protocol.ts';

/** The client's parameters of `initialize`; empty before that. */
export interface Session {
  capabilities: ClientCapabilities;
  options: InitializationOptions;
}
