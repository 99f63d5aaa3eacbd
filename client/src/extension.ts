import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerLanguageModelTools } from './assistant/languageModelTools.ts';
import { registerAddErrorCodes } from './commands/addErrorCodes.ts';
import { registerCheckWorkspace } from './commands/checkWorkspace.ts';
import { registerExcludeFolder } from './commands/excludeFolder.ts';
import { registerExplainErrorCode } from './commands/explainErrorCode.ts';
import { registerLookUpRequestId } from './commands/lookUpRequestId.ts';
import { registerRestartServer } from './commands/restartServer.ts';
import { registerSummariseLog } from './commands/summariseLog.ts';
import { registerNotThisApi } from './commands/notThisApi.ts';
import { registerShowCodePlaces } from './commands/showCodePlaces.ts';
import { registerShowSiteCodes } from './commands/showSiteCodes.ts';
import { registerShowPlaces } from './commands/showPlaces.ts';
import { registerAddMissingCases } from './commands/addMissingCases.ts';
import { registerShowOutput } from './commands/showOutput.ts';
import { createErrorCodesView } from './errorCodes/errorCodesView.ts';
import { createEngineCredentials } from './lookup/engineCredentials.ts';
import { registerTerminalLinks } from './lookup/terminalLinkProvider.ts';
import { registerExample } from './example/exampleFiles.ts';
import { createLanguageClient } from './languageClient.ts';
import { createStatusItem } from './views/statusItem.ts';

let client: LanguageClient | undefined;

/** Starts the server and registers the commands. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('API Error Codes', { log: true });
  client = createLanguageClient(context, output);
  const credentials = createEngineCredentials(client, context.secrets);
  context.subscriptions.push(
    output,
    createStatusItem(client),
    createErrorCodesView(client),
    registerLanguageModelTools(client, credentials),
    registerRestartServer(client),
    registerExample(context),
    registerShowOutput(output),
    registerAddMissingCases(),
    registerShowPlaces(),
    registerShowCodePlaces(client),
    registerShowSiteCodes(client),
    registerNotThisApi(),
    registerExcludeFolder(),
    registerCheckWorkspace(client),
    registerSummariseLog(client, context.extensionUri),
    registerAddErrorCodes(client),
    registerExplainErrorCode(client),
    registerLookUpRequestId(client, context, credentials),
    registerTerminalLinks(client),
  );
  await client.start();
}

/** Stops the server; the editor waits for it. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
