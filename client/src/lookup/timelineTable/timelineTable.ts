import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../../server/src/protocol/lookupProtocol.ts';
import { plainText } from '../../plainText.ts';
import { renderStatus } from '../../renderStatus.ts';
import { type PageMessage, readPageMessage, type ShowMessage, type TableContent } from './messages.ts';
import { renderRows } from './rowText.ts';
import { readPageState } from './pageState.ts';
import { createTableContent } from './tableContent.ts';

/** The actions of the table that the extension does. */
export interface RecordActions {
  readonly open: (record: LookupRecord) => Promise<void>;
  /** Shows the record beside the table, which keeps the focus. */
  readonly showInContext: (record: LookupRecord) => Promise<void>;
  readonly goToHandler: (code: string) => Promise<void>;
  /** Looks a request up again; `update` is called after that. @returns undefined without an answer */
  readonly lookUpAgain: (requestId: string) => Promise<LookupResult | undefined>;
}

/** The timeline as a table with bars, in a tab of the editor that is there again after the window was loaded anew. */
export interface TimelineTable extends vscode.Disposable {
  /** Opens the tab, or brings it to the front. */
  readonly show: (result: LookupResult) => void;
  /** Shows a new result where the tab is open. */
  readonly update: (result: LookupResult) => void;
}

const viewType = 'apiErrorCodes.timelineTable';

/** @param extensionUri the folder that contains `dist/`; the page may only load from there */
export function createTimelineTable(extensionUri: vscode.Uri, actions: RecordActions): TimelineTable {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  let panel: vscode.WebviewPanel | undefined;
  let result: LookupResult | undefined;
  let content: TableContent | undefined;
  const update = (next: LookupResult): void => {
    if (panel === undefined) return;
    result = next;
    content = createTableContent((content?.id ?? 0) + 1, next);
    panel.title = nameTab(next.requestId);
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
  const use = (created: vscode.WebviewPanel): void => {
    panel = created;
    created.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    created.webview.onDidReceiveMessage((message: unknown) => obey(readPageMessage(message, content)));
    created.onDidDispose(() => {
      if (panel !== created) return;
      // A tab of an earlier window may come up later, and is about a different request.
      [panel, result, content] = [undefined, undefined, undefined];
    });
    created.webview.html = renderPage(created.webview, dist);
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async (restored, kept: unknown) => {
      const state = readPageState(kept);
      if (state === undefined || panel !== undefined) {
        restored.dispose();
        return;
      }
      // No record is kept over a reload: logs go on, and their private texts must not be stored elsewhere.
      use(restored);
      restored.title = nameTab(state.requestId);
      const again = await actions.lookUpAgain(state.requestId).catch(() => undefined);
      // Cancelled: there is nothing to show.
      if (again === undefined) restored.dispose();
    },
  });
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (result && event.affectsConfiguration('apiErrorCodes.logs.timeZone')) update(result);
  });
  return {
    update,
    show: (next) => {
      if (panel) {
        // Shown again as it is, it keeps the chosen row.
        if (next !== result) update(next);
        panel.reveal();
        return;
      }
      // The user's filter and choice are still there when they come back to the tab.
      const options = { retainContextWhenHidden: true };
      use(vscode.window.createWebviewPanel(viewType, nameTab(next.requestId), vscode.ViewColumn.Active, options));
      update(next);
    },
    dispose: () => {
      vscode.Disposable.from(settings, serializer).dispose();
      panel?.dispose();
    },
  };
}

function nameTab(requestId: string): string {
  return vscode.l10n.t('Request {0}', plainText(requestId.slice(0, 8)));
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
<body><main id="timeline">${renderStatus(vscode.l10n.t('Searching…'))}</main><script nonce="${nonce}" src="${address('timeline.js')}"></script></body>
</html>`;
}
