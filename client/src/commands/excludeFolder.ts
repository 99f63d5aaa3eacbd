import * as vscode from 'vscode';

/** Behind *Not the … here: this folder*: adds the folder of a file to `apiErrorCodes.files.<catalogue>.exclude`. */
export function registerExcludeFolder(): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.excludeFolder', async (catalogue: unknown, address: unknown) => {
    if (typeof catalogue !== 'string' || typeof address !== 'string') return;
    const uri = vscode.Uri.parse(address, true);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const relative = vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'), false);
    if (!folder) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('This file is in no workspace folder, so there are no settings to write the exception to.'),
      );
      return;
    }
    const inFolder = vscode.Uri.joinPath(uri, '..').path === folder.uri.path ? '**' : `${relative}/**`;
    const settings = vscode.workspace.getConfiguration('apiErrorCodes', folder.uri);
    const files = settings.get<Record<string, { include?: string[]; exclude?: string[] }>>('files', {});
    const own = files[catalogue] ?? {};
    const exclude = [...new Set([...(own.exclude ?? []), inFolder])];
    await settings.update('files', { ...files, [catalogue]: { ...own, exclude } }, vscode.ConfigurationTarget.WorkspaceFolder);
  });
}
