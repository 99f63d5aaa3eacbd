import * as vscode from 'vscode';
import { notThisApiCommand, type NotThisApiChoice } from '../../../server/src/protocol/protocol.ts';

/** Behind *Not the … here…*: lets the user choose the place, the file or the folder, and writes it down. */
export function registerNotThisApi(): vscode.Disposable {
  return vscode.commands.registerCommand(notThisApiCommand, async (address: string, choices: readonly NotThisApiChoice[]) => {
    const chosen = await vscode.window.showQuickPick(choices.map((choice) => ({ label: choice.title, choice })));
    if (!chosen) return;
    const { edits, catalogue } = chosen.choice;
    if (catalogue !== undefined) {
      await vscode.commands.executeCommand('apiErrorCodes.excludeFolder', catalogue, address);
      return;
    }
    const change = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      change.replace(vscode.Uri.parse(address), place, newText);
    }
    await vscode.workspace.applyEdit(change);
  });
}
