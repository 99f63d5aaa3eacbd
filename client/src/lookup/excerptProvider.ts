import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { createExcerptLineNumbers } from './excerptLineNumbers.ts';
import {
  engineContextMethod,
  type EngineContextParams,
  type EngineContextResult,
  type EngineOrigin,
  excerptMethod,
  type ExcerptParams,
  type ExcerptResult,
  type LookupRecord,
} from '../../../server/src/protocol/lookupProtocol.ts';
import { plainText } from '../plainText.ts';
import { showWhenSlow } from '../showWhenSlow.ts';
import type { EngineCredentialStore } from './engineCredentials.ts';
import type { RecordPlace } from './recordPlace.ts';

/** Scheme of read-only excerpts of files that the editor cannot open itself. */
const excerptScheme = 'api-error-codes-excerpt';

/** Shows parts of compressed and very large logs, and records of log engines. */
export interface ExcerptProvider extends vscode.Disposable {
  /** Opens the text around a record, at its line. */
  readonly open: (record: LookupRecord, place?: RecordPlace) => Promise<void>;
}

const nothingReported: vscode.Event<string> = () => new vscode.Disposable(() => undefined);

/** The place of an excerpt in a file, or a record of a log engine; only the record is shown where the engine does not answer. */
type ExcerptPlace = ExcerptParams | { readonly text: string; readonly origin?: EngineOrigin & { readonly engine: string } };

/** Registers the content provider. The address of an excerpt holds all that is needed to read it again. */
export function createExcerptProvider(server: ServerConnection, credentials: EngineCredentialStore): ExcerptProvider {
  /** Those that can be cancelled, by address. */
  const opening = new Map<string, vscode.CancellationToken>();
  const readAround = async (
    text: string,
    origin: EngineOrigin & { readonly engine: string },
    token: vscode.CancellationToken,
  ): Promise<EngineContextResult | null> => {
    const { isTrusted } = vscode.workspace;
    if (!isTrusted) return null;
    const params: EngineContextParams = { ...origin, text, trusted: isTrusted, credentials: await credentials.read() };
    try {
      return await server.sendRequest<EngineContextResult | null>(engineContextMethod, params, token);
    } catch (error) {
      // The record itself is there.
      if (token.isCancellationRequested) return null;
      throw error;
    }
  };
  const read = async (
    uri: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<ExcerptResult & { readonly recordLine?: number }> => {
    const params = JSON.parse(uri.query) as ExcerptPlace;
    if ('text' in params) {
      const around = params.origin && (await readAround(params.text, params.origin, token));
      return { text: around?.text ?? params.text, firstLine: 1, recordLine: around?.line ?? 1 };
    }
    const excerpt = await server.sendRequest<ExcerptResult | null>(excerptMethod, params);
    return excerpt ?? { text: vscode.l10n.t('The file can no longer be read.'), firstLine: params.line };
  };
  const firstLines = new Map<string, number>();
  const recordLines = new Map<string, number>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(excerptScheme, {
    provideTextDocumentContent: async (uri, token) => {
      const { text, firstLine, recordLine } = await read(uri, opening.get(uri.toString()) ?? token);
      // A log engine has no lines to be numbered by.
      if (recordLine === undefined) firstLines.set(uri.toString(), firstLine);
      else recordLines.set(uri.toString(), recordLine);
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
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      firstLines.delete(uri.toString());
      recordLines.delete(uri.toString());
    }),
  );
  return {
    open: async ({ source, uri, file, line, offset = 0, text, time, origin }, place = {}) => {
      const around = origin && { origin: { ...origin, engine: source } };
      const params: ExcerptPlace = uri === undefined ? { text, ...around } : { uri, offset, line };
      // The name ends in .log, so that the excerpt is read and coloured as a log.
      const path = `/${file.replace(/^\/+/, '')}:${uri === undefined ? (time ?? '') : line}.log`;
      const address = vscode.Uri.from({ scheme: excerptScheme, path, query: JSON.stringify(params) });
      const key = address.toString();
      const cancellation = new vscode.CancellationTokenSource();
      opening.set(key, cancellation.token);
      const title = vscode.l10n.t('Reading what was logged around a record of {0}', plainText(source));
      const document = await showWhenSlow(
        title,
        Promise.resolve(vscode.workspace.openTextDocument(address)),
        cancellation,
        nothingReported,
      ).finally(() => {
        opening.delete(key);
        cancellation.dispose();
      });
      const position = new vscode.Position((recordLines.get(key) ?? Math.max(1, line - (firstLines.get(key) ?? 1) + 1)) - 1, 0);
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
