import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** A tab that shows the summary of logs. */
export interface LogReportPanel {
  /** What the page loads, and what it is known by. */
  readonly page: { readonly script: string; readonly nonce: string };
  readonly show: (html: string) => void;
  readonly close: () => void;
}

/** Opens an empty tab. The page runs the one script of the extension's folder, and links to no other command than the look-up. */
export function openLogReportPanel(title: string, extension: vscode.Uri, onClose: () => void): LogReportPanel {
  const folder = vscode.Uri.joinPath(extension, 'dist');
  const panel = vscode.window.createWebviewPanel('apiErrorCodes.logReport', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    enableCommandUris: ['apiErrorCodes.lookUpRequestId'],
    enableFindWidget: true,
    localResourceRoots: [folder],
  });
  let isOpen = true;
  panel.onDidDispose(() => {
    isOpen = false;
    onClose();
  });
  return {
    page: {
      script: panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, 'logReport.js')).toString(),
      nonce: randomBytes(16).toString('hex'),
    },
    show: (html) => {
      if (isOpen) panel.webview.html = html;
    },
    close: () => {
      panel.dispose();
    },
  };
}
