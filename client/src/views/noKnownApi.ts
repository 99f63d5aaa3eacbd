import * as vscode from 'vscode';

/** Says that no API with known error codes shows, and offers to add one. */
export async function sayNoApi(): Promise<undefined> {
  const add = vscode.l10n.t('Add Your API…');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('No API with known error codes shows here yet.'), add);
  if (chosen === add) await vscode.commands.executeCommand('apiErrorCodes.addErrorCodes');
  return undefined;
}
