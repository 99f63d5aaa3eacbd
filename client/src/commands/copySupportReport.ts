import * as vscode from 'vscode';
import type { TimelineView } from '../lookup/timelineView.ts';

/** *API Error Codes: Copy Support Report*: what the last look-up found, redacted, as Markdown. */
export function registerCopySupportReport(view: TimelineView): vscode.Disposable {
  return vscode.commands.registerCommand('apiErrorCodes.copySupportReport', async () => {
    const result = view.result();
    if (result === undefined || result.report === '') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Look up a request ID first: the report is about what that finds.'),
      );
      return;
    }
    await vscode.env.clipboard.writeText(result.report);
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The support report on {0} is in the clipboard. Credentials and e-mail addresses are redacted.',
        result.requestId,
      ),
    );
  });
}
