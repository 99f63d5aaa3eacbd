import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** *API Error Codes: Restart Server*. */
export function registerRestartServer(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.restartServer', () => client.restart());
}
