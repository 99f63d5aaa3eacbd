import { createColors } from 'picocolors';
import { placeOf, type TimelineEntry } from '../service/requests/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { removeColours } from '../service/logs/reading/readLine.ts';
import { describeAsked, describeRecord, isFound, type LookedUp, type Lookup } from '../service/requests/lookup.ts';
import { formatRecordTime } from '../service/render/recordTime.ts';
import { noLogs } from './noLogs.ts';
import { printable } from './printable.ts';
import { count } from '../shared/count.ts';
import { createFindId } from '../shared/findId.ts';
import { spellingsOf } from '../shared/requestIdSpellings.ts';
import { renderJson } from '../service/render/json.ts';
import { formatBytes } from '../shared/formatBytes.ts';
import { formatDuration } from '../shared/formatDuration.ts';

const longestLine = 400;

/** The answer about one id as JSON. */
export function renderLookup(lookup: Lookup): string {
  const [found] = lookup.requests;
  if (!found) return '';
  const { skipped, cancelled } = lookup;
  const { requestId, records, truncated, leftOut } = describe(found);
  return renderJson({ version: 1, requestId, records, searched: searchedIn(lookup), skipped, truncated, leftOut, cancelled });
}

/** The answer about several ids as JSON. The facts about the whole search are in it once. */
export function renderLookups(lookup: Lookup): string {
  const { requests, skipped, cancelled } = lookup;
  const lookups = requests.map(describe);
  const truncated = requests.some((request) => request.truncated);
  return renderJson({ version: 1, lookups, searched: searchedIn(lookup), skipped, truncated, cancelled });
}

/** The answer for people, grouped by id. */
export function renderPretty(lookup: Lookup, recogniser: LogRecogniser, colours: boolean): string {
  const { requests, files, bytes, engines, skipped, cancelled } = lookup;
  const paint = createColors(colours);
  const searched = `${count(files, 'file')}, ${formatBytes(bytes)}${printable(describeAsked(lookup))}`;
  const missing = requests.filter((found) => !isFound(found));
  const groups = requests.filter(isFound).map((found) => renderGroup(found, recogniser, paint));
  const lines = groups.flatMap((group, index) => (index === 0 ? group : ['', ...group]));
  if (lines.length > 0) lines.push(paint.dim(`Searched ${searched}.`));
  for (const { requestId, outside } of missing) {
    const others =
      outside === 0
        ? ''
        : ` ${count(outside, 'record')} outside of --since and --until ${outside === 1 ? 'is' : 'are'} left out.`;
    lines.push(`No record of ${printable(requestId)} in ${searched}.${others}`);
  }
  const isNothing = files === 0 && engines.length === 0 && skipped.length === 0;
  if (missing.length > 0 && isNothing) lines.push(noLogs);
  if (lookup.otherFiles > 0)
    lines.push(
      paint.dim(`${count(lookup.otherFiles, 'other file')} left out by name: name a file, or set logs.files, to search it.`),
    );
  // Without a word it would read as if nothing else were there.
  if (cancelled) lines.push(paint.yellow('The search was cancelled: this is a part of what the logs hold.'));
  return `${lines.join('\n')}\n`;
}

function searchedIn({ files, bytes, otherFiles, engines }: Lookup): object {
  return { files, bytes, otherFiles, ...(engines.length === 0 ? {} : { engines: engines.map(({ name }) => name) }) };
}

function describe({ requestId, timeline, truncated }: LookedUp) {
  return { requestId, records: timeline.entries.map(describeRecord), truncated, leftOut: timeline.leftOut };
}

function renderGroup(found: LookedUp, recogniser: LogRecogniser, paint: ReturnType<typeof createColors>): string[] {
  const { entries, durationMs, leftOut } = found.timeline;
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
  if (found.outside > 0)
    lines.push(
      `${count(found.outside, 'record')} outside of --since and --until ${found.outside === 1 ? 'is' : 'are'} left out.`,
    );
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
    entry.foundAs === undefined ? '' : paint.dim(`as ${printable(entry.foundAs)}`),
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
