import type { CancellationToken, Connection, Hover, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FactsFinder } from './documentFacts.ts';
import { runSafely } from './handlers.ts';
import type { Host } from './host.ts';
import type { InitializationOptions } from './protocol.ts';
import type { DocumentFacts } from './service/analysis/documentAnalysis.ts';
import type { DocumentText, LanguageService } from './service/index.ts';
import type { SettingsStore } from './settingsStore.ts';

/** What the feature handlers share. Accessors, since the values come with the initialize request. */
export interface FeatureDependencies {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly facts: FactsFinder;
  readonly host: Host;
  settings(): SettingsStore;
  options(): InitializationOptions;
  capabilities(): { readonly textDocument?: { readonly hover?: { readonly contentFormat?: readonly string[] } } };
}

/** Registers one handler for each feature of a document and answers the capabilities that announce them. */
export function registerFeatures(dependencies: FeatureDependencies): ServerCapabilities {
  const { connection, documents, service, facts, settings } = dependencies;

  /** Runs a request about a document: answers empty for one that is not open. */
  const onDocument = async <Answer>(
    method: string,
    uri: string,
    token: CancellationToken,
    empty: Answer,
    handle: (document: DocumentText, facts: DocumentFacts, text: TextDocument) => Promise<Answer> | Answer,
  ) =>
    runSafely(connection.console, method, uri, token, empty, async () => {
      const document = documents.get(uri);
      if (!document) return empty;
      const own = await settings().settingsOf(uri);
      return handle({ uri, languageId: document.languageId, text: document.getText() }, await facts.factsOf(uri, own), document);
    });

  connection.onHover(({ textDocument: { uri }, position }, token) =>
    onDocument('textDocument/hover', uri, token, null as Hover | null, async (document, own, text) => {
      const hover = await service.provideHover(document, own, text.offsetAt(position));
      if (!hover) return null;
      return {
        contents: { kind: 'markdown', value: hover.markdown },
        range: { start: text.positionAt(hover.span.start), end: text.positionAt(hover.span.end) },
      };
    }),
  );

  return { hoverProvider: true };
}
