import { createColors } from 'picocolors';
import { buildTimeline } from '../service/requests/requestTimeline.ts';
import { placeOf, type TimelineEntry } from '../service/requests/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { removeColours } from '../service/logs/reading/readLine.ts';
import { type FoundRequest, isFound, type LogSearchResult } from '../service/requests/logSearch.ts';
import { formatRecordTime } from '../service/render/recordTime.ts';
import { noLogs } from './noLogs.ts';
import { printable } from './printable.ts';
import { count } from './quantities.ts';
import { createFindId, spellingsOf } from '../shared/requestIdSpellings.ts';
import { renderJson } from '../service/render/json.ts';
import { formatBytes } from '../shared/formatBytes.ts';
import { formatDuration } from '../shared/formatDuration.ts';

const longestLine = 400;

/** The answer about one id as JSON. @param engines names of the log engines that were asked */
export function renderLookup(search: LogSearchResult, engines: readonly string[]): string {
  const [found] = search.found;
  if (!found) return '';
  const { files, bytes, skipped, cancelled } = search;
  const { requestId, records, truncated, leftOut } = describe(found);
  const searched = { files, bytes, ...(engines.length === 0 ? {} : { engines }) };
  return toJson({ version: 1, requestId, records, searched, skipped, truncated, leftOut, cancelled });
}

/** The answer about several ids as JSON. The facts about the whole search are in it once. */
export function renderLookups({ found, files, bytes, skipped, cancelled }: LogSearchResult, engines: readonly string[]): string {
  const lookups = found.map(describe);
  const truncated = found.some((request) => request.truncated);
  const searched = { files, bytes, ...(engines.length === 0 ? {} : { engines }) };
  return toJson({ version: 1, lookups, searched, skipped, truncated, cancelled });
}

/** The answer for people, grouped by id. @param engines the log engines that were asked, for people */
export function renderPretty(
  search: LogSearchResult,
  engines: readonly string[],
  recogniser: LogRecogniser,
  colours: boolean,
): string {
  const paint = createColors(colours);
  const inEngines = engines.map((engine) => `, ${printable(engine)}`).join('');
  const searched = `${count(search.files, 'file')}, ${formatBytes(search.bytes)}${inEngines}`;
  const missing = search.found.filter((found) => !isFound(found));
  const groups = search.found.filter(isFound).map((found) => renderGroup(found, recogniser, paint));
  const lines = groups.flatMap((group, index) => (index === 0 ? group : ['', ...group]));
  if (lines.length > 0) lines.push(paint.dim(`Searched ${searched}.`));
  for (const { requestId } of missing) lines.push(`No record of ${printable(requestId)} in ${searched}.`);
  const isNothing = search.files === 0 && engines.length === 0 && search.skipped.length === 0;
  if (missing.length > 0 && isNothing) lines.push(noLogs);
  // Without a word it would read as if nothing else were there.
  if (search.cancelled) lines.push(paint.yellow('The search was cancelled: this is a part of what the logs hold.'));
  return `${lines.join('\n')}\n`;
}

function describe(found: FoundRequest) {
  const { entries, leftOut } = buildTimeline(found.records, found.requestId);
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
  return { requestId: found.requestId, records, truncated: found.truncated, leftOut };
}

function toJson(value: unknown): string {
  return renderJson(value);
}

function renderGroup(found: FoundRequest, recogniser: LogRecogniser, paint: ReturnType<typeof createColors>): string[] {
  const { entries, durationMs, leftOut } = buildTimeline(found.records, found.requestId);
  const took = durationMs === null ? '' : ` in ${formatDuration(durationMs)}`;
  const lines = [`${paint.bold(printable(found.requestId))}: ${count(entries.length, 'record')}${took}`, ''];
  for (const entry of entries) lines.push(...renderEntry(entry, found.requestId, paint));
  for (const code of new Set(entries.flatMap(({ record }) => record.code ?? []))) {
    for (const { catalogue, entry } of recogniser.entriesOf(code)) {
      const statuses = entry.statuses.length === 0 ? '' : ` (${entry.statuses.join(', ')})`;
      lines.push(`${paint.bold(code)}${statuses}, ${printable(catalogue.title)}: ${printable(entry.cause)}`);
    }
  }
  if (leftOut > 0)
    lines.push(`${count(leftOut, 'record')} that only contain it in a longer id ${leftOut === 1 ? 'is' : 'are'} left out.`);
  if (found.truncated && entries.length === 0) lines.push('There are records; none of them is kept (--max-records).');
  else if (found.truncated) lines.push(`There are more records; the first ${entries.length} found are shown.`);
  return lines;
}

function renderEntry(entry: TimelineEntry, requestId: string, paint: ReturnType<typeof createColors>): string[] {
  const { record, text, gapMs } = entry;
  const time =
    record.time === undefined ? 'no time' : `${formatRecordTime(record.time.ms, 'utc')}${record.time.zoneAssumed ? '?' : ''}`;
  const severe = record.level === 'error' || record.level === 'fatal';
  const parts = [
    time,
    gapMs === null ? '' : paint.dim(`+${formatDuration(gapMs)}`),
    record.level === undefined ? '' : severe ? paint.red(record.level) : record.level,
    record.status === undefined ? '' : String(record.status),
    record.code === undefined ? '' : paint.bold(record.code),
    paint.cyan(printable(placeOf(entry))),
  ];
  return [parts.filter((part) => part !== '').join('  '), ...chooseLines(text, requestId).map((shown) => `  ${shown}`), ''];
}

/** The record's first line. Where the id is further on, perhaps in the part that matters, the text around it too. */
function chooseLines(text: string, requestId: string): string[] {
  const [first = '', ...others] = removeColours(text).split(/\r?\n/);
  const spellings = spellingsOf(requestId);
  const placeIn = (line: string) => createFindId(line, spellings)(0)?.at;
  const start = printable(first.length > longestLine ? `${first.slice(0, longestLine)}…` : first);
  if (placeIn(start) !== undefined) return [start];
  const holding = [first, ...others].find((line) => placeIn(line) !== undefined);
  if (holding === undefined) return [start];
  const from = Math.max(0, (placeIn(holding) ?? 0) - longestLine / 2);
  const cut = holding.slice(from, from + longestLine);
  return [start, printable(`${from > 0 ? '…' : ''}${cut}${from + longestLine < holding.length ? '…' : ''}`)];
}
