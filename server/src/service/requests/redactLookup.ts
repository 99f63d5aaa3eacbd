import type { LogRecogniser } from '../logs/logRecogniser.ts';
import { redactTexts, type RedactionSettings } from '../redaction/redaction.ts';
import type { TimelineEntry } from './foundRecord.ts';
import type { LookedUp, Lookup } from './lookup.ts';
import { findSpellings } from './supportReport.ts';

/** A look-up, and other texts that belong to it, without credentials and personal data. */
export interface RedactedLookup {
  readonly lookup: Lookup;
  readonly others: readonly string[];
}

/**
 * Takes credentials and personal data out of the records of a look-up, but for the ids that were looked for. A secret that one
 * of them reveals is found in those of other requests and in the other texts, too.
 */
export async function redactLookup(
  lookup: Lookup,
  recogniser: LogRecogniser,
  redaction: RedactionSettings,
  others: readonly string[] = [],
): Promise<RedactedLookup> {
  const texts = lookup.requests.map(textsOf);
  const keep = lookup.requests.flatMap(({ requestId }, index) => findSpellings((texts[index] ?? []).join('\n'), requestId));
  const redacted = await redactTexts([...texts.flat(), ...others], { ...redaction, catalogues: recogniser.catalogues, keep });
  let start = 0;
  const requests = lookup.requests.map((request, index) => {
    const end = start + (texts[index]?.length ?? 0);
    const own = redacted.slice(start, end);
    start = end;
    return withTexts(request, own);
  });
  return { lookup: { ...lookup, requests }, others: redacted.slice(start) };
}

/** The same for one record that came later; secrets that are known already are found in it. */
export async function redactEntry(
  entry: TimelineEntry,
  requestId: string,
  recogniser: LogRecogniser,
  redaction: RedactionSettings,
): Promise<TimelineEntry> {
  const texts = textsOfEntry(entry);
  const keep = findSpellings(texts.join('\n'), requestId);
  return entryWith(entry, await redactTexts(texts, { ...redaction, catalogues: recogniser.catalogues, keep }));
}

function textsOf({ timeline, related }: LookedUp): string[] {
  return [timeline.path ?? '', ...related.map(({ id }) => id), ...timeline.entries.flatMap(textsOfEntry)];
}

/** The same with other texts, in the order of `textsOf`. */
function withTexts(request: LookedUp, texts: readonly string[]): LookedUp {
  const { timeline } = request;
  const [path = ''] = texts;
  const related = request.related.map((each, index) => ({ ...each, id: texts[index + 1] ?? '' }));
  const first = related.length + 1;
  const entries = timeline.entries.map((entry, index) => entryWith(entry, texts.slice(first + 5 * index, first + 5 * index + 5)));
  return { ...request, related, timeline: { ...timeline, entries, path: timeline.path === undefined ? undefined : path } };
}

/**
 * All that a record says in its own words, where it is from, which may be a command with its arguments, and what ties it to the
 * request, which may be the id of a session.
 */
function textsOfEntry({ text, file, tiedBy, record }: TimelineEntry): string[] {
  return [text, file, tiedBy ?? '', record.message, record.path ?? ''];
}

function entryWith(entry: TimelineEntry, texts: readonly string[]): TimelineEntry {
  const [text = '', file = '', tiedBy = '', message = '', path = ''] = texts;
  const record = { ...entry.record, message, ...(entry.record.path !== undefined && { path }) };
  return { ...entry, text, file, record, ...(entry.tiedBy !== undefined && { tiedBy }) };
}
