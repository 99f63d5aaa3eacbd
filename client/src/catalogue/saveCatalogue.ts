import * as vscode from 'vscode';

/** Writes a catalogue's text into a file that the user agrees with, and opens it. @returns whether it was written */
export async function saveCatalogue(id: string, text: string): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${id}.error-codes.yaml`;
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Catalogue'),
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [vscode.l10n.t('Catalogue of Error Codes')]: ['error-codes.yaml', 'yaml'] },
  });
  if (!uri) return false;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(uri);
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined && /\.error-codes\.ya?ml$/.test(uri.path);
  if (!isInside) await linkCatalogue(id, uri, {});
  return true;
}

/** Names a document in the setting `apiErrorCodes.catalogues`, relative to the folder that contains it, if there is one. */
export async function linkCatalogue(id: string, uri: vscode.Uri, further: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder ? uri.path.slice(folder.uri.path.length + 1) : uri.fsPath;
  const configuration = vscode.workspace.getConfiguration('apiErrorCodes', folder ?? vscode.workspace.workspaceFolders?.[0]);
  const known = configuration.inspect<unknown>('catalogues');
  const target = vscode.workspace.workspaceFolders
    ? vscode.workspace.workspaceFolders.length > 1
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const present =
    target === vscode.ConfigurationTarget.WorkspaceFolder
      ? known?.workspaceFolderValue
      : target === vscode.ConfigurationTarget.Workspace
        ? known?.workspaceValue
        : known?.globalValue;
  const link = { path, ...further };
  const next = Array.isArray(present)
    ? [...(present as unknown[]), { id, ...link }]
    : { ...(present as object | undefined), [id]: link };
  await configuration.update('catalogues', next, target);
}
