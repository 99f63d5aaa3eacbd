import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { lookupMethod, type LookupParams, type LookupProgress, type LookupResult } from '../../../server/src/protocol.ts';
import { collectOpenDocuments } from './openDocuments.ts';
import { describeBytes } from './recordText.ts';
import type { TimelineView } from './timelineView.ts';

/**
 * Looks an id up with a notification that can cancel it, and fills the view while the search goes on.
 * @returns undefined when it was cancelled
 */
export async function runLookup(
  client: LanguageClient,
  view: TimelineView,
  requestId: string,
): Promise<LookupResult | undefined> {
  view.begin(requestId);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Looking up {0}', requestId),
    cancellable: true,
  };
  const result = await vscode.window.withProgress(options, async (progress, token) => {
    const progressToken = randomUUID();
    let found = 0;
    const listener = client.onProgress(new ProgressType<LookupProgress>(), progressToken, ({ bytes, records }) => {
      // The first records are shown while the search goes on.
      if (found === 0 && records.length > 0) void view.reveal({ focus: false });
      found += records.length;
      progress.report({ message: vscode.l10n.t('{0} records, {1} searched', found, describeBytes(bytes)) });
      if (!token.isCancellationRequested) view.add(records);
    });
    const params: LookupParams = {
      requestId,
      progressToken,
      documents: collectOpenDocuments(requestId),
      trusted: vscode.workspace.isTrusted,
    };
    try {
      return await client.sendRequest<LookupResult>(lookupMethod, params, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  });
  view.finish(result);
  return result;
}
