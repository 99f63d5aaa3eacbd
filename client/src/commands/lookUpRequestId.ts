import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { readPastedIds } from '../../../server/src/shared/requestIds/pastedIds.ts';
import type { LookupRecord } from '../../../server/src/protocol/lookupProtocol.ts';
import { askRequestId } from '../lookup/askRequestId.ts';
import type { EngineCredentialStore } from '../lookup/engineCredentials.ts';
import { createExcerptProvider } from '../lookup/excerptProvider.ts';
import { goToHandler } from '../lookup/goToHandler.ts';
import { createLookupHistory } from '../lookup/lookupHistory.ts';
import { reportNothingFound, reportRefusal } from '../lookup/nothingFound.ts';
import { openRecord } from '../lookup/openRecord.ts';
import { runLookup } from '../lookup/runLookup.ts';
import { createTimelineTable } from '../lookup/timelineTable/timelineTable.ts';
import { createTimelineView, offersRelated } from '../lookup/timelineView.ts';
import { registerCopySupportReport } from './copySupportReport.ts';

/** *API Error Codes: Look Up Request ID…*, the timeline that it fills, and the commands of that timeline. */
export function registerLookUpRequestId(
  server: ServerConnection,
  context: vscode.ExtensionContext,
  credentials: EngineCredentialStore,
): vscode.Disposable {
  const view = createTimelineView();
  const history = createLookupHistory(context.workspaceState);
  const excerpts = createExcerptProvider(server, credentials);
  const lookUp = async (requestId: string): Promise<void> => {
    const result = await runLookup(server, view, requestId, { credentials });
    if (result) history.add({ requestId, at: Date.now(), records: result.records.length, code: result.code });
    const setCredentials = async (): Promise<void> => {
      if (await credentials.ask(result?.refused[0])) await lookUp(requestId);
    };
    if (result?.records.length === 0) {
      await reportNothingFound(result, setCredentials);
      return;
    }
    await view.reveal({ focus: true });
    if (result) await reportRefusal(result, setCredentials);
  };
  const showInContext = (record: LookupRecord): Promise<void> =>
    openRecord(record, excerpts, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  const table = createTimelineTable(context.extensionUri, {
    open: (record) => openRecord(record, excerpts),
    showInContext,
    goToHandler: (code) => goToHandler(server, code),
    lookUpAgain: (requestId) => runLookup(server, view, requestId, { quietly: true, credentials }),
  });
  const command = <Arguments extends unknown[]>(name: string, run: (...args: Arguments) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`apiErrorCodes.${name}`, run);
  return vscode.Disposable.from(
    view,
    excerpts,
    table,
    view.onDidFinish(table.update),
    registerCopySupportReport(view),
    command('openRecord', (record: LookupRecord) => openRecord(record, excerpts)),
    command('showInContext', showInContext),
    command('goToHandler', ({ code }: LookupRecord) => (code === null ? undefined : goToHandler(server, code))),
    command('copyRecord', async ({ text }: LookupRecord) => {
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(vscode.l10n.t('The record is on the clipboard.'), 3_000);
    }),
    command('showTimelineTable', () => {
      const result = view.result();
      if (result && result.records.length > 0) table.show(result);
      else
        void vscode.window.showInformationMessage(vscode.l10n.t('Look up a request ID first: the table shows what that finds.'));
    }),
    command('showRelatedRecords', async () => {
      const result = view.result();
      if (result && offersRelated(result)) await runLookup(server, view, result.requestId, { related: true, credentials });
      else void vscode.window.showInformationMessage(vscode.l10n.t('The records of the last look-up share no other ID.'));
    }),
    command('setEngineCredentials', () => credentials.ask()),
    command('recentLookUps', async () => {
      const requestId = await history.choose();
      if (requestId !== undefined) await lookUp(requestId);
    }),
    command('lookUpRequestId', async (given?: unknown) => {
      // Links pass the id; a context menu passes the address of its document.
      const isGiven = typeof given === 'string' && given.trim() !== '';
      const requestId = isGiven ? readPastedIds(given).join(', ') : await askRequestId(history.choose);
      if (requestId !== undefined) await lookUp(requestId);
    }),
  );
}
