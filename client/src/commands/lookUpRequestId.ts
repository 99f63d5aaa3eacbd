import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** *API Error Codes: Look Up Request ID…*. */
export function registerLookUpRequestId(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.lookUpRequestId', async () => {
    await client.start();
  });
}
