import * as l10n from '@vscode/l10n';
import { createColors } from 'picocolors';
import { placeOf, type TimelineEntry } from '../service/requests/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { removeColours } from '../service/logs/reading/readLine.ts';
import { describeAsked, describeRecord, isFound, type LookedUp, type Lookup } from '../service/requests/lookup.ts';
import { formatRecordTime } from '../service/render/recordTime.ts';
import type { Contexts } from './recordContext.ts';
import { sayNoLogs } from './noLogs.ts';
import { printable } from './printable.ts';
import { formatDuration } from '../shared/formatDuration.ts';
import { createFindId } from '../shared/requestIds/findId.ts';
import { spellingsOf } from '../shared/requestIds/requestIdSpellings.ts';
import { renderJson } from '../service/render/json.ts';
import { countFiles, countRecords, formFor, showBytes, showNumber } from '../service/render/numbers.ts';

const longestLine = 400;
const mostLines = 20;
const noContexts: Contexts = new Map();

/** The answer about one id as JSON. */
export function renderLookup(lookup: Lookup, contexts: Contexts = noContexts): string {
  const [found] = lookup.requests;
  if (!found) return '';
  const { skipped, cancelled } = lookup;
  const { requestId, records, related, total, truncated, leftOut } = describe(found, contexts);
  return renderJson({
    version: 1,
    requestId,
    records,
    related,
    total,
    searched: searchedIn(lookup),
    skipped,
    truncated,
    leftOut,
    cancelled,
  });
}

/** The answer about several ids as JSON. The facts about the whole search are in it once. */
export function renderLookups(lookup: Lookup, contexts: Contexts = noContexts): string {
  const { requests, skipped, cancelled } = lookup;
  const lookups = requests.map((request) => describe(request, contexts));
  const truncated = requests.some((request) => request.truncated);
  return renderJson({ version: 1, lookups, searched: searchedIn(lookup), skipped, truncated, cancelled });
}

/** The answer for people, grouped by id. */
export function renderPretty(
  lookup: Lookup,
  recogniser: LogRecogniser,
  colours: boolean,
  contexts: Contexts = noContexts,
): string {
  const { requests, files, bytes, engines, skipped, cancelled } = lookup;
  const paint = createColors(colours);
  const searched = `${countFiles(files)}, ${showBytes(bytes)}${printable(describeAsked(lookup))}`;
  const missing = requests.filter((found) => !isFound(found));
  const groups = requests.filter(isFound).map((found) => renderGroup(found, recogniser, paint, contexts));
  const lines = groups.flatMap((group, index) => (index === 0 ? group : ['', ...group]));
  if (lines.length > 0) lines.push(paint.dim(l10n.t('Searched {0}.', searched)));
  for (const { requestId, outside } of missing) {
    const others = outside === 0 ? '' : ` ${describeOutside(outside)}`;
    lines.push(`${l10n.t('No record of {0} in {1}.', printable(requestId), searched)}${others}`);
  }
  const isNothing = files === 0 && engines.length === 0 && skipped.length === 0;
  if (missing.length > 0 && isNothing) lines.push(sayNoLogs());
  if (lookup.otherFiles > 0) lines.push(paint.dim(describeOthers(lookup.otherFiles)));
  // Without a word it would read as if nothing else were there.
  if (cancelled) lines.push(paint.yellow(l10n.t('The search was cancelled: this is a part of what the logs hold.')));
  return `${lines.join('\n')}\n`;
}

function describeOutside(records: number): string {
  const shown = showNumber(records);
  return formFor(
    records,
    l10n.t('{0} record outside of --since and --until is left out.', shown),
    l10n.t('{0} records outside of --since and --until are left out.', shown),
  );
}

function describeOthers(files: number): string {
  const shown = showNumber(files);
  return formFor(
    files,
    l10n.t('{0} other file left out by name: name a file, or set logs.files, to search it.', shown),
    l10n.t('{0} other files left out by name: name a file, or set logs.files, to search it.', shown),
  );
}

function describeLonger(records: number): string {
  const shown = showNumber(records);
  return formFor(
    records,
    l10n.t('{0} record that only contains it in a longer id is left out.', shown),
    l10n.t('{0} records that only contain it in a longer id are left out.', shown),
  );
}

function searchedIn({ files, bytes, otherFiles, engines }: Lookup): object {
  return { files, bytes, otherFiles, ...(engines.length === 0 ? {} : { engines: engines.map(({ name }) => name) }) };
}

function describe({ requestId, timeline, truncated, total, related }: LookedUp, contexts: Contexts) {
  const records = timeline.entries.map((entry) => ({ ...describeRecord(entry), ...contexts.get(entry) }));
  return { requestId, records, related, total, truncated, leftOut: timeline.leftOut };
}

function renderGroup(
  found: LookedUp,
  recogniser: LogRecogniser,
  paint: ReturnType<typeof createColors>,
  contexts: Contexts,
): string[] {
  const { entries, durationMs, leftOut } = found.timeline;
  const took = durationMs === null ? '' : ` ${l10n.t('in {0}', formatDuration(durationMs))}`;
  const lines = [`${paint.bold(printable(found.requestId))}: ${countRecords(entries.length)}${took}`, ''];
  for (const entry of entries) lines.push(...renderEntry(entry, found.requestId, paint.isColorSupported, contexts));
  for (const code of new Set(entries.flatMap(({ record }) => record.code ?? []))) {
    for (const { catalogue, entry } of recogniser.entriesOf(code)) {
      const statuses = entry.statuses.length === 0 ? '' : ` (${entry.statuses.join(', ')})`;
      lines.push(`${paint.bold(code)}${statuses}, ${printable(catalogue.title)}: ${printable(entry.cause)}`);
    }
  }
  const ties = found.related.map(({ kind, id }) => `${kind} ${printable(id)}`);
  if (ties.length > 0 && entries.every(({ tiedBy }) => tiedBy === undefined))
    lines.push(paint.dim(l10n.t('Related: {0} (--related takes their records in).', ties.join(', '))));
  if (leftOut > 0) lines.push(describeLonger(leftOut));
  if (found.outside > 0) lines.push(describeOutside(found.outside));
  if (found.truncated && entries.length === 0) lines.push(l10n.t('There are records; none of them is kept (--max-records).'));
  else if (found.truncated)
    lines.push(
      l10n.t(
        '{0} found; the first, the last and those that failed are shown ({1}, --max-records).',
        countRecords(found.total),
        countRecords(entries.length),
      ),
    );
  return lines;
}

/** A record for people, with an empty line behind it. */
export function renderEntry(
  entry: TimelineEntry,
  requestId: string,
  colours: boolean,
  contexts: Contexts = noContexts,
): string[] {
  const paint = createColors(colours);
  const { record, text, gapMs } = entry;
  const time =
    record.time === undefined
      ? l10n.t('no time')
      : `${formatRecordTime(record.time.ms, 'utc')}${record.time.zoneAssumed ? '?' : ''}`;
  const severe = record.level === 'error' || record.level === 'fatal';
  const parts = [
    time,
    gapMs === null ? '' : paint.dim(`+${formatDuration(gapMs)}`),
    record.level === undefined ? '' : severe ? paint.red(record.level) : record.level,
    record.status === undefined ? '' : String(record.status),
    record.code === undefined ? '' : paint.bold(record.code),
    paint.cyan(printable(placeOf(entry))),
    entry.tiedBy === undefined ? '' : paint.yellow(l10n.t('by {0}', printable(entry.tiedBy))),
    entry.foundAs === undefined ? '' : paint.dim(l10n.t('as {0}', printable(entry.foundAs))),
  ];
  const { before = [], after = [] } = contexts.get(entry) ?? {};
  const around = (lines: readonly string[]) => lines.map((each) => paint.dim(`  ${cutLine(each)}`));
  return [
    parts.filter((part) => part !== '').join('  '),
    ...around(before),
    ...chooseLines(text, requestId).map((shown) => `  ${shown}`),
    ...around(after),
    '',
  ];
}

/**
 * The lines of a record, the first of many, and the one that holds the id, in their order: of a long line its beginning, and the text
 * around the id.
 */
function chooseLines(text: string, requestId: string): string[] {
  const lines = removeColours(text).split(/\r?\n/);
  const spellings = spellingsOf(requestId);
  const placeIn = (line: string) => createFindId(line, spellings)(0)?.at;
  const holding = lines.findIndex((line) => placeIn(line) !== undefined);
  const chosen = [...lines.keys()].filter((index) => index < mostLines || index === holding);
  const shown = chosen.flatMap((index) => {
    const line = lines[index] ?? '';
    const start = cutLine(line);
    if (index !== holding || placeIn(start) !== undefined) return [start];
    const from = Math.max(0, (placeIn(line) ?? 0) - longestLine / 2);
    const cut = line.slice(from, from + longestLine);
    return [start, printable(`${from > 0 ? '…' : ''}${cut}${from + longestLine < line.length ? '…' : ''}`)];
  });
  const left = lines.length - chosen.length;
  const more = formFor(left, l10n.t('{0} more line', left), l10n.t('{0} more lines', showNumber(left)));
  return left === 0 ? shown : [...shown, `… ${more}`];
}

function cutLine(line: string): string {
  return printable(line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
}
