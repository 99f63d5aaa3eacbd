import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  type SummariseLogParams,
  summariseLogMethod,
  type SummariseLogProgress,
  type SummariseLogResult,
} from '../../../server/src/protocol/lookupProtocol.ts';
import { type ChosenLogs, chooseLogs, describeLogs } from '../logReport/chooseLogs.ts';
import { logReportType, openLogReportPanel } from '../logReport/logReportPanel.ts';
import { readLogReportState } from '../logReport/logReportState.ts';
import { describeBytes } from '../lookup/recordText.ts';
import { plainText } from '../plainText.ts';
import { showWhenSlow } from '../showWhenSlow.ts';

/**
 * *API Error Codes: Summarise This Log*: shows the contents of a log of any size as a page with a chart. Its tab comes back
 * after the window was loaded again.
 */
export function registerSummariseLog(server: ServerConnection, extension: vscode.Uri): vscode.Disposable {
  const open: OpenReports = new Map();
  const command = vscode.commands.registerCommand('apiErrorCodes.summariseLog', async (given?: unknown) => {
    const logs = await chooseLogs(given);
    if (logs !== undefined) await summarise(server, extension, logs, open);
  });
  const serializer = vscode.window.registerWebviewPanelSerializer(logReportType, {
    deserializeWebviewPanel: async (restored, kept: unknown) => {
      const state = readLogReportState(kept);
      // An unsaved text may be gone by now, and so may a file: there is nothing to show then.
      const logs = state && (await describeLogs(state.logs.map((log) => vscode.Uri.parse(log, true))).catch(() => undefined));
      if (logs === undefined) restored.dispose();
      else await summarise(server, extension, logs, open, restored);
    },
  });
  return vscode.Disposable.from(command, serializer);
}

/** A tab with a summary. */
interface OpenReport {
  readonly panel: vscode.WebviewPanel;
  /** Ends the reading for it. */
  readonly cancel: () => void;
}

/** By the logs: a second run of the same ones uses the first tab. */
type OpenReports = Map<string, OpenReport>;

async function summarise(
  server: ServerConnection,
  extension: vscode.Uri,
  { title, uris, documents }: ChosenLogs,
  open: OpenReports,
  restored?: vscode.WebviewPanel,
): Promise<void> {
  const progressToken = randomUUID();
  const reported = new vscode.EventEmitter<string>();
  const listener = server.onProgress<SummariseLogProgress>(progressToken, ({ bytes, records }) =>
    reported.fire(vscode.l10n.t('{0} records, {1}', records, describeBytes(bytes))),
  );
  const heading = vscode.l10n.t('Summary of {0}', title);
  const cancellation = new vscode.CancellationTokenSource();
  const logs = [...uris, ...documents.map(({ uri }) => uri)];
  const key = JSON.stringify(logs);
  const last = open.get(key);
  // The summary that is still being made gives way to the new one.
  last?.cancel();
  // Closing the tab cancels as well.
  const panel = openLogReportPanel(heading, extension, () => cancellation.cancel(), restored ?? last?.panel);
  const own: OpenReport = { panel: panel.panel, cancel: () => cancellation.cancel() };
  open.set(key, own);
  const isCurrent = (): boolean => open.get(key) === own;
  const closing = panel.panel.onDidDispose(() => {
    if (isCurrent()) open.delete(key);
  });
  const params: SummariseLogParams = { title: heading, uris, documents, page: panel.page, progressToken };
  try {
    const request = server.sendRequest<SummariseLogResult>(summariseLogMethod, params, cancellation.token);
    const name = vscode.l10n.t('Reading {0}', plainText(title));
    const { html } = await showWhenSlow(name, request, cancellation, reported.event);
    // A later run shows its own in the same tab.
    if (!isCurrent()) closing.dispose();
    else if (html === '') panel.close();
    else panel.show(html, { logs });
  } catch (error) {
    if (isCurrent()) panel.close();
    if (!cancellation.token.isCancellationRequested) throw error;
  } finally {
    vscode.Disposable.from(listener, cancellation, reported).dispose();
  }
}
