import * as vscode from 'vscode';
import { looksLikeRequestId } from '../../../server/src/shared/requestIds/looksLikeRequestId.ts';
import { findNamedIds, readPastedIds } from '../../../server/src/shared/requestIds/pastedIds.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const token = /[A-Za-z0-9][A-Za-z0-9_.:+=-]{5,127}/;
const longestLine = 20_000;

/** Finds the most likely ids to look up in the active editor: those selected, else the one under the cursor. */
export function proposeFromEditor(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return '';
  return proposeFrom(editor.document.getText(editor.selection)) || (idAt(editor.document, editor.selection.active) ?? '');
}

/** The ids in the clipboard; an empty string when its text does not look like any. */
export async function proposeFromClipboard(): Promise<string> {
  return proposeFrom(await vscode.env.clipboard.readText());
}

function proposeFrom(text: string): string {
  const ids = readPastedIds(text);
  return ids.every(looksLikeRequestId) ? ids.join(', ') : '';
}

function idAt(document: vscode.TextDocument, position: vscode.Position): string | undefined {
  const { text } = document.lineAt(position);
  const { character } = position;
  // A name tells where a number, or an id with slashes, begins and ends.
  const named = text.length > longestLine ? [] : findNamedIds(text);
  const own = named.find(({ start, end }) => start <= character && character <= end);
  if (own) return own.id;
  for (const shape of [uuid, token]) {
    const range = document.getWordRangeAtPosition(position, shape);
    const word = range === undefined ? '' : document.getText(range);
    if (looksLikeRequestId(word)) return word;
  }
  return undefined;
}
