import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerLanguageModelTools } from './assistant/languageModelTools.ts';
import { registerLookUpRequestId } from './commands/lookUpRequestId.ts';
import { registerSummariseLog } from './commands/summariseLog.ts';
import { createOutput, registerFeatures } from './features.ts';
import { createEngineCredentials } from './lookup/engineCredentials.ts';
import { registerTerminalLinks } from './lookup/terminalLinkProvider.ts';
import { createNodeClient } from './nodeClient.ts';
import { registerLargeLogNotice } from './views/largeLogNotice.ts';

let client: BaseLanguageClient | undefined;

/** Starts the server and registers the commands. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = createOutput();
  client = createNodeClient(context, output);
  const credentials = createEngineCredentials(client, context.secrets);
  context.subscriptions.push(
    output,
    registerFeatures(client, context, output),
    registerLanguageModelTools(client, credentials),
    registerSummariseLog(client, context.extensionUri),
    registerLookUpRequestId(client, context, credentials),
    registerTerminalLinks(client),
    registerLargeLogNotice(),
  );
  await client.start();
}

/** Stops the server; the editor waits for it. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
