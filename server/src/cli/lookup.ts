import path from 'node:path';
import { createColors } from 'picocolors';
import { searchLogs } from '../adapters/searchLogs.ts';
import { buildTimeline } from '../service/features/requestTimeline.ts';
import type { RequestTimeline, TimelineEntry } from '../service/logs/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { LogSearchResult } from '../service/logs/logSearch.ts';
import { formatDuration, formatRecordTime } from '../service/render/recordTime.ts';
import type { Catalogue } from '../service/types.ts';

/** Where a command writes. */
export interface LookupStreams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Standard output takes colours. */
  readonly colours: boolean;
  /** Standard error is a terminal: a progress line is shown on it. */
  readonly progress: boolean;
}

export interface LookupOptions {
  readonly requestId: string;
  /** Files and folders; none: the working directory. */
  readonly paths: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly catalogues: readonly Catalogue[];
  readonly workingDirectory: string;
  readonly ripgrepPath: string | undefined;
  /** Further globs of log files. */
  readonly globs?: readonly string[];
  readonly maxRecords?: number;
  readonly streams: LookupStreams;
  readonly signal: AbortSignal;
}

const defaultMaxRecords = 1_000;
const progressAfter = 500;
const longestLine = 400;

/**
 * `api-error-codes lookup`: prints every log record that holds the id, by time.
 * @returns the exit code: 0 found, 1 nothing found, 2 wrong usage, cancelled or something could not be read
 */
export async function runLookup(options: LookupOptions): Promise<0 | 1 | 2> {
  const { streams, workingDirectory } = options;
  const requestId = options.requestId.trim();
  if (requestId === '' || /[\r\n]/.test(requestId)) {
    streams.error('The request id is empty or has several lines.\n');
    return 2;
  }
  let loading: Promise<LogRecogniser> | undefined;
  const recogniser = (): Promise<LogRecogniser> => (loading ??= loadRecogniser(options.catalogues));
  const progress = createProgressLine(streams);
  const found = await searchLogs({
    requestId,
    roots: (options.paths.length === 0 ? ['.'] : options.paths).map((given) => path.resolve(workingDirectory, given)),
    openDocuments: [],
    globs: options.globs ?? [],
    ripgrepPath: options.ripgrepPath,
    recogniser,
    maxRecords: options.maxRecords ?? defaultMaxRecords,
    now: Date.now(),
    displayPath: (file) => path.relative(workingDirectory, file).split(path.sep).join('/') || '.',
    signal: options.signal,
    onProgress: ({ bytes, records }) => progress.show(bytes, records.length),
  });
  progress.clear();
  const timeline = buildTimeline(found.records);
  streams.out(
    options.format === 'json'
      ? renderJson(requestId, timeline, found)
      : renderPretty(requestId, timeline, found, await recogniser(), streams),
  );
  for (const { file, reason } of found.skipped)
    streams.error(`${printable(file === '' ? 'search' : file)}: ${printable(reason)}\n`);
  if (found.cancelled || found.skipped.length > 0) return 2;
  return found.records.length > 0 ? 0 : 1;
}

function renderJson(
  requestId: string,
  { entries }: RequestTimeline,
  { files, bytes, skipped, truncated }: LogSearchResult,
): string {
  const records = entries.map(({ source, file, line, record, text }) => ({
    source,
    file,
    line,
    time: record.time === undefined ? null : new Date(record.time.ms).toISOString(),
    level: record.level ?? null,
    status: record.status ?? null,
    code: record.code ?? null,
    text,
  }));
  return `${JSON.stringify({ version: 1, requestId, records, searched: { files, bytes }, skipped, truncated }, null, 2)}\n`;
}

function renderPretty(
  requestId: string,
  timeline: RequestTimeline,
  found: LogSearchResult,
  recogniser: LogRecogniser,
  { colours }: LookupStreams,
): string {
  const paint = createColors(colours);
  const searched = `${count(found.files, 'file')}, ${formatBytes(found.bytes)}`;
  if (timeline.entries.length === 0) return `No record of ${printable(requestId)} in ${searched}.\n`;
  const { durationMs } = timeline;
  const took = durationMs === null ? '' : ` over ${formatDuration(durationMs)}`;
  const lines = [`${paint.bold(printable(requestId))}: ${count(timeline.entries.length, 'record')}${took}`, ''];
  for (const entry of timeline.entries) lines.push(...renderEntry(entry, paint));
  for (const code of new Set(timeline.entries.flatMap(({ record }) => record.code ?? []))) {
    for (const { catalogue, entry } of recogniser.entriesOf(code)) {
      const statuses = entry.statuses.length === 0 ? '' : ` (${entry.statuses.join(', ')})`;
      lines.push(`${paint.bold(code)}${statuses}, ${printable(catalogue.title)}: ${printable(entry.cause)}`);
    }
  }
  if (found.truncated) lines.push(`There are more records; the first ${timeline.entries.length} found are shown.`);
  lines.push(paint.dim(`Searched ${searched}.`));
  return `${lines.join('\n')}\n`;
}

function renderEntry({ record, file, line, text, gapMs }: TimelineEntry, paint: ReturnType<typeof createColors>): string[] {
  const time =
    record.time === undefined ? 'no time' : `${formatRecordTime(record.time.ms, 'utc')}${record.time.zoneAssumed ? '?' : ''}`;
  const severe = record.level === 'error' || record.level === 'fatal';
  const parts = [
    time,
    gapMs === null ? '' : paint.dim(`+${formatDuration(gapMs)}`),
    record.level === undefined ? '' : severe ? paint.red(record.level) : record.level,
    record.status === undefined ? '' : String(record.status),
    record.code === undefined ? '' : paint.bold(record.code),
    paint.cyan(printable(`${file}:${line}`)),
  ];
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const shown = printable(firstLine.length > longestLine ? `${firstLine.slice(0, longestLine)}…` : firstLine);
  return [parts.filter((part) => part !== '').join('  '), `  ${shown}`, ''];
}

/** Control characters of a log must not reach the terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD').replace(/\t/g, ' ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} bytes`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

function createProgressLine({ progress, error }: LookupStreams) {
  const begun = Date.now();
  let [records, shown] = [0, false];
  return {
    show: (bytes: number, added: number) => {
      records += added;
      if (!progress || Date.now() - begun < progressAfter) return;
      error(`\r\u001b[KSearching… ${formatBytes(bytes)}, ${count(records, 'record')}`);
      shown = true;
    },
    clear: () => {
      if (shown) error('\r\u001b[K');
    },
  };
}

/** Loaded while the search runs already, and RE2 only for a catalogue that has a pattern. */
async function loadRecogniser(catalogues: readonly Catalogue[]): Promise<LogRecogniser> {
  const { createLogRecogniser } = await import('../service/logs/logRecogniser.ts');
  const needsPatterns = catalogues.some(({ requestId }) => requestId.pattern !== undefined);
  const { createBoundedPattern } = needsPatterns
    ? await import('../service/mentions/boundedPattern.ts')
    : { createBoundedPattern: () => ({ ok: false, problem: '' }) as const };
  return createLogRecogniser(catalogues, createBoundedPattern);
}
