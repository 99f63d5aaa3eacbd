import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../../server/src/protocol.ts';
import { type PageMessage, readPageMessage, type ShowMessage, type TableContent } from './messages.ts';
import { renderRows } from './rowText.ts';
import { createTableContent } from './tableContent.ts';

/** What can be done with a record of the table. */
export interface RecordActions {
  readonly open: (record: LookupRecord) => Promise<void>;
  /** Shows the record beside the table, which keeps the focus. */
  readonly showInContext: (record: LookupRecord) => Promise<void>;
  readonly goToHandler: (code: string) => Promise<void>;
}

/** The timeline as a table with bars, in a tab of the editor. */
export interface TimelineTable extends vscode.Disposable {
  /** Opens the tab, or brings it to the front. */
  readonly show: (result: LookupResult) => void;
  /** Shows another result where the tab is open. */
  readonly update: (result: LookupResult) => void;
}

/** @param extensionUri where `dist/` lies; the page may load from there alone */
export function createTimelineTable(extensionUri: vscode.Uri, actions: RecordActions): TimelineTable {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  let panel: vscode.WebviewPanel | undefined;
  let result: LookupResult | undefined;
  let content: TableContent | undefined;
  const update = (next: LookupResult): void => {
    if (panel === undefined) return;
    result = next;
    content = createTableContent((content?.id ?? 0) + 1, next);
    panel.title = vscode.l10n.t('Request {0}', next.requestId.slice(0, 8));
    const message: ShowMessage = { type: 'show', content };
    void panel.webview.postMessage(message);
  };
  const obey = async (message: PageMessage | undefined): Promise<void> => {
    if (message === undefined || result === undefined) return;
    if (message.type === 'ready') {
      update(result);
      return;
    }
    const [first] = message.rows.flatMap((row) => result?.records[row] ?? []);
    if (message.type === 'copyRow' || message.type === 'copyAll') {
      const rows = message.rows.flatMap((row) => content?.rows[row] ?? []);
      await vscode.env.clipboard.writeText(renderRows(rows));
      const text =
        rows.length === 1
          ? vscode.l10n.t('The row is on the clipboard.')
          : vscode.l10n.t('{0} rows are on the clipboard.', rows.length);
      vscode.window.setStatusBarMessage(text, 3_000);
    } else if (first === undefined) return;
    else if (message.type === 'open') await actions.open(first);
    else if (message.type === 'context') await actions.showInContext(first);
    else if (first.code !== null) await actions.goToHandler(first.code);
    else void vscode.window.showInformationMessage(vscode.l10n.t('This record has no error code.'));
  };
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (result && event.affectsConfiguration('apiErrorCodes.logs.timeZone')) update(result);
  });
  return {
    update,
    show: (next) => {
      if (panel) {
        update(next);
        panel.reveal();
        return;
      }
      // What a person filtered and chose is still there when they come back to the tab.
      const options = { enableScripts: true, localResourceRoots: [dist], retainContextWhenHidden: true };
      panel = vscode.window.createWebviewPanel('apiErrorCodes.timelineTable', '', vscode.ViewColumn.Active, options);
      panel.webview.onDidReceiveMessage((message: unknown) => obey(readPageMessage(message, content)));
      panel.onDidDispose(() => {
        panel = undefined;
      });
      result = next;
      panel.webview.html = renderPage(panel.webview, dist);
      update(next);
    },
    dispose: () => {
      settings.dispose();
      panel?.dispose();
    },
  };
}

/** Nothing of a log is in it: the page gets that by message and sets it as text. */
function renderPage(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('timeline.css')}">
</head>
<body><main id="timeline"></main><script nonce="${nonce}" src="${address('timeline.js')}"></script></body>
</html>`;
}
