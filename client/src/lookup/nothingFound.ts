import * as vscode from 'vscode';
import type { LookupResult } from '../../../server/src/protocol/lookupProtocol.ts';
import { describeProblem } from '../../../server/src/shared/problem.ts';
import { describeBytes } from './recordText.ts';
import { plainText } from '../plainText.ts';

const named = 3;

/** Describes which places a look-up searched in vain, and which it could not read and why. */
export function describeNothingFound({ requestId, searched, skipped }: LookupResult): string {
  const sentences = [
    vscode.l10n.t('No log record contains {0}.', plainText(requestId)),
    searched.sources.length === 0
      ? vscode.l10n.t('No folder is open: only open editors were searched.')
      : vscode.l10n.t(
          'Searched {0} log files ({1}) in {2}.',
          searched.files,
          describeBytes(searched.bytes),
          plainText(searched.sources.join(', ')),
        ),
  ];
  if (searched.otherFiles > 0)
    sentences.push(
      vscode.l10n.t('{0} files were left out by their names: apiErrorCodes.logs.files adds names.', searched.otherFiles),
    );
  if (skipped.length > 0) {
    const files = skipped.slice(0, named).map(describeProblem);
    sentences.push(vscode.l10n.t('Could not be read: {0}', plainText(files.join(' '))));
    if (skipped.length > named) sentences.push(vscode.l10n.t('{0} more could not be read either.', skipped.length - named));
  }
  if (!vscode.workspace.isTrusted)
    sentences.push(vscode.l10n.t('In restricted mode, folders outside the workspace and log engines are not searched.'));
  return sentences.join(' ');
}

/**
 * Shows that nothing was found, and offers ways to widen the search.
 * @param setCredentials for a log engine that did not answer for lack of them
 */
export async function reportNothingFound(result: LookupResult, setCredentials: () => Promise<void>): Promise<void> {
  const setFolders = vscode.l10n.t('Add a Log Folder');
  const setNames = vscode.l10n.t('Set Names of Log Files');
  const offers = result.refused.length > 0 ? [setCredentialsOffer()] : [setFolders, setNames];
  const chosen = await vscode.window.showInformationMessage(describeNothingFound(result), ...offers);
  if (chosen === undefined) return;
  if (chosen === setCredentialsOffer()) {
    await setCredentials();
    return;
  }
  const setting = chosen === setFolders ? 'apiErrorCodes.lookup.folders' : 'apiErrorCodes.logs.files';
  await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}

/** Shows that a log engine did not answer while others did, and offers to enter its credentials. */
export async function reportRefusal({ refused: [engine] }: LookupResult, setCredentials: () => Promise<void>): Promise<void> {
  if (engine === undefined) return;
  const message = vscode.l10n.t(
    'The log engine {0} asks for credentials, or does not take those that it was sent.',
    plainText(engine),
  );
  if ((await vscode.window.showWarningMessage(message, setCredentialsOffer())) !== undefined) await setCredentials();
}

function setCredentialsOffer(): string {
  return vscode.l10n.t('Set Credentials…');
}
