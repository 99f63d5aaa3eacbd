import { describeError } from '../../../server/src/shared/describeError.ts';
import * as vscode from 'vscode';
import type { LookupRecord } from '../../../server/src/protocol/lookupProtocol.ts';
import type { ExcerptProvider } from './excerptProvider.ts';
import { plainText } from '../plainText.ts';
import type { RecordPlace } from './recordPlace.ts';

/** Opens a record of the timeline: its document at the line, an excerpt where the editor cannot open the file, or its text where it comes from a log engine. */
export async function openRecord(record: LookupRecord, excerpts: ExcerptProvider, place: RecordPlace = {}): Promise<void> {
  if (record.excerpt || record.uri === undefined) {
    await excerpts.open(record, place);
    return;
  }
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(record.uri, true));
    const line = Math.min(record.line, document.lineCount) - 1;
    const position = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(document, { ...place, preview: true, selection: new vscode.Range(position, position) });
  } catch (error) {
    const reason = describeError(error);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened: {1}', plainText(record.file), plainText(reason)));
  }
}
