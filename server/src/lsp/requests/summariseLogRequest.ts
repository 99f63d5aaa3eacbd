import { answerRequest } from '../handlers.ts';
import { readDocuments, readToken, readWindow } from './lookupParams.ts';
import type { WholeServer } from '../wholeServer.ts';
import { invalid, readObject } from '../params.ts';
import {
  type AssistantSummaryParams,
  assistantSummaryMethod,
  type AssistantSummaryResult,
  type SummariseLogParams,
  summariseLogMethod,
  type SummariseLogProgress,
  type SummariseLogResult,
} from '../../protocol/lookupProtocol.ts';
import { createZoneOf } from '../../service/logs/times/assumedZones.ts';
import { summariseForAssistant } from '../../service/summary/assistantSummary.ts';
import { renderLogSummaryPage } from '../../service/summary/logSummaryHtml.ts';
import { lookupCommandUri } from '../../service/render/lookupCommand.ts';

/** Answers requests for summaries of logs. Call once. */
export function registerSummariseLog(server: WholeServer): void {
  const { connection, client } = server;
  answerRequest(
    connection,
    summariseLogMethod,
    readParams,
    (): SummariseLogResult => ({ html: '' }),
    (params, signal) =>
      summarise(server, params, signal, (progress) => {
        if (params.progressToken !== undefined) client.tell('$/progress', { token: params.progressToken, value: progress });
      }),
  );
  answerRequest(
    connection,
    assistantSummaryMethod,
    (params) => readWindow(readObject(params)['window']),
    (): AssistantSummaryResult => ({ markdown: '' }),
    (params, signal) => summariseWorkspace(server, params, signal),
  );
}

async function summariseWorkspace(
  { host, recognisers, workspace }: WholeServer,
  { window = {} }: AssistantSummaryParams,
  signal: AbortSignal,
): Promise<AssistantSummaryResult> {
  const settings = await workspace.settingsOf(workspace.folders()[0] ?? '');
  const recogniser = await recognisers.ofWorkspace();
  const folders = workspace.folderPaths();
  const summary = await host.lookup.summariseLogs({
    roots: folders,
    openDocuments: [],
    globs: settings.logFiles,
    zoneOf: createZoneOf(settings.assumedZones),
    recogniser,
    now: host.now(),
    displayPath: (file) => host.lookup.displayPath(file, folders),
    ...window,
    signal,
  });
  const { findSecrets } = host.lookup;
  const redaction = { findSecrets, keepKinds: settings.keptPersonalData, catalogues: recogniser.catalogues };
  return { markdown: await summariseForAssistant(summary, redaction) };
}

async function summarise(
  { host, recognisers, workspace }: WholeServer,
  { title, uris, documents, page }: SummariseLogParams,
  signal: AbortSignal,
  onProgress: (progress: SummariseLogProgress) => void,
): Promise<SummariseLogResult> {
  const summary = await host.lookup.summariseLogs({
    roots: uris.flatMap((uri) => host.fileOf(uri) ?? []),
    openDocuments: documents,
    globs: [],
    zoneOf: createZoneOf((await workspace.settingsOf(workspace.folders()[0] ?? '')).assumedZones),
    recogniser: await recognisers.ofWorkspace(),
    now: host.now(),
    displayPath: (file) => host.lookup.displayPath(file, workspace.folderPaths()),
    signal,
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
    documents: readDocuments(documents),
    page: { script, nonce },
    ...readToken(progressToken),
  };
}
