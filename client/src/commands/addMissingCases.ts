import * as vscode from 'vscode';

/** *API Error Codes: Add All Missing Cases in This File*. */
export function registerAddMissingCases(): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.addMissingCases', () =>
    vscode.commands.executeCommand('editor.action.sourceAction', {
      kind: 'source.addMissingCases.apiErrorCodes',
      apply: 'first',
    }),
  );
}
