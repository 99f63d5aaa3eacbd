import * as l10n from '@vscode/l10n';
import {
  type CancellationToken,
  type CodeLens,
  type Connection,
  type DocumentLink,
  type FoldingRange,
  type Hover,
  type SemanticTokens,
  SemanticTokensBuilder,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { runSafely } from './handlers.ts';
import { readDocumentUri, readRange } from './params.ts';
import type { InitializationOptions } from '../protocol/protocol.ts';
import type { LogOverviews } from './logOverviews.ts';
import { findLogHighlights } from '../service/logs/logHighlights.ts';
import { provideLogHover } from '../service/features/logHover.ts';
import { findRequestIdLinks } from '../service/features/logLinks.ts';
import { findLogLenses } from '../service/features/logOverview.ts';
import { provideLogTimeHover } from '../service/features/logTimeHover.ts';
import { isLogDocument } from '../service/logs/isLogDocument.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { describeHandled, type HandledCount } from '../service/render/handled.ts';
import { escapeMarkdown } from '../service/render/markdown.ts';
import { renderEntry } from '../service/render/explanation.ts';
import { describeStatusWithReason } from '../service/render/status.ts';
import type { TimeZoneSetting } from '../service/render/recordTime.ts';
import type { CatalogueEntry, Span } from '../service/types.ts';
import { lookupCommand, lookupCommandUri } from '../service/render/lookupCommand.ts';

/** The values that the handlers for open logs need. Accessors, since the values change. */
export interface LogFeatureDependencies {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** Resolves when the catalogues have been read. */
  ready(): Promise<void>;
  /** Recognises the codes and ids of the catalogues that are on for a document. */
  recogniserOf(uri: string): Promise<LogRecogniser>;
  /** Ids of the catalogues whose APIs show in the document's workspace. */
  shownIn(uri: string): Promise<ReadonlySet<string>>;
  /** In how many places the workspace handles a code. */
  handledCount(): Promise<HandledCount>;
  timeZoneOf(uri: string): Promise<TimeZoneSetting>;
  readonly overviewOf: LogOverviews;
  options(): InitializationOptions;
  /** Milliseconds since 1970 when a document was written: gives the year of times that have none. */
  writtenAt(uri: string): Promise<number>;
}

/** Answers about open logs. */
export interface LogFeatures {
  readonly capabilities: Pick<ServerCapabilities, 'documentLinkProvider' | 'foldingRangeProvider' | 'semanticTokensProvider'>;
  /** @returns undefined for a document that is not a log */
  provideHover(document: TextDocument, offset: number): Promise<Hover | null> | undefined;
  /** The code lens above the first record of each request. @returns undefined for a document that is not a log */
  provideCodeLenses(document: TextDocument): Promise<CodeLens[]> | undefined;
}

const tokenTypes = ['enumMember', 'variable', 'number'] as const;
const tokenTypeOf = { code: 0, requestId: 1, status: 2 } as const;
const longestEvidence = 200_000;
// `Log` is an output channel whose extension gives it no language.
const logLanguages = [{ language: 'log' }, { language: 'jsonl' }, { language: 'Log' }];

/** Registers document links and semantic tokens for logs; hover is one handler for all documents, which asks `provideHover`. */
export function registerLogFeatures(dependencies: LogFeatureDependencies): LogFeatures {
  const { connection, documents, options } = dependencies;

  const onLog = <Answer>(
    method: string,
    uri: string,
    token: CancellationToken,
    empty: Answer,
    handle: (document: TextDocument, recogniser: LogRecogniser) => Promise<Answer> | Answer,
  ) =>
    runSafely(connection.console, method, uri, token, empty, async () => {
      const document = documents.get(uri);
      if (document === undefined || !isLogDocument(document)) return empty;
      await dependencies.ready();
      return handle(document, await dependencies.recogniserOf(uri));
    });

  const findTokens = (document: TextDocument, recogniser: LogRecogniser, range?: Span): SemanticTokens => {
    const builder = new SemanticTokensBuilder();
    for (const { kind, span } of findLogHighlights(document.getText(), recogniser, range)) {
      const { line, character } = document.positionAt(span.start);
      builder.push(line, character, span.end - span.start, tokenTypeOf[kind], 0);
    }
    return builder.build();
  };

  connection.onDocumentLinks((params, token) => {
    const uri = readDocumentUri(params);
    return onLog('textDocument/documentLink', uri, token, [] as DocumentLink[], (document, recogniser) =>
      options().commandLinks === true
        ? findRequestIdLinks(document.getText(), recogniser).map(({ span, requestId }) => ({
            range: rangeOf(document, span),
            target: lookupCommandUri(requestId),
            tooltip: l10n.t('Look up this request ID in all logs'),
          }))
        : [],
    );
  });
  connection.onFoldingRanges((params, token) => {
    const uri = readDocumentUri(params);
    return onLog('textDocument/foldingRange', uri, token, null as FoldingRange[] | null, async (document, recogniser) =>
      (await dependencies.overviewOf(document, recogniser)).folds.map(({ startLine, endLine }) => ({ startLine, endLine })),
    );
  });
  connection.languages.semanticTokens.on((params, token) => {
    const uri = readDocumentUri(params);
    return onLog('textDocument/semanticTokens/full', uri, token, { data: [] } as SemanticTokens, findTokens);
  });
  connection.languages.semanticTokens.onRange((params, token) => {
    const uri = readDocumentUri(params);
    const range = readRange(params);
    return onLog('textDocument/semanticTokens/range', uri, token, { data: [] } as SemanticTokens, (document, recogniser) =>
      findTokens(document, recogniser, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }),
    );
  });

  return {
    capabilities: {
      documentLinkProvider: { resolveProvider: false },
      // Only for logs: where one provider answers, the editor no longer folds by indentation.
      foldingRangeProvider: { documentSelector: logLanguages },
      // Only for logs: tokens for source code would compete with those of its own language.
      semanticTokensProvider: {
        documentSelector: logLanguages,
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
        range: true,
        full: true,
      },
    },
    provideHover: (document, offset) => (isLogDocument(document) ? hoverLog(document, offset, dependencies) : undefined),
    provideCodeLenses: (document) => (isLogDocument(document) ? findLenses(document, dependencies) : undefined),
  };
}

async function hoverLog(document: TextDocument, offset: number, dependencies: LogFeatureDependencies): Promise<Hover | null> {
  const recogniser = await dependencies.recogniserOf(document.uri);
  const near = await dependencies.writtenAt(document.uri);
  const hover = provideLogHover(document.getText(), offset, recogniser, {
    timeZone: await dependencies.timeZoneOf(document.uri),
    commandLinks: dependencies.options().commandLinks === true,
    near,
  });
  if (hover === undefined) {
    const time = provideLogTimeHover(document.getText(), offset, recogniser, { near });
    return time ? { contents: { kind: 'markdown', value: time.markdown }, range: rangeOf(document, time.span) } : null;
  }
  const { kind, value, span } = hover.highlight;
  const parts = [
    ...(kind === 'code'
      ? renderCode(
          recogniser.entriesOf(value),
          await dependencies.shownIn(document.uri),
          document.getText(),
          await dependencies.handledCount(),
        )
      : []),
    ...(kind === 'status' ? [`**${escapeMarkdown(describeStatusWithReason([Number(value)]))}**`] : []),
    ...(hover.markdown === '' ? [] : [hover.markdown]),
  ];
  if (parts.length === 0) return null;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: rangeOf(document, span) };
}

async function findLenses(
  document: TextDocument,
  { recogniserOf, overviewOf, options }: LogFeatureDependencies,
): Promise<CodeLens[]> {
  const overview = await overviewOf(document, await recogniserOf(document.uri));
  return findLogLenses(overview).map(({ line, title, requestId }) => ({
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    // A lens with an empty command shows only its title.
    command:
      requestId !== undefined && options().commandLinks === true
        ? { title, command: lookupCommand, arguments: [requestId] }
        : { title, command: '' },
  }));
}

/** An API that neither the workspace nor the log shows is only named as a possibility: other systems have the same words. */
function renderCode(
  entries: readonly CatalogueEntry[],
  shown: ReadonlySet<string>,
  text: string,
  handledIn: HandledCount,
): string[] {
  const head = text.slice(0, longestEvidence);
  const certain = entries.filter(
    ({ catalogue, entry }) =>
      entry.unique || shown.has(catalogue.id) || catalogue.detect.hosts.some((host) => head.includes(host)),
  );
  if (certain.length > 0) return certain.map((entry) => renderEntry(entry, describeHandled(entry, handledIn)));
  return entries.map(({ catalogue, entry }) => {
    const what = [describeStatusWithReason(entry.statuses), entry.cause].filter((part) => part !== '').join(': ');
    const api = escapeMarkdown(catalogue.title);
    return l10n.t(
      '**{0}** may be the {1}’s error code ({2}), but nothing here shows that this API is meant.',
      escapeMarkdown(entry.code),
      api,
      escapeMarkdown(what),
    );
  });
}

function rangeOf(document: TextDocument, { start, end }: Span) {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
