import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../server/src/protocol.ts';
import { describeNothingFound } from './nothingFound.ts';
import { createTimelineItem } from './timelineItem.ts';
import { summariseResult } from './recordText.ts';

/** The panel's view of a request: its records by time. */
export interface TimelineView extends vscode.Disposable {
  /** Empties the view for a new look-up. */
  readonly begin: (requestId: string) => void;
  /** Shows records while the search goes on. */
  readonly add: (records: readonly LookupRecord[]) => void;
  /** Shows the answer; undefined: the search was cancelled, what is shown stays. */
  readonly finish: (result: LookupResult | undefined) => void;
  /** Opens the panel at the view; without focus a person goes on typing where they are. */
  readonly reveal: (options: { readonly focus: boolean }) => Promise<void>;
  /** The last complete answer. */
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
  const show = (shown: readonly LookupRecord[], message: string | undefined) => {
    records = shown;
    // The type of this version of the API takes no undefined; an empty message shows none.
    view.message = message ?? '';
    changed.fire();
  };
  const setResult = (next: LookupResult | undefined) => {
    result = next;
    void vscode.commands.executeCommand('setContext', 'apiErrorCodes.hasTimeline', next !== undefined && next.records.length > 0);
  };
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('apiErrorCodes.logs.timeZone')) changed.fire();
  });
  return {
    begin: (requestId) => {
      setResult(undefined);
      view.description = requestId;
      show([], vscode.l10n.t('Searching…'));
    },
    add: (found) => {
      if (found.length > 0) show(sortByTime([...records, ...found]), vscode.l10n.t('Searching…'));
    },
    finish: (answer) => {
      setResult(answer);
      if (answer) finished.fire(answer);
      if (answer === undefined) show(records, vscode.l10n.t('The look-up was cancelled: there may be more records.'));
      else show(answer.records, answer.records.length === 0 ? describeNothingFound(answer) : summariseResult(answer));
    },
    reveal: async ({ focus }) => vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: !focus }),
    result: () => result,
    onDidFinish: finished.event,
    dispose: () => {
      vscode.Disposable.from(view, changed, finished, settings).dispose();
    },
  };
}

/** Good enough while the search goes on; the answer itself has the right order. */
function sortByTime(records: readonly LookupRecord[]): LookupRecord[] {
  return [...records].sort((a, b) => (a.time ?? '9').localeCompare(b.time ?? '9'));
}
