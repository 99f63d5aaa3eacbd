import * as vscode from 'vscode';
import type { LookupResult } from '../../../server/src/protocol/lookupProtocol.ts';
import { createReportPreview } from '../lookup/reportPreview.ts';
import type { TimelineView } from '../lookup/timelineView.ts';
import { plainText } from '../plainText.ts';

/**
 * *API Error Codes: Copy Support Report*: the result of the last look-up, redacted, as Markdown. The report is shown before
 * it goes into the clipboard; called again on the shown report, the command copies.
 */
export function registerCopySupportReport(view: TimelineView): vscode.Disposable {
  const preview = createReportPreview();
  const command = vscode.commands.registerCommand('apiErrorCodes.copySupportReport', async () => {
    const result = view.result();
    if (result === undefined || result.report === '') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Look up a request ID first: the report is about what that finds.'),
      );
      return;
    }
    if (!preview.isActive()) {
      await preview.open(result);
      const answer = await askToCopy(result);
      if (answer === 'read') return;
      await preview.close();
      if (answer === 'cancel') return;
    }
    await vscode.env.clipboard.writeText(result.report);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The support report on {0} is in the clipboard.', plainText(result.requestId)),
    );
  });
  return vscode.Disposable.from(preview, command);
}

async function askToCopy({ requestId, redacted }: LookupResult): Promise<'copy' | 'read' | 'cancel'> {
  const copy = vscode.l10n.t('Copy');
  const read = vscode.l10n.t('Read It First');
  const kinds = redacted.map(({ kind, count }) => `${kind}: ${count}`).join('\n');
  const detail =
    redacted.length === 0
      ? vscode.l10n.t('Nothing in it was recognised as a credential or as personal data. Read it before you send it.')
      : vscode.l10n.t('Redacted, and marked in the report as [redacted …]:\n{0}', kinds);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Copy the support report on {0}?', plainText(requestId)),
    { modal: true, detail },
    copy,
    read,
  );
  return answer === copy ? 'copy' : answer === read ? 'read' : 'cancel';
}
