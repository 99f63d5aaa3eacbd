import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../scripts/editor/waitFor.ts';

/** The journeys that need the editor's own API rather than its screen. */
export function describeExtension(): void {
  describe('The extension in its host', () => {
    it('starts when a file is opened that it knows, and not before', async () => {
      const extension = vscode.extensions.getExtension('api-error-codes.api-error-codes');
      assert.ok(extension !== undefined, 'the extension is not installed');
      await openSampleFile('src/handleError.ts');
      await waitFor('the extension to start', () => extension.isActive);
    });

    it('explains a code on hover', async () => {
      const document = await openSampleFile('src/handleError.ts');
      const position = document.positionAt(document.getText().indexOf('INSUFFICIENT_CREDITS') + 3);
      const text = await waitFor('a hover', async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          position,
        );
        const texts = hovers.flatMap(({ contents }) =>
          contents.map((content) => (typeof content === 'string' ? content : content.value)),
        );
        return texts.find((candidate) => candidate.includes('402'));
      });
      assert.match(text, /API balance is too low/);
    });
  });
}

async function openSampleFile(file: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder !== undefined, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}
