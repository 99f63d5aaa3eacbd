import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { ClientRequests } from '../clientRequests.ts';
import { runSafely } from '../handlers.ts';
import { invalid, readObject } from '../params.ts';
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
import { describeRecord } from '../../service/requests/lookup.ts';
import { readRequestId } from '../../service/requests/requestId.ts';
import type { FoundRecord, TimelineEntry } from '../../service/requests/foundRecord.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import type { ProxySettings } from '../../service/engines/proxySettings.ts';
import { holdsId } from '../../shared/requestIdSpellings.ts';
import { describeEngine, type EngineSetting } from '../../service/engines/engineSettings.ts';
import type { EngineUse, OpenDocument } from '../../service/requests/logSearch.ts';
import { reportOn } from '../../service/requests/supportReport.ts';
import type { LookupHost } from '../../workspace/lookupHost.ts';

/** The settings that a look-up follows. */
export interface LookupSettings {
  readonly logFiles: readonly string[];
  readonly lookupFolders: readonly string[];
  readonly lookupMaxRecords: number;
  readonly lookupEngines: readonly EngineSetting[];
}

/** The state of the server that a look-up begins with. Accessors, since it changes. */
export interface LookupDependencies {
  readonly connection: Connection;
  readonly client: ClientRequests;
  readonly host: LookupHost;
  settings(): Promise<LookupSettings>;
  /** Built once for the catalogues in force. */
  recogniser(): Promise<LogRecogniser>;
  /** Paths of the workspace folders that are on this machine's disk. */
  folders(): readonly string[];
  /** Every document that is open, logs or not. */
  documents(): Iterable<{ readonly uri: string; readonly languageId: string; getText(): string }>;
  /** The file that an address names; undefined when it is not on this machine's disk. */
  fileOf(uri: string): string | undefined;
  /** False in restricted mode. */
  trusted(): boolean;
  /** How log engines are reached. */
  proxy(): Promise<ProxySettings>;
}

const longestMessage = 500;
/** Documents of the client that show records: an excerpt of a log, a support report. */
const shownRecords = /^api-error-codes-(?:excerpt|report):/;
const codeLanguages = /^(?:typescript|javascript)(?:react)?$/;

/** Answers look-ups and excerpts over a connection. Call once. */
export function registerLookup(dependencies: LookupDependencies): void {
  const { connection, client } = dependencies;
  connection.onRequest(lookupMethod, (params: unknown, token: CancellationToken) => {
    const read = readParams(params);
    const { requestId, progressToken } = read;
    const empty = emptyResult(requestId);
    return runSafely<LookupResult>(connection.console, lookupMethod, undefined, token, empty, () =>
      lookUp(dependencies, read, token, (progress) => {
        if (progressToken !== undefined) client.tell('$/progress', { token: progressToken, value: progress });
      }),
    );
  });
  connection.onRequest(logEnginesMethod, (token: CancellationToken) =>
    runSafely<readonly LogEngineItem[]>(connection.console, logEnginesMethod, undefined, token, [], async () =>
      (await dependencies.settings()).lookupEngines
        .filter(({ engine }) => engine.signing === undefined)
        .map(({ name, engine, url }) => ({ name, title: engine.title, address: url })),
    ),
  );
  connection.onRequest(
    engineContextMethod,
    (params: unknown, token: CancellationToken): Promise<EngineContextResult | null | ResponseError<never>> =>
      runSafely<EngineContextResult | null>(connection.console, engineContextMethod, undefined, token, null, async () => {
        const { engine, stream, time, text, credentials, trusted = dependencies.trusted() } = asRecord(params);
        const { lookupEngines } = await dependencies.settings();
        const setting = lookupEngines.find(({ name }) => name === engine);
        if (!setting || trusted !== true || typeof stream !== 'string') return null;
        if (typeof time !== 'string' || !/^\d{1,20}$/.test(time) || typeof text !== 'string') return null;
        const part = text.replace(/^…/, '').slice(0, 200);
        const use = { ...useEngine(dependencies.host, setting, readCredentials(credentials)), proxy: await dependencies.proxy() };
        return (await dependencies.host.readEngineContext(use, { stream, time }, part, signalOf(token))) ?? null;
      }),
  );
  connection.onRequest(
    excerptMethod,
    (params: unknown, token: CancellationToken): Promise<ExcerptResult | null | ResponseError<never>> =>
      runSafely<ExcerptResult | null>(connection.console, excerptMethod, undefined, token, null, async () => {
        const { uri, offset, line } = asRecord(params);
        const path = typeof uri === 'string' ? dependencies.fileOf(uri) : undefined;
        if (path === undefined || !isCount(offset) || !isCount(line)) return null;
        return dependencies.host.readExcerpt(path, offset, line, signalOf(token));
      }),
  );
}

/** Searches, and gathers the answer. A request id that no record can contain finds nothing. */
async function lookUp(
  dependencies: LookupDependencies,
  { requestId, documents = [], trusted = dependencies.trusted(), credentials = [] }: LookupParams,
  token: CancellationToken,
  onProgress: (progress: LookupProgress) => void,
): Promise<LookupResult> {
  const { host } = dependencies;
  const { ids: requestIds } = readRequestId(requestId);
  if (requestIds.length === 0) return emptyResult(requestId);
  const settings = await dependencies.settings();
  const recogniser = await dependencies.recogniser();
  const folders = dependencies.folders();
  const extra = trusted ? settings.lookupFolders.map((folder) => host.resolveFolder(folder, folders[0])) : [];
  const roots = [...folders, ...extra];
  const openDocuments = collectDocuments(dependencies, documents, requestId);
  const refused = new Set<string>();
  const asked = trusted ? settings.lookupEngines : [];
  const proxy = asked.length > 0 ? await dependencies.proxy() : {};
  const engines = asked.map((setting): EngineUse => {
    return { ...useEngine(host, setting, credentials), proxy, onRefused: () => void refused.add(setting.name) };
  });
  const lookup = await findRecords(
    {
      requestIds,
      roots,
      openDocuments,
      globs: settings.logFiles,
      engines,
      recogniser: () => Promise.resolve(recogniser),
      maxRecords: settings.lookupMaxRecords,
      displayPath: (file) => host.displayPath(file, folders),
      signal: signalOf(token),
      onProgress: ({ files, bytes, records }) => {
        onProgress({ files, bytes, records: records.map((record) => toLookupRecord({ ...record, gapMs: null }, recogniser)) });
      },
    },
    host,
  );
  const [found] = lookup.requests;
  const report = found && (await reportOn(found, recogniser, host.findSecrets));
  const { files, bytes, skipped } = lookup;
  return {
    requestId,
    records: (found?.timeline.entries ?? []).map((entry) => toLookupRecord(entry, recogniser)),
    durationMs: found?.timeline.durationMs ?? null,
    code: found?.timeline.code ?? null,
    searched: { files, bytes, sources: [...roots, ...lookup.engines.map(describeEngine)] },
    refused: [...refused],
    skipped,
    truncated: found?.truncated ?? false,
    leftOut: found?.timeline.leftOut ?? 0,
    report: report?.markdown ?? '',
    redacted: report?.redacted ?? [],
  };
}

/** Credentials are for an address; the engine's other settings do not matter. */
function useEngine(host: LookupHost, setting: EngineSetting, credentials: readonly EngineCredentials[]): EngineUse {
  const given = credentials.find(({ address }) => address === setting.url)?.authorization;
  const authorization = given ?? host.credentialsFor(setting.url);
  return { setting, ...(authorization !== undefined && { authorization }) };
}

/** A document that the client sends replaces the server's own copy of it. Source code is not a log. */
function collectDocuments(dependencies: LookupDependencies, sent: LookupParams['documents'], requestId: string): OpenDocument[] {
  const texts = new Map<string, string>();
  for (const document of dependencies.documents()) {
    if (!codeLanguages.test(document.languageId) && !shownRecords.test(document.uri)) texts.set(document.uri, document.getText());
  }
  for (const { uri, text } of sent ?? []) texts.set(uri, text);
  return [...texts]
    .filter(([, text]) => holdsId(text, requestId))
    .map(([uri, text]) => {
      const path = dependencies.fileOf(uri);
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
    timeAssumed: record.time?.zoneAssumed ?? false,
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

function readParams(params: unknown): LookupParams {
  const { requestId, progressToken, documents, trusted, credentials } = readObject(params);
  if (typeof requestId !== 'string') throw invalid('requestId must be a string.');
  return {
    requestId: requestId.trim(),
    ...(typeof progressToken === 'string' || typeof progressToken === 'number' ? { progressToken } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    documents: Array.isArray(documents) ? documents.map(asRecord).flatMap(readDocument) : [],
    credentials: readCredentials(credentials),
  };
}

function readDocument({ uri, text }: Readonly<Record<string, unknown>>): { uri: string; text: string }[] {
  return typeof uri === 'string' && typeof text === 'string' ? [{ uri, text }] : [];
}

function readCredentials(credentials: unknown): EngineCredentials[] {
  if (!Array.isArray(credentials)) return [];
  return credentials
    .map(asRecord)
    .flatMap(({ address, authorization }) =>
      typeof address === 'string' && typeof authorization === 'string' ? [{ address, authorization }] : [],
    );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

function emptyResult(requestId: string): LookupResult {
  const searched = { files: 0, bytes: 0, sources: [] };
  return {
    requestId,
    records: [],
    durationMs: null,
    code: null,
    searched,
    skipped: [],
    refused: [],
    truncated: false,
    leftOut: 0,
    report: '',
    redacted: [],
  };
}
