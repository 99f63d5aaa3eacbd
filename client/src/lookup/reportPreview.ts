import * as vscode from 'vscode';
import type { LookupResult } from '../../../server/src/protocol/lookupProtocol.ts';

/** Scheme of support reports before they are copied: read-only documents. */
const reportScheme = 'api-error-codes-report';

/** Shows a support report before the user gives it away. */
export interface ReportPreview extends vscode.Disposable {
  /** Opens the report as a read-only Markdown document. */
  readonly open: (result: LookupResult) => Promise<void>;
  /** Closes the document that `open` opened. */
  readonly close: () => Promise<void>;
  /** Whether the document is the active editor: its reader has seen the report. */
  readonly isActive: () => boolean;
}

/** Registers the content provider for the only report that there is at a time. */
export function createReportPreview(): ReportPreview {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let address: vscode.Uri | undefined;
  let text = '';
  const provider = vscode.workspace.registerTextDocumentContentProvider(reportScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  });
  return {
    open: async ({ requestId, report }) => {
      text = report;
      address = vscode.Uri.from({ scheme: reportScheme, path: `/${requestId.replaceAll('/', '_')}.md` });
      // One that is open already shows an older look-up.
      changed.fire(address);
      const document = await vscode.workspace.openTextDocument(address);
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await vscode.window.showTextDocument(document, { preview: true });
    },
    close: async () => {
      const tabs = vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address?.toString());
      await vscode.window.tabGroups.close(tabs);
    },
    isActive: () => address !== undefined && vscode.window.activeTextEditor?.document.uri.toString() === address.toString(),
    dispose: () => {
      vscode.Disposable.from(provider, changed).dispose();
    },
  };
}
