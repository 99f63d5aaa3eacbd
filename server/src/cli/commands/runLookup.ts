import * as l10n from '@vscode/l10n';
import { resolveIn } from '../../adapters/files/pathInside.ts';
import { searchLogs } from '../../adapters/logSearch/searchLogs.ts';
import { type AssumedZone, createZoneOf } from '../../service/logs/times/assumedZones.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import { lookUp } from '../../requests/lookUp.ts';
import type { TimelineEntry } from '../../service/requests/foundRecord.ts';
import { isFound, type Lookup } from '../../service/requests/lookup.ts';
import type { PersonalKind } from '../../service/redaction/personalKinds.ts';
import type { EngineUse } from '../../service/requests/logSearch.ts';
import { readRequestIds, type RequestIds } from '../../service/requests/requestId.ts';
import { describeProblem } from '../../shared/problem.ts';
import { withoutRepeats } from '../../shared/requestIds/requestIdSpellings.ts';
import type { Catalogue } from '../../service/types.ts';
import { resolveFolder } from '../../adapters/files/resolveFolder.ts';
import { type CommandSourceOptions, openCommands } from '../commandSources.ts';
import type { TimeWindow } from '../../shared/timeWindow.ts';
import type { Contexts } from '../recordContext.ts';
import type { LookupFormat } from '../formats/lookupFormats.ts';
import { displayIn, filesOf, openStreams } from '../logPaths.ts';
import { createProgressLine } from '../progressLine.ts';
import { printable } from '../printable.ts';
import type { Streams } from '../streams.ts';

export interface LookupOptions {
  /** Texts with ids, or the file that lists ids. */
  readonly wanted: { readonly requestIds: readonly string[] } | { readonly idsFile: string };
  /** Files and folders; none: the working directory and the folders of the settings. */
  readonly paths: readonly string[];
  readonly window: TimeWindow;
  readonly commands: CommandSourceOptions;
  /** Records that share another id are taken in. */
  readonly related: boolean;
  /** It goes on with new records until it is interrupted. */
  readonly follow: boolean;
  /** How many lines before and after each record are shown. */
  readonly context: number;
  /** Further folders of logs, from the settings. */
  readonly folders: readonly string[];
  /** Further globs of log files, from the settings. */
  readonly globs: readonly string[];
  readonly format: LookupFormat;
  /** Credentials and personal data are taken out, except for these kinds; absent: nothing is taken out. */
  readonly keepKinds?: ReadonlySet<PersonalKind>;
  /** The zones of times in logs that have none; absent: UTC for all. */
  readonly zones?: readonly AssumedZone[];
  /** Asked for once, while the search runs already. */
  readonly catalogues: () => Promise<readonly Catalogue[]>;
  readonly workingDirectory: string;
  /** The most records to keep of each id. */
  readonly maxRecords: number;
  readonly streams: Streams;
  readonly signal: AbortSignal;
  readonly engines?: readonly EngineUse[];
}

/**
 * `api-error-codes lookup`: prints every log record that holds the id, or one of the ids, by time.
 * @returns the exit code: 0 all were found, 1 one was not, 2 wrong usage, cancelled or something could not be read
 */
export async function runLookup(options: LookupOptions): Promise<0 | 1 | 2> {
  const { streams, workingDirectory, wanted } = options;
  const isFile = 'idsFile' in wanted;
  const { ids, problems } = !isFile
    ? joinIds(wanted.requestIds.map(readRequestIds))
    : await (await import('../requestIdsFile.ts')).readIdsFile(wanted.idsFile);
  for (const problem of problems) streams.error(`${printable(problem)}\n`);
  if (ids.length === 0) return 2;
  let loading: Promise<LogRecogniser> | undefined;
  const recogniser = (): Promise<LogRecogniser> => (loading ??= loadRecogniser(options.catalogues));
  const progress = createProgressLine(streams);
  const logs = {
    requestIds: ids,
    roots: rootsOf(options),
    namedRoots: options.paths.length > 0 ? rootsOf(options) : [],
    globs: options.globs,
    streams: [...openStreams(options.paths, options.signal), ...openCommands(options.commands, workingDirectory, options.signal)],
    displayPath: displayIn(workingDirectory, options.paths, options.commands.from),
    signal: options.signal,
  };
  const redaction = options.keepKinds && (await prepareRedaction(options.keepKinds, recogniser));
  const following = options.follow
    ? await (await import('../followLookup.ts')).prepareToFollow({
        ...logs,
        recogniser,
        format: options.format === 'json' ? 'json' : 'pretty',
        output: streams,
        ...(redaction && { redact: redaction.entry }),
      })
    : undefined;
  const request: Parameters<typeof lookUp>[0] = {
    ...logs,
    // Those that are followed are read once, as they come.
    ...(following && { streams: [] }),
    related: options.related,
    openDocuments: [],
    since: options.window.since,
    until: options.window.until,
    zoneOf: createZoneOf(options.zones ?? []),
    ...(options.engines && { engines: options.engines }),
    recogniser,
    maxRecords: options.maxRecords,
    onWaiting: (names) => progress.waitFor(names.map(printable)),
    onProgress: ({ bytes, records }) => progress.show(bytes, records.length),
  };
  const lookup = await lookUp(request, { searchLogs, now: () => Date.now() });
  const { renderLookup, renderLookups, renderPretty } = await import('../lookupOutput.ts');
  const contexts: Contexts =
    options.context === 0
      ? new Map()
      : await (await import('../recordContext.ts')).readContexts(lookup, options.context, options.signal);
  const shown = redaction ? await redaction.answer(lookup, contexts) : { lookup, contexts };
  progress.clear();
  if (options.format === 'json' && following) following.print(shown.lookup);
  else if (options.format === 'json') {
    streams.document((isFile || ids.length > 1 ? renderLookups : renderLookup)(shown.lookup, shown.contexts));
  } else if (options.format === 'html') {
    const { renderTimelinePage } = await import('../../service/requests/timelinePage.ts');
    streams.document(renderTimelinePage(shown.lookup, await recogniser(), shown.contexts));
  } else if (options.format === 'markdown' && redaction) streams.out(await redaction.reports(lookup));
  // Of streams that are followed nothing is known yet.
  else if (!following || logs.roots.length > 0 || options.engines)
    streams.out(renderPretty(shown.lookup, await recogniser(), streams.colours, shown.contexts));
  if (options.format !== 'pretty' && following === undefined) {
    const isNothing = lookup.files === 0 && lookup.engines.length === 0 && !lookup.cancelled && lookup.skipped.length === 0;
    if (isNothing) streams.error(`${(await import('../noLogs.ts')).sayNoLogs()}\n`);
  }
  for (const { file, reason } of lookup.skipped)
    streams.error(`${printable(describeProblem({ file: file === '' ? l10n.t('search') : file, reason }))}\n`);
  if (following && !lookup.cancelled) {
    following.leaveOut(lookup);
    await following.follow();
  }
  if (lookup.cancelled || lookup.skipped.length > 0 || problems.length > 0 || following?.hasSkipped() === true) return 2;
  return lookup.requests.every((each) => isFound(each) || following?.hasCome(each.requestId) === true) ? 0 : 1;
}

function joinIds(read: readonly RequestIds[]): RequestIds {
  return { ids: withoutRepeats(read.flatMap(({ ids }) => ids)), problems: read.flatMap(({ problems }) => problems) };
}

/** Everything that redacts, with one memory of secrets. Scanner and rules are loaded only where something is redacted. */
async function prepareRedaction(keepKinds: ReadonlySet<PersonalKind>, recogniser: () => Promise<LogRecogniser>) {
  const { findSecrets } = await import('../../adapters/files/secretScanner.ts');
  const redaction = { findSecrets, keepKinds, known: new Map<string, string>() };
  const { redactEntry } = await import('../../service/requests/redactLookup.ts');
  const { redactAnswer } = await import('../redactAnswer.ts');
  const { renderReports } = await import('../lookupReports.ts');
  return {
    answer: async (lookup: Lookup, contexts: Contexts) => redactAnswer(lookup, contexts, await recogniser(), redaction),
    entry: async (entry: TimelineEntry, requestId: string) => redactEntry(entry, requestId, await recogniser(), redaction),
    reports: async (lookup: Lookup) => renderReports(lookup, await recogniser(), redaction),
  };
}

/** A user who names paths or commands wants only those. */
function rootsOf({ paths, folders, commands, workingDirectory }: LookupOptions): string[] {
  if (paths.length > 0 || commands.from !== undefined) return filesOf(paths).map((given) => resolveIn(workingDirectory, given));
  return [workingDirectory, ...folders.map((folder) => resolveFolder(folder, workingDirectory))];
}

/** Loaded while the search runs already, and RE2 only for a catalogue that has a pattern. */
async function loadRecogniser(load: () => Promise<readonly Catalogue[]>): Promise<LogRecogniser> {
  const [catalogues, { createLogRecogniser }] = await Promise.all([
    load(),
    import('../../service/logs/logRecogniser.ts'),
    // It is needed soon after.
    import('../lookupOutput.ts'),
  ]);
  const needsPatterns = catalogues.some(({ requestId }) => requestId.pattern !== undefined);
  const { createBoundedPattern } = needsPatterns
    ? await import('../../service/matching/boundedPattern.ts')
    : { createBoundedPattern: () => ({ ok: false, problem: '' }) as const };
  return createLogRecogniser(catalogues, createBoundedPattern);
}
