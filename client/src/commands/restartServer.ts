import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** *API Error Codes: Restart Server*. */
export function registerRestartServer(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.restartServer', async () => {
    await client.stop();
    await client.start();
  });
}
