import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createExcerptLineNumbers } from './excerptLineNumbers.ts';
import type { RecordPlace } from './openRecord.ts';
import { excerptMethod, type ExcerptParams, type ExcerptResult, type LookupRecord } from '../../../server/src/lookupProtocol.ts';

/** Scheme of read-only excerpts of files that the editor cannot open itself. */
const excerptScheme = 'api-error-codes-excerpt';

/** Shows parts of compressed and very large logs, and records of log engines. */
export interface ExcerptProvider extends vscode.Disposable {
  /** Opens the text around a record, at its line. */
  readonly open: (record: LookupRecord, place?: RecordPlace) => Promise<void>;
}

/** Registers the content provider. The address of an excerpt holds all that is needed to read it again. */
export function createExcerptProvider(client: LanguageClient): ExcerptProvider {
  const read = async (uri: vscode.Uri): Promise<ExcerptResult> => {
    const params = JSON.parse(uri.query) as ExcerptParams | { readonly text: string };
    if ('text' in params) return { text: params.text, firstLine: 1 };
    const excerpt = await client.sendRequest<ExcerptResult | null>(excerptMethod, params);
    return excerpt ?? { text: vscode.l10n.t('The file can no longer be read.'), firstLine: params.line };
  };
  const firstLines = new Map<string, number>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(excerptScheme, {
    provideTextDocumentContent: async (uri) => {
      const { text, firstLine } = await read(uri);
      firstLines.set(uri.toString(), firstLine);
      return text;
    },
  });
  const numbers = createExcerptLineNumbers();
  const showNumbers = (editors: readonly vscode.TextEditor[]): void => {
    for (const editor of editors) {
      const firstLine = firstLines.get(editor.document.uri.toString());
      if (firstLine !== undefined) numbers.show(editor, firstLine);
    }
  };
  const listener = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(showNumbers),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => firstLines.delete(uri.toString())),
  );
  return {
    open: async ({ uri, file, line, offset = 0, text, time }, place = {}) => {
      const params: ExcerptParams | { readonly text: string } = uri === undefined ? { text } : { uri, offset, line };
      // The name ends in .log, so that the excerpt is read and coloured as a log.
      const path = `/${file.replace(/^\/+/, '')}:${uri === undefined ? (time ?? '') : line}.log`;
      const address = vscode.Uri.from({ scheme: excerptScheme, path, query: JSON.stringify(params) });
      const document = await vscode.workspace.openTextDocument(address);
      const position = new vscode.Position(Math.max(0, line - (firstLines.get(address.toString()) ?? 1)), 0);
      const editor = await vscode.window.showTextDocument(document, {
        ...place,
        preview: true,
        selection: new vscode.Range(position, position),
      });
      showNumbers([editor]);
    },
    dispose: () => {
      vscode.Disposable.from(registration, numbers, listener).dispose();
    },
  };
}
