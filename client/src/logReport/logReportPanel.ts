import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { renderStatus } from '../renderStatus.ts';
import type { LogReportState } from './logReportState.ts';

/** The type by which the editor knows summaries. */
export const logReportType = 'apiErrorCodes.logReport';

/** A tab that shows the summary of logs. */
export interface LogReportPanel {
  /** The script that the page loads, and the nonce by which it is allowed. */
  readonly page: { readonly script: string; readonly nonce: string };
  /** @param state comes back when the window is loaded again */
  readonly show: (html: string, state: LogReportState) => void;
  readonly close: () => void;
  /** The tab itself, which a later summary of the same logs uses. */
  readonly panel: vscode.WebviewPanel;
}

/**
 * Opens a tab, with a text that it is not ready yet. The page runs the one script of the extension's folder, and links to no
 * other command than the look-up.
 * @param restored a tab to be used instead: one from before the window was loaded again, or one with the last summary of the
 * same logs
 */
export function openLogReportPanel(
  title: string,
  extension: vscode.Uri,
  onClose: () => void,
  restored?: vscode.WebviewPanel,
): LogReportPanel {
  const folder = vscode.Uri.joinPath(extension, 'dist');
  const panel =
    restored ?? vscode.window.createWebviewPanel(logReportType, title, vscode.ViewColumn.Active, { enableFindWidget: true });
  panel.title = title;
  panel.webview.options = {
    enableScripts: true,
    enableCommandUris: ['apiErrorCodes.lookUpRequestId'],
    localResourceRoots: [folder],
  };
  const waiting = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  panel.webview.html = `<!DOCTYPE html><html><head>${waiting}</head><body>${renderStatus(vscode.l10n.t('Reading…'))}</body></html>`;
  let isOpen = true;
  let kept: LogReportState | undefined;
  panel.onDidDispose(() => {
    isOpen = false;
    onClose();
  });
  // The page only sends a message to report that it listens.
  panel.webview.onDidReceiveMessage(() => {
    if (kept) void panel.webview.postMessage({ keep: kept });
  });
  if (!panel.visible) panel.reveal();
  return {
    panel,
    page: {
      script: panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, 'logReport.js')).toString(),
      nonce: randomBytes(16).toString('hex'),
    },
    show: (html, state) => {
      kept = state;
      if (isOpen) panel.webview.html = html;
    },
    close: () => {
      panel.dispose();
    },
  };
}
