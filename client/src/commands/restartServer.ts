import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';

/** *API Error Codes: Restart Server*. */
export function registerRestartServer(server: ServerConnection): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.restartServer', () => server.restart());
}
