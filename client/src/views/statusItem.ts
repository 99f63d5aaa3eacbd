import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { type StatusParams, statusMethod } from '../../../server/src/protocol/protocol.ts';
import { documentSelector } from '../languageClient.ts';

/** The language status item: lists the loaded catalogues, and the parts that were skipped or cut. */
export function createStatusItem(client: LanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('apiErrorCodes.status', documentSelector);
  item.name = vscode.l10n.t('API Error Codes');
  item.command = { command: 'apiErrorCodes.showOutput', title: vscode.l10n.t('Show Output') };
  const listeners = [
    client.onNotification(statusMethod, ({ catalogues, notices }: StatusParams) => {
      item.text = catalogues.map(({ title, codes }) => vscode.l10n.t('{0}: {1} error codes', title, codes)).join(' · ');
      item.detail = notices.join(' ');
      item.severity = notices.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    }),
    client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting;
      if (newState === State.Stopped) {
        item.text = vscode.l10n.t('API Error Codes: the server has stopped');
        item.severity = vscode.LanguageStatusSeverity.Error;
      }
    }),
  ];
  return vscode.Disposable.from(item, ...listeners);
}
