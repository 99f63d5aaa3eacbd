import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { checkWorkspaceMethod, type CheckWorkspaceResult } from '../../../server/src/protocol/protocol.ts';
import { sayNoApi } from '../views/noKnownApi.ts';

/** *API Error Codes: Check Workspace*: the findings of all files, in the editor's list of problems. */
export function registerCheckWorkspace(server: ServerConnection): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.checkWorkspace', async () => {
    const progress = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking error codes in the workspace…') };
    const { shows, findings } = await vscode.window.withProgress(progress, () =>
      server.sendRequest<CheckWorkspaceResult>(checkWorkspaceMethod, {}),
    );
    if (!shows) return sayNoApi();
    if (findings > 0) return vscode.commands.executeCommand('workbench.actions.view.problems');
    void vscode.window.showInformationMessage(vscode.l10n.t('No findings about error codes in this workspace.'));
    return undefined;
  });
}
