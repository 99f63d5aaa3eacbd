import * as vscode from 'vscode';
import { readPastedId } from './pastedId.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const token = /[A-Za-z0-9][A-Za-z0-9_.:+=-]{5,127}/;

/** Finds the most likely id to look up in the active editor: the selection, else the id under the cursor. */
export function proposeFromEditor(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return '';
  const selected = readPastedId(editor.document.getText(editor.selection));
  return looksLikeId(selected) ? selected : (idAt(editor.document, editor.selection.active) ?? '');
}

/** An id in the clipboard; an empty string when its text does not look like one. */
export async function proposeFromClipboard(): Promise<string> {
  const copied = readPastedId(await vscode.env.clipboard.readText());
  return looksLikeId(copied) ? copied : '';
}

function idAt(document: vscode.TextDocument, position: vscode.Position): string | undefined {
  for (const shape of [uuid, token]) {
    const range = document.getWordRangeAtPosition(position, shape);
    const text = range === undefined ? '' : document.getText(range);
    if (looksLikeId(text)) return text;
  }
  return undefined;
}

/** One word of a sensible length with a digit in it: words of a sentence, plain numbers and times are not ids. */
function looksLikeId(text: string): boolean {
  return (
    text.length >= 6 &&
    text.length <= 200 &&
    /^\S+$/.test(text) &&
    /\d/.test(text) &&
    /[A-Za-z]/.test(text) &&
    !/^\d{4}-\d\d-\d\d/.test(text)
  );
}
