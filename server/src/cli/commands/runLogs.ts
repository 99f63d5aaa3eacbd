import * as l10n from '@vscode/l10n';
import { sha256 } from '../../adapters/files/hash.ts';
import { resolveIn } from '../../adapters/files/pathInside.ts';
import { readOwnFile } from '../../adapters/startup/ownPackage.ts';
import { summariseLogs } from '../../adapters/logReading/summariseLogs.ts';
import { type AssumedZone, createZoneOf } from '../../service/logs/times/assumedZones.ts';
import { createLogRecogniser } from '../../service/logs/logRecogniser.ts';
import type { LogSummaryRequest } from '../../service/summary/logSummaryRequest.ts';
import type { LogSummary } from '../../service/summary/logSummary.ts';
import { createBoundedPattern } from '../../service/matching/boundedPattern.ts';
import type { Catalogue } from '../../service/types.ts';
import type { PrintedRecords } from './printRecords.ts';
import type { LogsFormat } from '../formats/logsFormats.ts';
import { type OutputKind, writeOutput } from '../outputFile.ts';
import { sayNoLogs } from '../noLogs.ts';
import { type CommandSourceOptions, openCommands } from '../commandSources.ts';
import { displayIn, filesOf, openStreams } from '../logPaths.ts';
import { printable } from '../printable.ts';
import { createProgressLine } from '../progressLine.ts';
import type { Surroundings } from '../surroundings.ts';
import { describeProblem } from '../../shared/problem.ts';
import { renderJson } from '../../service/render/json.ts';

/** The options of the command. */
export interface LogsArguments extends CommandSourceOptions {
  readonly format: LogsFormat;
  /** Where the summary goes; standard output when absent. */
  readonly out?: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

interface LogsOptions extends LogsArguments, Pick<Surroundings, 'distribution' | 'streams' | 'signal'> {
  /** Files and folders; none: the working directory. */
  readonly paths: readonly string[];
  readonly catalogues: readonly Catalogue[];
  /** Further globs of log files, from the folder's settings. */
  readonly globs: readonly string[];
  /** The zones of times in logs that have none. */
  readonly zones: readonly AssumedZone[];
  readonly workingDirectory: string;
}

/**
 * `api-error-codes logs`: prints a summary of logs, or their records.
 * @returns the exit code: 0, or 2 when it was cancelled, nothing was read or something could not be
 */
export async function runLogs(options: LogsOptions): Promise<0 | 2> {
  const { paths, streams, workingDirectory, catalogues, globs, zones, since, until, signal } = options;
  const progress = createProgressLine(streams);
  let shown = 0;
  const request: LogSummaryRequest = {
    roots: (paths.length === 0 && options.from === undefined ? ['.'] : filesOf(paths)).map((given) =>
      resolveIn(workingDirectory, given),
    ),
    openDocuments: [],
    streams: [...openStreams(paths, signal), ...openCommands(options, workingDirectory, signal)],
    globs,
    zoneOf: createZoneOf(zones),
    recogniser: createLogRecogniser(catalogues, createBoundedPattern),
    since,
    until,
    now: Date.now(),
    displayPath: displayIn(workingDirectory, paths, options.from),
    signal,
    onProgress: ({ bytes, records }) => {
      progress.show(bytes, records - shown);
      shown = records;
    },
  };
  const { files, skipped, cancelled, written } = await print(request, options, () => progress.clear());
  for (const problem of skipped) streams.error(`${printable(describeProblem(problem))}\n`);
  if (files === 0 && skipped.length === 0 && written) streams.error(`${sayNoLogs()}\n`);
  return written && files > 0 && skipped.length === 0 && !cancelled ? 0 : 2;
}

/** @param clear removes the line of progress before something is written */
async function print(
  request: LogSummaryRequest,
  options: LogsOptions,
  clear: () => void,
): Promise<Pick<PrintedRecords, 'files' | 'skipped' | 'cancelled' | 'written'>> {
  const { format, out, streams } = options;
  if (format === 'jsonl') {
    const printed = await (await import('./printRecords.ts')).printRecords(request, out, streams);
    clear();
    return printed;
  }
  const summary = await summariseLogs(request);
  clear();
  // A table of zeros would read like a log without errors.
  if (summary.files === 0 && kinds[format] === 'out' && out === undefined) {
    if (summary.skipped.length === 0) streams.out(`${l10n.t('No log files here.')}\n`);
    return { ...summary, written: true };
  }
  const written = await writeOutput(await render(summary, { ...options, format }), out, streams, kinds[format]);
  return { ...summary, written };
}

type SummaryFormat = Exclude<LogsFormat, 'jsonl'>;

/** The kind of output of each format, for standard output. */
const kinds: Readonly<Record<SummaryFormat, OutputKind>> = {
  pretty: 'out',
  markdown: 'out',
  json: 'document',
  html: 'document',
};

async function render(
  summary: LogSummary,
  { format, paths, distribution, streams }: LogsOptions & { readonly format: SummaryFormat },
): Promise<string> {
  const title = paths.length === 0 ? l10n.t('Summary of logs') : l10n.t('Summary of {0}', paths.join(', ')).slice(0, 200);
  switch (format) {
    case 'json':
      return renderJson({ version: 1, ...summary });
    case 'markdown':
      return (await import('../../service/summary/logSummaryMarkdown.ts')).renderLogSummaryMarkdown(title, summary);
    case 'html': {
      const { renderLogSummaryPage, logSummaryStyle } = await import('../../service/summary/logSummaryHtml.ts');
      const script = readOwnFile(distribution, 'logReport.js').trim();
      return renderLogSummaryPage({
        title,
        summary,
        contentSecurityPolicy: `default-src 'none'; style-src '${hash(logSummaryStyle)}'; script-src '${hash(script)}'`,
        script: { text: script },
        linkOf: () => undefined,
      });
    }
    case 'pretty':
      return (await import('../formats/prettyLogs.ts')).renderPrettyLogs(summary, streams.colours);
  }
}

/** The hash by which a policy allows an inline script or style. */
function hash(text: string): string {
  return `sha256-${sha256(text, 'base64')}`;
}
