import * as vscode from 'vscode';
import type { LookupResult } from '../../../server/src/protocol.ts';
import { describeBytes } from './recordText.ts';
import { plainText } from '../plainText.ts';

const named = 3;

/** What a look-up searched in vain, and what it could not read and why. */
export function describeNothingFound({ requestId, searched, skipped }: LookupResult): string {
  const sentences = [
    vscode.l10n.t('No log record holds {0}.', plainText(requestId)),
    searched.sources.length === 0
      ? vscode.l10n.t('No folder is open: only open editors were searched.')
      : vscode.l10n.t(
          'Searched {0} log files ({1}) in {2}.',
          searched.files,
          describeBytes(searched.bytes),
          plainText(searched.sources.join(', ')),
        ),
  ];
  if (skipped.length > 0) {
    const files = skipped.slice(0, named).map(({ file, reason }) => `${file}: ${reason}`);
    sentences.push(vscode.l10n.t('Could not be read: {0}', plainText(files.join(' '))));
    if (skipped.length > named) sentences.push(vscode.l10n.t('{0} more could not be read either.', skipped.length - named));
  }
  if (!vscode.workspace.isTrusted)
    sentences.push(vscode.l10n.t('In restricted mode, folders outside the workspace are not searched.'));
  return sentences.join(' ');
}

/** Says that nothing was found, and offers the settings that widen the search. */
export async function reportNothingFound(result: LookupResult): Promise<void> {
  const setFolders = vscode.l10n.t('Add a Log Folder');
  const setNames = vscode.l10n.t('Set Names of Log Files');
  const chosen = await vscode.window.showInformationMessage(describeNothingFound(result), setFolders, setNames);
  if (chosen === undefined) return;
  const setting = chosen === setFolders ? 'apiErrorCodes.lookup.folders' : 'apiErrorCodes.logs.files';
  await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}
