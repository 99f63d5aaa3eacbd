import * as vscode from 'vscode';
import { isLogName, nameLog } from '../nameLog.ts';
import { plainText } from '../plainText.ts';

/** The editor gives extensions no longer document (`TextModel._MODEL_SYNC_LIMIT` of VS Code). */
const longest = 50 * 1024 * 1024;

/** Says of a log that is too large for extensions why nothing in it is explained, once for each, and what reads it all the same. */
export function registerLargeLogNotice(): vscode.Disposable {
  const told = new Set<string>();
  const look = async (): Promise<void> => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (!(input instanceof vscode.TabInputText) || told.has(input.uri.toString()) || !isLogName(input.uri.path)) return;
    const { uri } = input;
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size <= longest || told.has(uri.toString())) return;
    told.add(uri.toString());
    await tell(uri);
  };
  // A file that is gone has nothing to be said of it.
  const lookSafely = (): void => void look().catch(() => undefined);
  lookSafely();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(lookSafely),
    vscode.window.tabGroups.onDidChangeTabGroups(lookSafely),
  );
}

async function tell(uri: vscode.Uri): Promise<void> {
  const lookUp = vscode.l10n.t('Look Up Request ID');
  const summarise = vscode.l10n.t('Summarise');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} is larger than 50 MB. The editor keeps such files from extensions: hovers and links are missing. Look-ups and summaries read the file from disk.',
      plainText(nameLog(uri)),
    ),
    lookUp,
    summarise,
  );
  if (chosen === lookUp) await vscode.commands.executeCommand('apiErrorCodes.lookUpRequestId');
  if (chosen === summarise) await vscode.commands.executeCommand('apiErrorCodes.summariseLog', uri);
}
