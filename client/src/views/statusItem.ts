import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { type StatusParams, statusMethod } from '../../../server/src/protocol/protocol.ts';
import { createDocumentSelector } from '../clientOptions.ts';

/** The most APIs that the item names. */
const mostNamed = 5;

/** The language status item: the APIs that show, and the parts that were skipped or cut. */
export function createStatusItem(server: ServerConnection): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('apiErrorCodes.status', createDocumentSelector());
  item.name = vscode.l10n.t('API Error Codes');
  const listeners = [
    server.onNotification(statusMethod, (status: StatusParams) => {
      item.text = describe(status);
      item.detail = [...nameSeveral(status), ...status.notices].join(' ');
      item.command = chooseCommand(status);
      item.severity =
        status.notices.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    }),
    server.onDidChangeState((state) => {
      item.busy = state === 'starting';
      if (state === 'stopped') {
        item.text = vscode.l10n.t('API Error Codes: the server has stopped');
        item.command = { command: 'apiErrorCodes.showOutput', title: vscode.l10n.t('Show Output') };
        item.severity = vscode.LanguageStatusSeverity.Error;
      }
    }),
  ];
  return vscode.Disposable.from(item, ...listeners);
}

function describe({ catalogues }: StatusParams): string {
  const [first, ...others] = catalogues;
  if (!first) return vscode.l10n.t('No known API here yet');
  return others.length === 0
    ? vscode.l10n.t('{0}: {1} error codes', first.title, first.codes)
    : vscode.l10n.t('Error codes of {0} APIs', catalogues.length);
}

function nameSeveral({ catalogues }: StatusParams): readonly string[] {
  if (catalogues.length < 2) return [];
  const named = catalogues.slice(0, mostNamed).map(({ title }) => title);
  const more = catalogues.length - named.length;
  return [more > 0 ? vscode.l10n.t('{0} and {1} more.', named.join(', '), more) : `${named.join(', ')}.`];
}

function chooseCommand({ catalogues, notices }: StatusParams): vscode.Command {
  if (notices.length > 0) return { command: 'apiErrorCodes.showOutput', title: vscode.l10n.t('Show Output') };
  return catalogues.length === 0
    ? { command: 'apiErrorCodes.addErrorCodes', title: vscode.l10n.t('Add Your API…') }
    : { command: 'apiErrorCodes.errorCodes.focus', title: vscode.l10n.t('Show Error Codes') };
}
