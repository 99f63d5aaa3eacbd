import * as l10n from '@vscode/l10n';
import {
  type CancellationToken,
  type CodeLens,
  type DocumentLink,
  type FoldingRange,
  type Hover,
  type SemanticTokens,
  SemanticTokensBuilder,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { runSafely } from './handlers.ts';
import { readDocumentUri, readRange } from './params.ts';
import { createLogOverviews, type LogOverviews } from './logOverviews.ts';
import { rangeOf, spanOf } from './rangeOf.ts';
import type { WholeServer } from './wholeServer.ts';
import { findLogHighlights } from '../service/logs/logHighlights.ts';
import { createZoneOf } from '../service/logs/times/assumedZones.ts';
import { provideLogHover } from '../service/features/logHover.ts';
import { findRequestIdLinks } from '../service/features/logLinks.ts';
import { findLogLenses } from '../service/features/logOverview.ts';
import { provideLogTimeHover } from '../service/features/logTimeHover.ts';
import { isAnswer } from '../service/logs/isAnswer.ts';
import { isLogDocument } from '../service/logs/isLogDocument.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { describeHandled, type HandledCount } from '../service/render/handled.ts';
import { escapeMarkdown } from '../service/render/markdown.ts';
import { renderEntry } from '../service/render/explanation.ts';
import { describeStatusWithReason } from '../service/render/status.ts';
import type { CatalogueEntry, Span } from '../service/types.ts';
import { lookupCommand, lookupCommandUri } from '../service/render/lookupCommand.ts';

/** Answers about open logs. */
export interface LogFeatures {
  readonly capabilities: Pick<ServerCapabilities, 'documentLinkProvider' | 'foldingRangeProvider' | 'semanticTokensProvider'>;
  /** @returns undefined for a document that is neither a log nor an answer with an error */
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
export function registerLogFeatures(server: WholeServer): LogFeatures {
  const { connection, documents, workspace, recognisers, host } = server;
  const overviewOf = createLogOverviews(host, (uri) => zoneOf(uri, server));

  const onLog = <Answer>(
    method: string,
    uri: string,
    token: CancellationToken,
    empty: Answer,
    handle: (document: TextDocument, recogniser: LogRecogniser) => Promise<Answer> | Answer,
  ) =>
    runSafely(connection.console, method, uri, token, empty, async () => {
      const document = documents.get(uri);
      if (document === undefined || !isRead(document)) return empty;
      await workspace.ready();
      return handle(document, await recognisers.recogniserOf(uri));
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
      offersLookUp(server)
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
      (await overviewOf(document, recogniser)).folds.map(({ startLine, endLine }) => ({ startLine, endLine })),
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
      findTokens(document, recogniser, spanOf(document, range)),
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
    provideHover: (document, offset) => (isRead(document) ? hoverLog(document, offset, server) : undefined),
    provideCodeLenses: (document) => (isLogDocument(document) ? findLenses(document, server, overviewOf) : undefined),
  };
}

/** Whether a document is read like a log: it is one, or an answer with an error. */
function isRead(document: TextDocument): boolean {
  return isLogDocument(document) || isAnswer(document);
}

/** Whether ids are links that look the request up. */
function offersLookUp({ session, host }: WholeServer): boolean {
  return session.options.commandLinks === true && host.lookup.isAvailable;
}

/** The zone that the user says a log's times are in. */
async function zoneOf(uri: string, { workspace, host }: WholeServer): Promise<string | undefined> {
  const { assumedZones } = await workspace.settingsOf(uri);
  return createZoneOf(assumedZones)(host.fileOf(uri) ?? uri);
}

async function hoverLog(document: TextDocument, offset: number, server: WholeServer): Promise<Hover | null> {
  const { recognisers, workspace, host, mentions } = server;
  const { uri } = document;
  const recogniser = await recognisers.recogniserOf(uri);
  const near = await host.lookup.writtenAt(host.fileOf(uri));
  const settings = await workspace.settingsOf(uri);
  const zone = await zoneOf(uri, server);
  const hover = provideLogHover(document.getText(), offset, recogniser, {
    timeZone: settings.timeZone,
    commandLinks: offersLookUp(server),
    isAnswer: isAnswer(document),
    near,
    zone,
  });
  if (hover === undefined) {
    const time = provideLogTimeHover(document.getText(), offset, recogniser, { near, zone });
    return time ? { contents: { kind: 'markdown', value: time.markdown }, range: rangeOf(document, time.span) } : null;
  }
  const { kind, value, span } = hover.highlight;
  const parts = [
    ...(kind === 'code'
      ? renderCode(
          recogniser.entriesOf(value),
          new Set((await workspace.facts.factsOf(uri, settings)).inWorkspace.keys()),
          document.getText(),
          await mentions.handledCount(),
        )
      : []),
    ...(kind === 'status' ? [`**${escapeMarkdown(describeStatusWithReason([Number(value)]))}**`] : []),
    ...(hover.markdown === '' ? [] : [hover.markdown]),
  ];
  if (parts.length === 0) return null;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: rangeOf(document, span) };
}

async function findLenses(document: TextDocument, server: WholeServer, overviewOf: LogOverviews): Promise<CodeLens[]> {
  const overview = await overviewOf(document, await server.recognisers.recogniserOf(document.uri));
  return findLogLenses(overview).map(({ line, title, requestId }) => ({
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    // A lens with an empty command shows only its title.
    command:
      requestId !== undefined && offersLookUp(server)
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
