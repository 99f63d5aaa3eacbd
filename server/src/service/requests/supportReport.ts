import { placeOf, type RequestTimeline, type TimelineEntry } from './foundRecord.ts';
import type { LookedUp } from './lookup.ts';
import type { LogRecogniser } from '../logs/logRecogniser.ts';
import { removeColours } from '../logs/reading/readLine.ts';
import { createFindId } from '../../shared/requestIds/findId.ts';
import { readPastedIds } from '../../shared/requestIds/pastedIds.ts';
import { spellingsOf } from '../../shared/requestIds/requestIdSpellings.ts';
import { formatRecordTime } from '../render/recordTime.ts';
import { redactText, type RedactionSettings } from '../redaction/redaction.ts';
import { formatEnglishDuration } from '../../shared/formatDuration.ts';
import { showUnseen } from '../../shared/showUnseen.ts';

export interface SupportReportRequest {
  readonly requestId: string;
  readonly timeline: RequestTimeline;
  readonly recogniser: LogRecogniser;
  readonly redaction: RedactionSettings;
}

/** A report, and the secrets that were taken out of it. */
export interface SupportReport {
  readonly markdown: string;
  /** How many stretches were redacted, by kind. */
  readonly redacted: readonly { readonly kind: string; readonly count: number }[];
}

const mostRecords = 100;
const longestRecords = 200_000;

/** The report on a request that was looked up; undefined when no record contains its id. */
export async function reportOn(
  { requestId, timeline }: LookedUp,
  recogniser: LogRecogniser,
  redaction: RedactionSettings,
): Promise<SupportReport | undefined> {
  return timeline.entries.length === 0 ? undefined : renderSupportReport({ requestId, timeline, recogniser, redaction });
}

/**
 * Renders a report on a request for an API's support, as Markdown: id, time, request, status, code with its documented cause,
 * the records. Redacted as a whole, without invisible characters. Times are in UTC, since its reader is elsewhere.
 */
export async function renderSupportReport(request: SupportReportRequest): Promise<SupportReport> {
  const { requestId, timeline, recogniser, redaction } = request;
  const shown = chooseEntries(timeline.entries);
  const left = timeline.entries.length - shown.length;
  const lines = [
    `# Request ${codeSpan(requestId)}`,
    '',
    ...describeRequest(request),
    '',
    '## Log records',
    ...shown.flatMap((entry) => renderEntry(entry)),
    ...(left > 0 ? ['', `${left} further records are left out.`] : []),
  ];
  const whole = lines.join('\n');
  const { text: redactedText, counts } = await redactText(whole, {
    ...redaction,
    catalogues: recogniser.catalogues,
    keep: findSpellings(whole, requestId),
  });
  // Only now: a secret may have such characters in it.
  const text = showUnseen(redactedText);
  const redacted = [...counts].map(([kind, count]) => ({ kind, count }));
  const kinds = redacted.map(({ kind, count }) => (count === 1 ? kind : `${kind} × ${count}`)).join(', ');
  return { markdown: redacted.length === 0 ? `${text}\n` : `${text}\n\nRedacted: ${kinds}.\n`, redacted };
}

/** The ids of a look-up, as they are spelled in a text. */
export function findSpellings(text: string, requestId: string): string[] {
  const spelled = new Set([requestId]);
  for (const id of readPastedIds(requestId)) {
    spelled.add(id);
    const find = createFindId(text, spellingsOf(id));
    for (let place = find(0); place; place = find(place.end)) spelled.add(text.slice(place.at, place.end));
  }
  return [...spelled];
}

function describeRequest({ requestId, timeline, recogniser }: SupportReportRequest): string[] {
  const { code, status, method, path } = timeline;
  const items = [`- Request ID: ${codeSpan(requestId)}`];
  const time = describeTime(timeline);
  if (time !== undefined) items.push(`- Time: ${time}`);
  if (path !== undefined) items.push(`- Request: ${codeSpan(method === undefined ? path : `${method} ${path}`)}`);
  if (status !== undefined) items.push(`- HTTP status: ${status}`);
  if (code !== undefined) {
    items.push(`- Error code: ${codeSpan(code)}`);
    for (const { catalogue, entry } of recogniser.entriesOf(code)) {
      items.push(`- Documented cause (${plain(catalogue.title)}): ${plain(entry.cause)}`);
    }
  }
  return items;
}

function describeTime({ entries, durationMs }: RequestTimeline): string | undefined {
  const times = entries.flatMap(({ record }) => record.time ?? []);
  const first = times.at(0);
  const last = times.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const zones = new Set(times.flatMap((time) => (time.zoneAssumed ? [time.assumed?.zone ?? 'UTC'] : [])));
  const assumed = zones.size > 0 ? `; the logs give some times without a zone, read as ${[...zones].join(', ')}` : '';
  const start = formatRecordTime(first.ms, 'utc');
  return durationMs === null || durationMs === 0
    ? `${start}${assumed}`
    : `${start} to ${formatRecordTime(last.ms, 'utc')} (${formatEnglishDuration(durationMs)}${assumed})`;
}

function chooseEntries(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const chosen: TimelineEntry[] = [];
  let length = 0;
  for (const entry of entries.slice(0, mostRecords)) {
    length += entry.text.length;
    if (length > longestRecords && chosen.length > 0) break;
    chosen.push(entry);
  }
  return chosen;
}

function renderEntry(entry: TimelineEntry): string[] {
  const { record, text: raw } = entry;
  const text = removeColours(raw.startsWith('\uFEFF') ? raw.slice(1) : raw);
  const time =
    record.time === undefined
      ? []
      : [`${formatRecordTime(record.time.ms, 'utc')}${record.time.zoneAssumed ? ' (no zone given)' : ''}`];
  const head = [...time, ...(record.level === undefined ? [] : [record.level]), codeSpan(placeOf(entry))].join(' · ');
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length + 1)));
  return ['', head, '', `${fence}text`, text, fence];
}

/** Text of a log as code: nothing in it is Markdown. */
function codeSpan(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').slice(0, 2_000);
  const ticks = '`'.repeat(Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = oneLine.startsWith('`') || oneLine.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${oneLine}${space}${ticks}`;
}

/** Text of a catalogue in a sentence: characters that Markdown gives a meaning are escaped. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~!]/g, '\\$&');
}
