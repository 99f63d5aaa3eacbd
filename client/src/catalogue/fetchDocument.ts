import * as vscode from 'vscode';
import { fetchPage, isFetchable } from '../../../server/src/shared/fetchPage.ts';
import { ask, type StepPlace } from './pick.ts';

/** Asks for an address, and whether it may be asked, and fetches it. @returns undefined when nothing was read; the user knows why */
export async function fetchDocument(
  heading: StepPlace & { readonly title: string },
): Promise<{ readonly uri: vscode.Uri; readonly text: string } | undefined> {
  const answer = await ask({
    ...heading,
    prompt: vscode.l10n.t('Address of the page with the error codes'),
    placeholder: 'https://docs.example.com/errors',
    value: '',
    validate: (text) => (isFetchable(text) ? undefined : vscode.l10n.t('An address that begins with https:// is needed.')),
  });
  if (answer === undefined || answer === 'back') return undefined;
  const address = answer.value;
  const { host } = new URL(address);
  const go = vscode.l10n.t('Fetch the Page');
  const detail = vscode.l10n.t('{0} is asked once, without cookies, and learns the address of this computer.', host);
  if ((await vscode.window.showInformationMessage(address, { modal: true, detail }, go)) !== go) return undefined;
  const page = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Fetching {0}…', host) },
    () => fetchPage(address, (at, init) => fetch(at, init)),
  );
  if ('text' in page) return { uri: vscode.Uri.parse(address), text: page.text };
  void vscode.window.showWarningMessage(vscode.l10n.t('The page {0} {1}.', address, page.problem));
  return undefined;
}
