import type { LogRecogniser } from '../logs/logRecogniser.ts';
import { removeColours } from '../logs/reading/readLine.ts';
import { escapeHtml } from '../render/html.ts';
import { renderPageHead } from '../render/pageHead.ts';
import { formatRecordTime } from '../render/recordTime.ts';
import { count } from '../../shared/count.ts';
import { formatBytes } from '../../shared/formatBytes.ts';
import { formatDuration } from '../../shared/formatDuration.ts';
import { describeProblem } from '../../shared/problem.ts';
import { showUnseen } from '../../shared/showUnseen.ts';
import { createTimelineRows, type TimelineRow, type TimelineSource, type TimelineWords } from '../../shared/timelineRows.ts';
import { placeOf, type TimelineEntry } from './foundRecord.ts';
import { describeAsked, isFound, type LookedUp, type Lookup } from './lookup.ts';

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, CanvasText 20%, Canvas); --soft: color-mix(in srgb, CanvasText 65%, Canvas); --bad: light-dark(#b3261e, #f47067); --odd: light-dark(#8a5a00, #e0b04f); }
body { font: 14px/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 100rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; overflow-wrap: anywhere; } h2 { font-size: 1.15rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top; white-space: nowrap; }
td.message { white-space: normal; overflow-wrap: anywhere; width: 100%; min-width: 16rem; }
code, pre, td { font-variant-numeric: tabular-nums; } code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 30rem; overflow: auto; margin: .3rem 0; }
.error td.level, .error td.status, .error td.code { color: var(--bad); font-weight: 600; }
.warn td.level { color: var(--odd); font-weight: 600; }
.soft { color: var(--soft); } .scroll { overflow-x: auto; }
ul { list-style: none; margin: .5rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
meter { width: 4rem; vertical-align: middle; } summary { cursor: pointer; }
`;
const columns = ['Time (UTC)', 'Since the last', 'Source', 'Level', 'Status', 'Code', 'Message', 'Place'];

/** The lines of files before and after records. */
export type LinesAround = ReadonlyMap<TimelineEntry, { readonly before: readonly string[]; readonly after: readonly string[] }>;

/**
 * A page with the timeline of each request: no script, no other file, nothing from the network, readable in light and dark.
 * @param lookup redacted already
 * @param contexts the lines around records, redacted already
 */
export function renderTimelinePage(lookup: Lookup, recogniser: LogRecogniser, contexts: LinesAround = new Map()): string {
  const { requests, files, bytes, otherFiles, skipped, cancelled } = lookup;
  const [first] = requests;
  const title = requests.length === 1 && first ? `Request ${first.requestId}` : `${requests.length} requests`;
  const searched = `${count(files, 'file')}, ${formatBytes(bytes)}${describeAsked(lookup)}`;
  const notes = [
    `Searched ${searched}. Credentials and personal data that were recognised are redacted.`,
    ...(otherFiles > 0 ? [`${count(otherFiles, 'other file')} left out by name.`] : []),
    ...(cancelled ? ['The search was cancelled: this is a part of what the logs hold.'] : []),
    ...skipped.map((problem) => describeProblem(problem)),
  ];
  return `${renderPageHead({ title, style })}
<body>
<h1>${escapeHtml(title)}</h1>
${requests.map((request) => renderRequest(request, recogniser, contexts, requests.length > 1)).join('\n')}
${notes.map((note) => `<p class="soft">${escapeHtml(note)}</p>`).join('\n')}
</body>
</html>
`;
}

function renderRequest(request: LookedUp, recogniser: LogRecogniser, contexts: LinesAround, isOneOfMany: boolean): string {
  const { requestId, timeline, truncated, outside } = request;
  const { entries, durationMs, code, leftOut } = timeline;
  const head = isOneOfMany ? `<h2>Request ${escapeHtml(requestId)}</h2>\n` : '';
  const others = outside > 0 ? ` ${count(outside, 'record')} left out by time.` : '';
  if (!isFound(request)) return `${head}<p>No record of it was found.${others}</p>`;
  const summary = [
    count(entries.length, 'record'),
    ...(durationMs === null ? [] : [`in ${formatDuration(durationMs)}`]),
    ...(code === undefined ? [] : [`failed with ${code}`]),
    ...(truncated ? ['there are more records than are kept'] : []),
    ...(leftOut > 0 ? [`without ${leftOut} that only contain it in a longer id`] : []),
  ].join(' · ');
  const { sources, rows } = createTimelineRows(
    entries.map((entry) => toItem(entry, recogniser)),
    words,
  );
  const legend = sources.map(({ letter, name }) => `<li><strong>${letter}</strong> ${escapeHtml(name)}</li>`);
  return `${head}<p>${escapeHtml(summary)}.${others}</p>
<ul aria-label="Sources">${legend.join('')}</ul>
<div class="scroll"><table>
<thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row, index) => renderRow(row, sources, textOf(entries[index], contexts))).join('\n')}
</tbody>
</table></div>`;
}

/** The whole record, between the lines around it. */
function textOf(entry: TimelineEntry | undefined, contexts: LinesAround): string {
  if (entry === undefined) return '';
  const { before = [], after = [] } = contexts.get(entry) ?? {};
  return [...before, entry.text, ...after].join('\n');
}

type Item = ReturnType<typeof toItem>;

function toItem(entry: TimelineEntry, recogniser: LogRecogniser) {
  const { record, gapMs } = entry;
  const [defined] = record.code === undefined ? [] : recogniser.entriesOf(record.code);
  return {
    entry,
    gapMs,
    level: record.level ?? null,
    status: record.status ?? null,
    code: record.code ?? null,
    cause: defined?.entry.cause ?? null,
    message: record.message.replace(/\s+/g, ' '),
  };
}

const words: TimelineWords<Item> = {
  time: ({ entry: { record } }) =>
    record.time === undefined ? 'no time' : `${formatRecordTime(record.time.ms, 'utc')}${record.time.zoneAssumed ? ' ?' : ''}`,
  timeNote: ({ entry: { record } }) => (record.time?.zoneAssumed ? 'The log gives no time zone; the time was read as UTC.' : ''),
  source: ({ entry: { file, source } }) => (source === 'file' ? file : `${file} (${source})`),
  place: ({ entry }) => placeOf(entry),
  marks: ({ entry: { tiedBy, foundAs } }) => [
    tiedBy === undefined ? '' : `related by ${showUnseen(tiedBy)}`,
    foundAs === undefined ? '' : `found as ${showUnseen(foundAs)}`,
  ],
};

function renderRow(row: TimelineRow, sources: readonly TimelineSource[], text: string): string {
  const { time, timeNote, gap, gapShare, source, level, status, code, cause, message, place } = row;
  const kind = /^(?:ERROR|FATAL)$/.test(level) ? ' class="error"' : level === 'WARN' ? ' class="warn"' : '';
  const bar =
    gap === '' ? '' : `<meter min="0" max="1" value="${gapShare.toFixed(3)}" aria-hidden="true"></meter> ${escapeHtml(gap)}`;
  const meaning = cause === '' ? '' : `<div class="soft">${escapeHtml(`${code}: ${cause}`)}</div>`;
  const whole = `<details><summary class="soft">Record</summary><pre>${escapeHtml(removeColours(text))}</pre></details>`;
  const cells: readonly (readonly [string, string])[] = [
    ['time', timeNote === '' ? escapeHtml(time) : `<span title="${escapeHtml(timeNote)}">${escapeHtml(time)}</span>`],
    ['gap', bar],
    ['source', escapeHtml(sources[source]?.letter ?? '')],
    ['level', escapeHtml(level)],
    ['status', escapeHtml(status)],
    ['code', `<code>${escapeHtml(code)}</code>`],
    ['message', `${escapeHtml(message)}${meaning}${whole}`],
    ['place', escapeHtml(place)],
  ];
  return `<tr${kind}>${cells.map(([name, html]) => `<td class="${name}">${html}</td>`).join('')}</tr>`;
}
