import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type SummariseLogParams,
  summariseLogMethod,
  type SummariseLogProgress,
  type SummariseLogResult,
} from '../../../server/src/protocol.ts';
import { type ChosenLogs, chooseLogs } from '../logReport/chooseLogs.ts';
import { openLogReportPanel } from '../logReport/logReportPanel.ts';
import { describeBytes } from '../lookup/recordText.ts';
import { plainText } from '../plainText.ts';

/** *API Error Codes: Summarise This Log*: what a log of any size holds, as a page with a chart. */
export function registerSummariseLog(client: LanguageClient, extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.summariseLog', async (given?: unknown) => {
    const logs = await chooseLogs(given);
    if (logs === undefined) return;
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Reading {0}', plainText(logs.title)),
        cancellable: true,
      },
      (progress, token) => summarise(client, extension, logs, progress, token),
    );
  });
}

async function summarise(
  client: LanguageClient,
  extension: vscode.Uri,
  { title, uris, documents }: ChosenLogs,
  progress: vscode.Progress<{ message: string }>,
  token: vscode.CancellationToken,
): Promise<void> {
  const progressToken = randomUUID();
  const listener = client.onProgress(new ProgressType<SummariseLogProgress>(), progressToken, ({ bytes, records }) =>
    progress.report({ message: vscode.l10n.t('{0} records, {1}', records, describeBytes(bytes)) }),
  );
  const heading = vscode.l10n.t('Summary of {0}', title);
  const cancellation = new vscode.CancellationTokenSource();
  token.onCancellationRequested(() => cancellation.cancel());
  // Closing the tab cancels as well.
  const panel = openLogReportPanel(heading, extension, () => cancellation.cancel());
  const params: SummariseLogParams = { title: heading, uris, documents, page: panel.page, progressToken };
  try {
    const { html } = await client.sendRequest<SummariseLogResult>(summariseLogMethod, params, cancellation.token);
    if (html === '') panel.close();
    else panel.show(html);
  } catch (error) {
    panel.close();
    if (!cancellation.token.isCancellationRequested) throw error;
  } finally {
    vscode.Disposable.from(listener, cancellation).dispose();
  }
}
