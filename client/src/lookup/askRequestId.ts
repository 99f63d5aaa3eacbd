import * as vscode from 'vscode';
import { longestRequestId } from '../../../server/src/shared/requestIds/requestIdSpellings.ts';
import { findEngineNames } from './engineNames.ts';
import { readPastedIds } from '../../../server/src/shared/requestIds/pastedIds.ts';
import { proposeFromClipboard, proposeFromEditor } from './requestIdProposal.ts';

/** Within so many milliseconds, or not at all. */
const clipboardAnswers = 200;

/**
 * Asks for a request id, with a proposal that Enter takes.
 * @param chooseRecent lets one choose among recent look-ups instead, behind a button
 * @returns undefined when nothing was entered
 */
export async function askRequestId(chooseRecent: () => Promise<string | undefined>): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Look Up Request ID');
  input.prompt = describeSources();
  input.placeholder = vscode.l10n.t('Request ID, for example from an error response');
  input.ignoreFocusOut = true;
  input.buttons = [{ iconPath: new vscode.ThemeIcon('history'), tooltip: vscode.l10n.t('Recent Look-Ups…') }];
  // Before the box is there: a later proposal would get into the text that the user types.
  input.value = proposeFromEditor() || (await proposeSoon());
  return new Promise((resolve) => {
    const isTooLong = (): boolean => readPastedIds(input.value).some(({ length }) => length > longestRequestId);
    input.onDidChangeValue(() => {
      input.validationMessage = isTooLong()
        ? vscode.l10n.t('A request ID is at most {0} characters long.', longestRequestId)
        : undefined;
    });
    input.onDidAccept(() => {
      if (isTooLong()) return;
      const requestId = readPastedIds(input.value).join(', ');
      resolve(requestId === '' ? undefined : requestId);
      input.hide();
    });
    input.onDidTriggerButton(() => {
      resolve(chooseRecent());
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Where the id is looked for, and whom it is sent to. */
function describeSources(): string {
  const engines = findEngineNames();
  return engines.length === 0
    ? vscode.l10n.t('Searches open editors and the log files of this workspace.')
    : vscode.l10n.t('Searches open editors, the log files of this workspace and log engines: {0}.', engines.join(', '));
}

/** The proposal from the clipboard. A browser may ask the user first, or never answer: the box does not wait for that. */
function proposeSoon(): Promise<string> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(''), clipboardAnswers);
    void proposeFromClipboard()
      .catch(() => '')
      .then((copied) => {
        clearTimeout(limit);
        resolve(copied);
      });
  });
}
