import * as vscode from 'vscode';

/** *API Error Codes: Show Output*. */
export function registerShowOutput(output: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.showOutput', () => output.show());
}
