import { answerRequest } from '../handlers.ts';
import { isIndex, readRecord } from '../params.ts';
import type { WholeServer } from '../wholeServer.ts';
import { readCredentials, readLookupParams } from './lookupParams.ts';
import { readProxy } from './readProxy.ts';
import {
  engineContextMethod,
  type EngineContextResult,
  type EngineCredentials,
  excerptMethod,
  type ExcerptResult,
  type LogEngineItem,
  logEnginesMethod,
  lookupMethod,
  type LookupParams,
  type LookupProgress,
  type LookupRecord,
  type LookupResult,
} from '../../protocol/lookupProtocol.ts';
import { lookUp as findRecords } from '../../requests/lookUp.ts';
import { describeRecord, joinRequests } from '../../service/requests/lookup.ts';
import { readRequestIds } from '../../service/requests/requestId.ts';
import type { FoundRecord, TimelineEntry } from '../../service/requests/foundRecord.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { holdsId } from '../../shared/requestIds/findId.ts';
import { createZoneOf } from '../../service/logs/times/assumedZones.ts';
import { describeEngine, type EngineSetting } from '../../service/engines/engineSettings.ts';
import type { EngineUse, OpenDocument } from '../../service/requests/logSearch.ts';
import { reportOn } from '../../service/requests/supportReport.ts';
import type { LookupHost } from '../../workspace/lookupHost.ts';

const longestMessage = 500;
/** Documents of the client that show records: an excerpt of a log, a support report. */
const shownRecords = /^api-error-codes-(?:excerpt|report):/;
const codeLanguages = /^(?:typescript|javascript)(?:react)?$/;

/** Answers look-ups and excerpts. Call once. */
export function registerLookup(server: WholeServer): void {
  const { connection, client, host } = server;
  const engines = async (): Promise<readonly EngineSetting[]> => (await settingsOf(server)).lookupEngines;
  answerRequest(
    connection,
    lookupMethod,
    readLookupParams,
    ({ requestId }) => emptyResult(requestId),
    (params, signal) =>
      lookUp(server, params, signal, (progress) => {
        if (params.progressToken !== undefined) client.tell('$/progress', { token: params.progressToken, value: progress });
      }),
    true,
  );
  answerRequest(
    connection,
    logEnginesMethod,
    () => undefined,
    (): readonly LogEngineItem[] => [],
    async () =>
      (await engines())
        .filter(({ engine }) => engine.signing === undefined)
        .map(({ name, engine, url }) => ({
          name,
          title: engine.title,
          hasTwoKeys: engine.headersOf !== undefined,
          address: url,
        })),
  );
  answerRequest(
    connection,
    engineContextMethod,
    readRecord,
    (): EngineContextResult | null => null,
    async ({ engine, stream, time, text, credentials, trusted = isTrusted(server) }, signal) => {
      const setting = (await engines()).find(({ name }) => name === engine);
      if (!setting || trusted !== true || typeof stream !== 'string') return null;
      if (typeof time !== 'string' || !/^\d{1,20}$/.test(time) || typeof text !== 'string') return null;
      const part = text.replace(/^…/, '').slice(0, 200);
      const use = { ...useEngine(host.lookup, setting, readCredentials(credentials)), proxy: await readProxy(server) };
      return (await host.lookup.readEngineContext(use, { stream, time }, part, signal)) ?? null;
    },
  );
  answerRequest(
    connection,
    excerptMethod,
    readRecord,
    (): ExcerptResult | null => null,
    async ({ uri, offset, line }, signal) => {
      const path = typeof uri === 'string' ? host.fileOf(uri) : undefined;
      if (path === undefined || !isIndex(offset) || !isIndex(line)) return null;
      return host.lookup.readExcerpt(path, offset, line, signal);
    },
  );
}

function isTrusted({ session }: WholeServer): boolean {
  return session.options.trusted !== false;
}

function settingsOf({ workspace }: WholeServer): Promise<Settings> {
  return workspace.settingsOf(workspace.folders()[0] ?? '');
}

/** Searches, and gathers the answer. A request id that no record can contain finds nothing. */
export async function lookUp(
  server: WholeServer,
  { requestId, related, documents = [], trusted = isTrusted(server), credentials = [], window = {} }: LookupParams,
  signal: AbortSignal,
  onProgress: (progress: LookupProgress) => void,
): Promise<LookupResult> {
  const { lookup: host } = server.host;
  const { ids: requestIds } = readRequestIds(requestId);
  if (requestIds.length === 0) return emptyResult(requestId);
  const settings = await settingsOf(server);
  const recogniser = await server.recognisers.ofWorkspace();
  const folders = server.workspace.folderPaths();
  const extra = trusted ? settings.lookupFolders.map((folder) => host.resolveFolder(folder, folders[0])) : [];
  const roots = [...folders, ...extra];
  const openDocuments = collectDocuments(server, documents, requestIds);
  const refused = new Set<string>();
  const asked = trusted ? settings.lookupEngines : [];
  const proxy = asked.length > 0 ? await readProxy(server) : {};
  const engines = asked.map((setting): EngineUse => {
    return { ...useEngine(host, setting, credentials), proxy, onRefused: () => void refused.add(setting.name) };
  });
  const sources = trusted ? settings.lookupSources : [];
  const lookup = await findRecords(
    {
      requestIds,
      ...(related && { related }),
      roots,
      namedRoots: extra,
      openDocuments,
      streams: sources.map((source) => host.openCommand(source, folders[0], signal)),
      globs: settings.logFiles,
      zoneOf: createZoneOf(settings.assumedZones),
      engines,
      recogniser: () => Promise.resolve(recogniser),
      maxRecords: settings.lookupMaxRecords,
      ...window,
      displayPath: (file) => (sources.some(({ name }) => name === file) ? file : host.displayPath(file, folders)),
      signal,
      onProgress: ({ files, bytes, records }) => {
        onProgress({ files, bytes, records: records.map((record) => toLookupRecord({ ...record, gapMs: null }, recogniser)) });
      },
    },
    host,
  );
  const found = joinRequests(lookup.requests);
  const report =
    found && (await reportOn(found, recogniser, { findSecrets: host.findSecrets, keepKinds: settings.keptPersonalData }));
  const { files, bytes, otherFiles, skipped } = lookup;
  return {
    requestId: found?.requestId ?? requestId,
    records: (found?.timeline.entries ?? []).map((entry) => toLookupRecord(entry, recogniser)),
    durationMs: found?.timeline.durationMs ?? null,
    code: found?.timeline.code ?? null,
    searched: {
      files,
      bytes,
      otherFiles,
      sources: [...roots, ...sources.map(({ name }) => name), ...lookup.engines.map(describeEngine)],
    },
    refused: [...refused],
    skipped,
    truncated: found?.truncated ?? false,
    outside: found?.outside ?? 0,
    leftOut: found?.timeline.leftOut ?? 0,
    related: found?.related ?? [],
    report: report?.markdown ?? '',
    redacted: report?.redacted ?? [],
    cancelled: lookup.cancelled,
  };
}

/** Credentials are for an address; the engine's other settings do not matter. */
function useEngine(host: LookupHost, setting: EngineSetting, credentials: readonly EngineCredentials[]): EngineUse {
  const given = credentials.find(({ address }) => address === setting.url)?.authorization;
  const authorization = given ?? host.credentialsFor(setting.url);
  return { setting, ...(authorization !== undefined && { authorization }) };
}

/** A document that the client sends replaces the server's own copy of it. Source code is not a log. */
function collectDocuments(
  { documents, host }: WholeServer,
  sent: LookupParams['documents'],
  requestIds: readonly string[],
): OpenDocument[] {
  const texts = new Map<string, string>();
  for (const document of documents.all()) {
    if (!codeLanguages.test(document.languageId) && !shownRecords.test(document.uri)) texts.set(document.uri, document.getText());
  }
  for (const { uri, text } of sent ?? []) texts.set(uri, text);
  return [...texts]
    .filter(([, text]) => requestIds.some((requestId) => holdsId(text, requestId)))
    .map(([uri, text]) => {
      const path = host.fileOf(uri);
      return path === undefined ? { uri, text } : { uri, text, path };
    });
}

function toLookupRecord(
  entry: TimelineEntry | (FoundRecord & { readonly gapMs: null }),
  recogniser: LogRecogniser,
): LookupRecord {
  const { uri, offset, origin, record, excerpt, gapMs } = entry;
  const [defined] = record.code === undefined ? [] : recogniser.entriesOf(record.code);
  return {
    ...describeRecord(entry),
    ...(uri === undefined ? {} : { uri }),
    ...(offset === undefined ? {} : { offset }),
    ...(origin === undefined ? {} : { origin }),
    gapMs,
    cause: defined?.entry.cause ?? null,
    message: cutMessage(record.message.replace(/\s+/g, ' ')),
    excerpt,
  };
}

/** Marks text that was cut with an ellipsis. */
function cutMessage(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage).replace(/[\uD800-\uDBFF]$/, '')}…` : message;
}

function emptyResult(requestId: string): LookupResult {
  const searched = { files: 0, bytes: 0, otherFiles: 0, sources: [] };
  return {
    requestId,
    records: [],
    durationMs: null,
    code: null,
    searched,
    skipped: [],
    refused: [],
    truncated: false,
    outside: 0,
    leftOut: 0,
    related: [],
    report: '',
    redacted: [],
    cancelled: false,
  };
}
