import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { ClientRequests } from '../clientRequests.ts';
import { runSafely } from '../handlers.ts';
import { invalid, readObject } from '../params.ts';
import {
  type SummariseLogParams,
  summariseLogMethod,
  type SummariseLogProgress,
  type SummariseLogResult,
} from '../../protocol/lookupProtocol.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import { renderLogSummaryPage } from '../../service/summary/logSummaryHtml.ts';
import { lookupCommandUri } from '../../service/render/lookupCommand.ts';
import type { LookupHost } from '../../workspace/lookupHost.ts';

/** The state of the server that a summary begins with. Accessors, since it changes. */
export interface SummariseLogDependencies {
  readonly connection: Connection;
  readonly client: ClientRequests;
  readonly host: LookupHost;
  recogniser(): Promise<LogRecogniser>;
  /** Paths of the workspace folders that are on this machine's disk. */
  folders(): readonly string[];
  /** The file that an address names; undefined when it is not on this machine's disk. */
  fileOf(uri: string): string | undefined;
}

/** Answers requests for summaries of logs over a connection. Call once. */
export function registerSummariseLog(dependencies: SummariseLogDependencies): void {
  const { connection, client } = dependencies;
  connection.onRequest<SummariseLogResult, never>(
    summariseLogMethod,
    (params: unknown, token: CancellationToken): Promise<SummariseLogResult | ResponseError<never>> => {
      const read = readParams(params);
      return runSafely<SummariseLogResult>(connection.console, summariseLogMethod, undefined, token, { html: '' }, () =>
        summarise(dependencies, read, token, (progress) => {
          if (read.progressToken !== undefined) client.tell('$/progress', { token: read.progressToken, value: progress });
        }),
      );
    },
  );
}

async function summarise(
  { host, recogniser, folders, fileOf }: SummariseLogDependencies,
  { title, uris, documents, page }: SummariseLogParams,
  token: CancellationToken,
  onProgress: (progress: SummariseLogProgress) => void,
): Promise<SummariseLogResult> {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  const summary = await host.summariseLogs({
    roots: uris.flatMap((uri) => fileOf(uri) ?? []),
    openDocuments: documents,
    globs: [],
    recogniser: await recogniser(),
    now: host.now(),
    displayPath: (file) => host.displayPath(file, folders()),
    signal: abort.signal,
    onProgress,
  });
  const html = renderLogSummaryPage({
    title,
    summary,
    contentSecurityPolicy: `default-src 'none'; style-src 'nonce-${page.nonce}'; script-src 'nonce-${page.nonce}'`,
    nonce: page.nonce,
    script: { source: page.script },
    linkOf: lookupCommandUri,
  });
  return { html };
}

function readParams(params: unknown): SummariseLogParams {
  const { title, uris, documents, page, progressToken } = readObject(params);
  const { script, nonce } = readObject(page);
  if (typeof title !== 'string' || !Array.isArray(uris)) throw invalid('title must be a string, uris a list.');
  if (typeof script !== 'string' || typeof nonce !== 'string' || !/^[\w-]{16,64}$/.test(nonce))
    throw invalid('page must have a script and a nonce of 16 to 64 letters and digits.');
  return {
    title: title.slice(0, 500),
    uris: uris.filter((uri) => typeof uri === 'string'),
    documents: Array.isArray(documents) ? documents.flatMap(readDocument) : [],
    page: { script, nonce },
    ...(typeof progressToken === 'string' || typeof progressToken === 'number' ? { progressToken } : {}),
  };
}

function readDocument(document: unknown): SummariseLogParams['documents'] {
  if (typeof document !== 'object' || document === null || !('uri' in document) || !('text' in document)) return [];
  const { uri, text } = document;
  return typeof uri === 'string' && typeof text === 'string' ? [{ uri, text }] : [];
}
