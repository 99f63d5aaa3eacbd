import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../server/src/protocol/lookupProtocol.ts';
import { describeNothingFound } from './nothingFound.ts';
import { createTimelineItem } from './timelineItem.ts';
import { summariseResult } from './recordText.ts';
import { showUnseen } from '../../../server/src/shared/showUnseen.ts';

/** A look-up that the view shows. Once a later one has begun, nothing of it is shown any more. */
export interface ShownLookup {
  /** Shows records while the search goes on. */
  readonly add: (records: readonly LookupRecord[]) => void;
  /** Shows the answer, also that of a cancelled search. Without an answer the shown records stay. */
  readonly finish: (result: LookupResult | undefined) => void;
}

/** The panel's view of a request: its records by time. */
export interface TimelineView extends vscode.Disposable {
  /**
   * Empties the view for a new look-up.
   * @param onReplaced called when a later one begins before this one has its answer
   */
  readonly begin: (requestId: string, onReplaced: () => void) => ShownLookup;
  /** Opens the panel at the view; without focus a person goes on typing where they are. */
  readonly reveal: (options: { readonly focus: boolean }) => Promise<void>;
  /** The last answer; of a cancelled look-up the part that was found. */
  readonly result: () => LookupResult | undefined;
  /** A look-up has its answer. */
  readonly onDidFinish: vscode.Event<LookupResult>;
}

const viewId = 'apiErrorCodes.timeline';

/** Creates the view; it is empty until the first look-up. */
export function createTimelineView(): TimelineView {
  const changed = new vscode.EventEmitter<void>();
  const finished = new vscode.EventEmitter<LookupResult>();
  let records: readonly LookupRecord[] = [];
  let result: LookupResult | undefined;
  const view = vscode.window.createTreeView<LookupRecord>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (parent) => (parent === undefined ? [...records] : []),
      getTreeItem: createTimelineItem,
      getParent: () => undefined,
    },
  });
  let replace = (): void => undefined;
  const show = (shown: readonly LookupRecord[], message: string) => {
    records = shown;
    view.message = message;
    changed.fire();
  };
  const setResult = (next: LookupResult | undefined) => {
    result = next;
    const has = (name: string, isSo: boolean) => void vscode.commands.executeCommand('setContext', `apiErrorCodes.${name}`, isSo);
    has('hasTimeline', next !== undefined && next.records.length > 0);
    has('hasRelatedRecords', next !== undefined && offersRelated(next));
  };
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('apiErrorCodes.logs.timeZone')) changed.fire();
  });
  return {
    begin: (requestId, onReplaced) => {
      replace();
      let isCurrent = true;
      replace = () => {
        isCurrent = false;
        onReplaced();
      };
      // Where the panel has no other view, the editor shows no description of it: the message then names the request.
      const ofRequest = (message: string) => `${showUnseen(requestId)}: ${message}`;
      setResult(undefined);
      show([], ofRequest(vscode.l10n.t('Searching…')));
      return {
        add: (found) => {
          if (isCurrent && found.length > 0) show(sortByTime([...records, ...found]), ofRequest(vscode.l10n.t('Searching…')));
        },
        finish: (answer) => {
          if (!isCurrent) return;
          replace = () => undefined;
          setResult(answer);
          if (answer) finished.fire(answer);
          if (answer === undefined || (answer.cancelled && answer.records.length === 0))
            show(records, ofRequest(vscode.l10n.t('The look-up was cancelled: there may be more records.')));
          else if (answer.records.length === 0) show([], describeNothingFound(answer));
          else show(answer.records, ofRequest(summariseResult(answer)));
        },
      };
    },
    reveal: async ({ focus }) => vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: !focus }),
    result: () => result,
    onDidFinish: finished.event,
    dispose: () => {
      vscode.Disposable.from(view, changed, finished, settings).dispose();
    },
  };
}

/** Whether records tie others to the request that are not taken in yet. */
export function offersRelated({ related, records }: LookupResult): boolean {
  return related.length > 0 && records.every(({ tiedBy }) => tiedBy === undefined);
}

/** Good enough while the search goes on; the answer itself has the right order. */
function sortByTime(records: readonly LookupRecord[]): LookupRecord[] {
  return [...records].sort((a, b) => (a.time ?? '9').localeCompare(b.time ?? '9'));
}
