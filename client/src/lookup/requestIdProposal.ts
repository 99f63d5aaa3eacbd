import * as vscode from 'vscode';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const token = /[A-Za-z0-9][A-Za-z0-9_.:+=-]{5,127}/;

/**
 * What a person most likely wants to look up: the selection, the id under the cursor, else an id in the clipboard.
 * @returns an empty string when there is nothing of the kind
 */
export async function proposeRequestId(): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  if (editor) {
    const selected = editor.document.getText(editor.selection).trim();
    if (looksLikeId(selected)) return selected;
    const underCursor = idAt(editor.document, editor.selection.active);
    if (underCursor !== undefined) return underCursor;
  }
  const copied = (await vscode.env.clipboard.readText()).trim();
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

/** One word of a sensible length with a digit in it: a word of a sentence is no id, nor is a plain number or a time. */
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
