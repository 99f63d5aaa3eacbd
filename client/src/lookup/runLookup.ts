import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  lookupMethod,
  type LookupParams,
  type LookupProgress,
  type LookupResult,
} from '../../../server/src/protocol/lookupProtocol.ts';
import { plainText } from '../plainText.ts';
import { showWhenSlow } from '../showWhenSlow.ts';
import type { EngineCredentialStore } from './engineCredentials.ts';
import { collectOpenDocuments } from './openDocuments.ts';
import { describeBytes } from './recordText.ts';
import type { TimelineView } from './timelineView.ts';

/** How a look-up is run. */
export interface LookupRun {
  /** The panel is not opened when there is something to see. */
  readonly quietly?: boolean;
  /** Records that share another id with those of the request are taken in as well. */
  readonly related?: boolean;
  readonly credentials: EngineCredentialStore;
}

/**
 * Looks an id up and fills the view while the search goes on. A slow one shows a notification that can cancel it; a later
 * look-up cancels it too.
 * @returns undefined when it was cancelled before it found anything
 */
export async function runLookup(
  server: ServerConnection,
  view: TimelineView,
  requestId: string,
  { quietly = false, related = false, credentials }: LookupRun,
): Promise<LookupResult | undefined> {
  const cancellation = new vscode.CancellationTokenSource();
  const shown = view.begin(requestId, () => cancellation.cancel());
  const reported = new vscode.EventEmitter<string>();
  const progressToken = randomUUID();
  let found = 0;
  const listener = server.onProgress<LookupProgress>(progressToken, ({ bytes, records }) => {
    // The first records are shown while the search goes on; the records up to a cancellation come right after that.
    const isWanted = !quietly && !cancellation.token.isCancellationRequested;
    if (isWanted && found === 0 && records.length > 0) void view.reveal({ focus: false });
    found += records.length;
    shown.add(records);
    reported.fire(vscode.l10n.t('{0} records, {1} searched', found, describeBytes(bytes)));
  });
  const documents = collectOpenDocuments(requestId);
  const { isTrusted } = vscode.workspace;
  const lookUp = async (): Promise<LookupResult> => {
    const known = isTrusted ? await credentials.read() : [];
    const params: LookupParams = { requestId, progressToken, documents, trusted: isTrusted, related, credentials: known };
    return server.sendRequest<LookupResult>(lookupMethod, params, cancellation.token);
  };
  try {
    const title = vscode.l10n.t('Looking up {0}', plainText(requestId));
    const result = await showWhenSlow(title, lookUp(), cancellation, reported.event);
    shown.finish(result);
    return result.cancelled && result.records.length === 0 ? undefined : result;
  } catch (error) {
    shown.finish(undefined);
    if (cancellation.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    vscode.Disposable.from(listener, cancellation, reported).dispose();
  }
}
