import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import { registerLanguageModelTools } from './assistant/languageModelTools.ts';
import { registerLookUpRequestId } from './commands/lookUpRequestId.ts';
import { registerSummariseLog } from './commands/summariseLog.ts';
import { createOutput, registerFeatures } from './features.ts';
import { createEngineCredentials } from './lookup/engineCredentials.ts';
import { registerTerminalLinks } from './lookup/terminalLinkProvider.ts';
import type * as nodeClient from './nodeClient.ts';
import { type ServerConnection, startServer } from './serverConnection.ts';
import { registerLargeLogNotice } from './views/largeLogNotice.ts';

let server: ServerConnection | undefined;

/** Registers the commands, and starts the server after that. */
export function activate(context: vscode.ExtensionContext): void {
  const output = createOutput();
  server = startServer(() => {
    const loaded = createRequire(__filename)('./nodeClient.cjs') as typeof nodeClient;
    return loaded.createNodeClient(context, output);
  }, output);
  const credentials = createEngineCredentials(server, context.secrets);
  context.subscriptions.push(
    output,
    registerFeatures(server, context, output),
    registerLanguageModelTools(server, credentials),
    registerSummariseLog(server, context.extensionUri),
    registerLookUpRequestId(server, context, credentials),
    registerTerminalLinks(server),
    registerLargeLogNotice(),
  );
}

/** Stops the server; the editor waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
