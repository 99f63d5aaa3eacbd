import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { LookupRecord } from '../../../server/src/protocol.ts';
import { askRequestId } from '../lookup/askRequestId.ts';
import { createExcerptProvider } from '../lookup/excerptProvider.ts';
import { reportNothingFound } from '../lookup/nothingFound.ts';
import { openRecord } from '../lookup/openRecord.ts';
import { runLookup } from '../lookup/runLookup.ts';
import { createTimelineView } from '../lookup/timelineView.ts';
import { registerCopySupportReport } from './copySupportReport.ts';

/** *API Error Codes: Look Up Request ID…*, the timeline that it fills, and what one does with that. */
export function registerLookUpRequestId(client: LanguageClient): vscode.Disposable {
  const view = createTimelineView();
  const excerpts = createExcerptProvider(client);
  return vscode.Disposable.from(
    view,
    excerpts,
    registerCopySupportReport(view),
    vscode.commands.registerCommand('apiErrorCodes.openRecord', (record: LookupRecord) => openRecord(record, excerpts)),
    vscode.commands.registerCommand('apiErrorCodes.lookUpRequestId', async (given?: unknown) => {
      // Links pass the id; a context menu passes the address of its document.
      const requestId = typeof given === 'string' && given.trim() !== '' ? given.trim() : await askRequestId();
      if (requestId === undefined) return;
      const result = await runLookup(client, view, requestId);
      if (result?.records.length === 0) await reportNothingFound(result);
      else await view.reveal({ focus: true });
    }),
  );
}
