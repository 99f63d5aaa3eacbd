import * as vscode from 'vscode';
import type { LookupDocument } from '../../../server/src/protocol/lookupProtocol.ts';
import { isLogName, nameLog } from '../nameLog.ts';

/** Logs that a person wants a summary of. */
export interface ChosenLogs {
  /** For people. */
  readonly title: string;
  /** Addresses of files that are read from disk. */
  readonly uris: readonly string[];
  /** Logs that are open, with their texts. */
  readonly documents: readonly LookupDocument[];
}

/**
 * The log that a command was called on, else the one in the active editor, else files that are asked for. A file that the
 * editor does not open, since it is too large or compressed, is read from disk.
 * @param given the argument from a menu: an address
 * @returns undefined when none was chosen
 */
export async function chooseLogs(given: unknown): Promise<ChosenLogs | undefined> {
  const uri = given instanceof vscode.Uri ? given : findActiveLog();
  if (uri !== undefined) return describeLogs([uri]);
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Summarise Logs'),
    openLabel: vscode.l10n.t('Summarise'),
    canSelectMany: true,
  });
  return describeLogs(files ?? []);
}

/**
 * Logs with their names. Logs that differ from the disk have their texts from the editor.
 * @returns undefined without logs; rejects when one can no longer be opened
 */
export async function describeLogs(logs: readonly vscode.Uri[]): Promise<ChosenLogs | undefined> {
  const [first] = logs;
  if (first === undefined) return undefined;
  const read = await Promise.all(logs.map(readLog));
  return {
    title: logs.length === 1 ? nameLog(first) : vscode.l10n.t('{0} and {1} more', nameLog(first), logs.length - 1),
    uris: read.flatMap(({ uris }) => uris),
    documents: read.flatMap(({ documents }) => documents),
  };
}

/** The tab knows the file where the editor shows a message instead of a text. */
function findActiveLog(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isLog(document)) return document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return shown !== undefined && isLogName(shown.path) ? shown : undefined;
}

function isLog({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme === 'output' || ['log', 'jsonl', 'Log'].includes(languageId) || isLogName(uri.path);
}

async function readLog(uri: vscode.Uri): Promise<Omit<ChosenLogs, 'title'>> {
  const isCompressed = /\.(?:gz|zst)$/i.test(uri.path);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  // A file without unsaved changes is read from disk: its text need not be sent.
  if (uri.scheme === 'file' && (isCompressed || document?.isDirty !== true)) return { uris: [uri.toString()], documents: [] };
  // All of it: the editor gives extensions no document of more than 50 MB.
  const text = (document ?? (await vscode.workspace.openTextDocument(uri))).getText();
  return { uris: [], documents: [{ uri: uri.toString(), text }] };
}
