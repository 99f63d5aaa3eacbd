import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { lookupMethod, type LookupParams, type LookupProgress, type LookupResult } from '../../../server/src/protocol.ts';
import { collectOpenDocuments } from './openDocuments.ts';
import { describeBytes } from './recordText.ts';
import type { TimelineView } from './timelineView.ts';
import { plainText } from '../plainText.ts';

/** Most look-ups are over sooner; a notification would only flash up. In milliseconds. */
const notifyAfter = 400;

/**
 * Looks an id up and fills the view while the search goes on. One that takes long shows a notification that can cancel it.
 * @returns undefined when it was cancelled
 */
export async function runLookup(
  client: LanguageClient,
  view: TimelineView,
  requestId: string,
): Promise<LookupResult | undefined> {
  view.begin(requestId);
  const cancellation = new vscode.CancellationTokenSource();
  const reported = new vscode.EventEmitter<string>();
  const progressToken = randomUUID();
  let found = 0;
  const listener = client.onProgress(new ProgressType<LookupProgress>(), progressToken, ({ bytes, records }) => {
    if (cancellation.token.isCancellationRequested) return;
    // The first records are shown while the search goes on.
    if (found === 0 && records.length > 0) void view.reveal({ focus: false });
    found += records.length;
    view.add(records);
    reported.fire(vscode.l10n.t('{0} records, {1} searched', found, describeBytes(bytes)));
  });
  const documents = collectOpenDocuments(requestId);
  const params: LookupParams = { requestId, progressToken, documents, trusted: vscode.workspace.isTrusted };
  const request = client.sendRequest<LookupResult>(lookupMethod, params, cancellation.token);
  const notice = setTimeout(() => void showProgress(requestId, request, cancellation, reported.event), notifyAfter);
  try {
    const result = await request;
    view.finish(result);
    return result;
  } catch (error) {
    view.finish(undefined);
    if (cancellation.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    clearTimeout(notice);
    vscode.Disposable.from(listener, cancellation, reported).dispose();
  }
}

async function showProgress(
  requestId: string,
  request: Promise<unknown>,
  cancellation: vscode.CancellationTokenSource,
  reported: vscode.Event<string>,
): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Looking up {0}', plainText(requestId)),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => cancellation.cancel());
    const listener = reported((message) => progress.report({ message }));
    // A failure is the caller's to tell.
    await request.catch(() => undefined);
    listener.dispose();
  });
}
