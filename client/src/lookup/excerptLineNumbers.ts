import * as vscode from 'vscode';

/** A line of text before each line costs the editor something: an excerpt of short lines keeps the editor's own numbers. */
const mostLines = 10_000;

/** The numbers of an excerpt's lines in its file, in place of the editor's own, which count from the excerpt's beginning. */
export interface ExcerptLineNumbers extends vscode.Disposable {
  /** @param firstLine of the file, from 1 */
  readonly show: (editor: vscode.TextEditor, firstLine: number) => void;
}

export function createExcerptLineNumbers(): ExcerptLineNumbers {
  const type = vscode.window.createTextEditorDecorationType({
    before: { color: new vscode.ThemeColor('editorLineNumber.foreground'), margin: '0 1.5em 0 0' },
  });
  return {
    show: (editor, firstLine) => {
      const { lineCount } = editor.document;
      if (firstLine === 1 || lineCount > mostLines) return;
      const width = String(firstLine + lineCount - 1).length;
      editor.options = { ...editor.options, lineNumbers: vscode.TextEditorLineNumbersStyle.Off };
      editor.setDecorations(
        type,
        Array.from({ length: lineCount }, (_, line) => ({
          range: new vscode.Range(line, 0, line, 0),
          // A figure space is as wide as a digit.
          renderOptions: { before: { contentText: String(firstLine + line).padStart(width, '\u2007') } },
        })),
      );
    },
    dispose: () => {
      type.dispose();
    },
  };
}
