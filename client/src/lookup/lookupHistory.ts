import * as vscode from 'vscode';
import { addToHistory, type HistoryEntry, readHistory } from './historyEntries.ts';
import { plainText } from '../plainText.ts';

/** The last look-ups of this workspace. */
export interface LookupHistory {
  readonly add: (entry: HistoryEntry) => void;
  /** Lets one choose a look-up to make again, remove one, or clear all. @returns undefined when none was chosen */
  readonly choose: () => Promise<string | undefined>;
}

const key = 'apiErrorCodes.recentLookUps';

interface Item extends vscode.QuickPickItem {
  /** Undefined: the item that clears all. */
  readonly entry: HistoryEntry | undefined;
}

export function createLookupHistory(state: vscode.Memento): LookupHistory {
  const read = (): HistoryEntry[] => readHistory(state.get(key));
  const write = (entries: readonly HistoryEntry[]): void => void state.update(key, entries);
  return {
    add: (entry) => write(addToHistory(read(), entry)),
    choose: async () => {
      if (read().length > 0) return choose(read, write);
      void vscode.window.showInformationMessage(vscode.l10n.t('No request ID has been looked up in this workspace yet.'));
      return undefined;
    },
  };
}

function choose(read: () => HistoryEntry[], write: (entries: readonly HistoryEntry[]) => void): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Recent Look-Ups');
  pick.placeholder = vscode.l10n.t('Choose a request ID to look up again');
  pick.matchOnDetail = true;
  const show = (): void => {
    pick.items = createItems(read());
  };
  show();
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item }) => {
      write(read().filter(({ requestId }) => requestId !== item.entry?.requestId));
      if (read().length === 0) pick.hide();
      else show();
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen && chosen.entry === undefined) write([]);
      resolve(chosen?.entry?.requestId);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function createItems(entries: readonly HistoryEntry[]): Item[] {
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Remove from Recent Look-Ups') };
  const items = entries.map(
    (entry): Item => ({ label: plainText(entry.requestId), detail: describe(entry), buttons: [remove], entry }),
  );
  return [
    ...items,
    { label: '', kind: vscode.QuickPickItemKind.Separator, entry: undefined },
    { label: `$(clear-all) ${vscode.l10n.t('Clear Recent Look-Ups')}`, entry: undefined },
  ];
}

function describe({ at, records, code }: HistoryEntry): string {
  return [
    records === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', records),
    ...(code === null ? [] : [vscode.l10n.t('failed with {0}', code)]),
    new Date(at).toLocaleString(vscode.env.language),
  ].join(' · ');
}
