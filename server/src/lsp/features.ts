import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  CompletionItemKind,
  type CancellationToken,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { arrangeFixes } from './arrangeFixes.ts';
import { createCatalogueDocuments } from './documents/catalogueDocuments.ts';
import { runSafely } from './handlers.ts';
import type { LogFeatures } from './logFeatures.ts';
import { readDocumentUri, readPosition, readRange, readRecord } from './params.ts';
import { rangeOf, spanOf } from './rangeOf.ts';
import { toCodeAction } from './toCodeAction.ts';
import { showSiteCodesCommand } from '../protocol/protocol.ts';
import type { WholeServer } from './wholeServer.ts';
import type { DocumentFacts } from '../service/analysis/documentAnalysis.ts';
import type { DocumentText } from '../service/index.ts';
import { isOnlyAnswer } from '../service/logs/isAnswer.ts';
import { isLogDocument } from '../service/logs/isLogDocument.ts';
import type { SnippetItem } from '../service/features/snippetCompletion.ts';
import { renderEntry } from '../service/render/explanation.ts';
import type { CodeActionAnswer } from '../service/edits/proposal.ts';

/** Actions for whole documents. */
const wholeKinds = ['fixAll', 'addMissingCases'] as const;
const kindOf = (kind: (typeof wholeKinds)[number]): string => `source.${kind}.apiErrorCodes`;

/** Registers one handler for each feature of a document and answers the capabilities that announce them. */
export function registerFeatures(server: WholeServer, logs: LogFeatures): ServerCapabilities {
  const { connection, documents, service, workspace, mentions } = server;
  const { facts, settingsOf } = workspace;
  const catalogues = createCatalogueDocuments(server);
  const knowsSnippets = (): boolean =>
    server.session.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;

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
      await workspace.ready();
      const own = await facts.factsOf(uri, await settingsOf(uri));
      return handle(server.textOf(document), own, document);
    });

  connection.onHover((params, token) => {
    const uri = readDocumentUri(params);
    const position = readPosition(params);
    return onDocument('textDocument/hover', uri, token, null as Hover | null, async (document, own, text) => {
      const inLog = await logs.provideHover(text, text.offsetAt(position));
      if (inLog || isLogDocument(text)) return inLog ?? null;
      const hover = await service.provideHover(document, own, text.offsetAt(position), await mentions.handledCount());
      if (!hover) return (await catalogues.hoverKey(text, text.offsetAt(position))) ?? null;
      return { contents: { kind: 'markdown', value: hover.markdown }, range: rangeOf(text, hover.span) };
    });
  });

  connection.onCompletion((params, token) => {
    const uri = readDocumentUri(params);
    const position = readPosition(params);
    return onDocument('textDocument/completion', uri, token, null as CompletionList | null, async (document, own, text) => {
      if (isOnlyAnswer(text)) return null;
      const inCatalogue = catalogues.complete(text, text.offsetAt(position));
      if (inCatalogue) return inCatalogue;
      const snippets = knowsSnippets() ? service.provideSnippets(document, own, text.offsetAt(position)) : [];
      if (snippets.length > 0) return { isIncomplete: false, items: snippets.map((snippet) => toSnippetItem(snippet, text)) };
      const list = await service.provideCompletion(document, own, text.offsetAt(position));
      if (!list) return null;
      const items = list.items.map(
        (item, index): CompletionItem => ({
          label: item.label,
          kind: itemKinds[item.kind],
          detail: describe([item.status, item.api, item.handled ? l10n.t('already there') : '']),
          labelDetails: { description: describe([item.status, item.handled ? l10n.t('already there') : '']) },
          filterText: item.filter,
          sortText: String(index).padStart(5, '0'),
          insertTextFormat: InsertTextFormat.PlainText,
          insertTextMode: InsertTextMode.asIs,
          textEdit: { range: rangeOf(text, item.replace), newText: item.text },
          ...(item.further.length > 0
            ? { additionalTextEdits: item.further.map((edit) => ({ range: rangeOf(text, edit.span), newText: edit.text })) }
            : {}),
          data: item.data,
        }),
      );
      return { isIncomplete: list.incomplete, items };
    });
  });

  connection.onCompletionResolve((item, token) =>
    runSafely(connection.console, 'completionItem/resolve', undefined, token, item, async () => {
      const { catalogue, codes } = readData(item.data);
      const set = facts.setOf(await settingsOf(''));
      const entries = codes.flatMap((code) => set.entriesOf(code).filter((entry) => entry.catalogue.id === catalogue));
      const text =
        entries.length === 1
          ? entries.map((entry) => renderEntry(entry)).join('')
          : entries.map(({ entry }) => `- ${entry.code.replaceAll('_', '\\_')}`).join('\n');
      return text === '' ? item : { ...item, documentation: { kind: 'markdown', value: text } };
    }),
  );

  connection.onCodeAction((params, token) => {
    const uri = readDocumentUri(params);
    const range = readRange(params);
    const { only } = params.context;
    return onDocument('textDocument/codeAction', uri, token, [] as CodeAction[], async (document, own, text) => {
      const span = spanOf(text, range);
      const wants = (kind: string): boolean => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
      const answers =
        wants(CodeActionKind.QuickFix) || wants(CodeActionKind.RefactorRewrite)
          ? await service.provideCodeActions(document, own, span)
          : [];
      // Actions for whole documents are only for clients that ask for them, on save for instance; they show no light bulb.
      const whole: CodeActionAnswer[] = [];
      for (const kind of wholeKinds) {
        const all = only && wants(kindOf(kind)) ? await service.provideActionForAll(document, own, kind) : undefined;
        if (all) whole.push(all);
      }
      const hasCommands = server.session.options.commandLinks === true;
      const wanted = [...answers, ...whole].filter(({ kind, excludeFolder }) => wants(kind) && (!excludeFolder || hasCommands));
      return arrangeFixes(wanted, hasCommands).map((fix) => toCodeAction(fix, uri, text, server.host.rulePage));
    });
  });

  connection.onCodeLens((params, token) => {
    const uri = readDocumentUri(params);
    return onDocument(
      'textDocument/codeLens',
      uri,
      token,
      [] as CodeLens[],
      async (document, own, text) =>
        (own.settings.codeLens ? logs.provideCodeLenses(text) : undefined) ??
        catalogues.codeLenses(text) ??
        (await service.provideCodeLenses(document, own)).map(({ span, title }) => ({
          range: rangeOf(text, span),
          command:
            server.session.options.commandLinks === true
              ? { title, command: showSiteCodesCommand, arguments: [uri, text.positionAt(span.start)] }
              : { title, command: '' },
        })),
    );
  });

  connection.languages.inlayHint.on((params, token) => {
    const uri = readDocumentUri(params);
    const range = readRange(params);
    return onDocument('textDocument/inlayHint', uri, token, [], async (document, own, text) =>
      (await service.provideInlayHints(document, own, spanOf(text, range))).map(({ offset, label, tooltip }) => ({
        position: text.positionAt(offset),
        label,
        tooltip,
        paddingLeft: true,
      })),
    );
  });

  connection.onDocumentHighlight((params, token) => {
    const uri = readDocumentUri(params);
    const position = readPosition(params);
    return onDocument('textDocument/documentHighlight', uri, token, [], async (document, own, text) =>
      (await service.provideDocumentHighlights(document, own, text.offsetAt(position))).map((span) => ({
        range: rangeOf(text, span),
      })),
    );
  });

  documents.onDidOpen(({ document: { uri, languageId } }) => {
    // Where no API shows, nothing is parsed: a grammar would only take memory.
    const warm = async (): Promise<void> => {
      if ((await server.shownCatalogues()).length > 0) await service.warm(languageId);
    };
    warm().catch((error: unknown) => connection.console.error(`The grammar for ${uri} could not be loaded: ${String(error)}`));
  });

  return {
    hoverProvider: true,
    completionProvider: { triggerCharacters: ["'", '"', '`'], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, ...wholeKinds.map(kindOf)] },
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: true,
    documentHighlightProvider: true,
    ...logs.capabilities,
  };
}

function toSnippetItem({ prefix, api, description, body, replace }: SnippetItem, document: TextDocument): CompletionItem {
  return {
    label: prefix,
    kind: CompletionItemKind.Snippet,
    detail: api,
    labelDetails: { description: api },
    documentation: description,
    filterText: prefix,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: rangeOf(document, replace), newText: body },
  };
}

const itemKinds = {
  arms: CompletionItemKind.Snippet,
  class: CompletionItemKind.Class,
  code: CompletionItemKind.EnumMember,
} as const;

function describe(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** The data of a completion item that its resolution needs. It comes back from the client and may have any shape. */
function readData(data: unknown): { readonly catalogue: string; readonly codes: readonly string[] } {
  const { catalogue, codes } = readRecord(data);
  return {
    catalogue: typeof catalogue === 'string' ? catalogue : '',
    codes: Array.isArray(codes) ? codes.filter((code): code is string => typeof code === 'string') : [],
  };
}
