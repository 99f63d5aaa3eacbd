import type { LogRecogniser } from '../logs/logRecogniser.ts';
import { redactTexts, type RedactionSettings } from '../redaction/redaction.ts';
import type { TimelineEntry } from './foundRecord.ts';
import type { LookedUp, Lookup } from './lookup.ts';
import { findSpellings } from './supportReport.ts';

/**
 * A look-up whose records hold no credentials and no personal data, but the ids that were looked for. A secret that a record
 * of one request reveals is found in those of the others.
 */
export async function redactLookup(lookup: Lookup, recogniser: LogRecogniser, redaction: RedactionSettings): Promise<Lookup> {
  const texts = lookup.requests.map(textsOf);
  const keep = lookup.requests.flatMap(({ requestId }, index) => findSpellings((texts[index] ?? []).join('\n'), requestId));
  const redacted = await redactTexts(texts.flat(), { ...redaction, catalogues: recogniser.catalogues, keep });
  let start = 0;
  const requests = lookup.requests.map((request, index) => {
    const end = start + (texts[index]?.length ?? 0);
    const own = redacted.slice(start, end);
    start = end;
    return withTexts(request, own);
  });
  return { ...lookup, requests };
}

/** All that records say in their own words, and where they are from: that may be a command with its arguments. */
function textsOf({ timeline }: LookedUp): string[] {
  const ofRecords = timeline.entries.flatMap(({ text, file, record }) => [text, file, record.message, record.path ?? '']);
  return [...ofRecords, timeline.path ?? ''];
}

/** The same with other texts, in the order of `textsOf`. */
function withTexts(request: LookedUp, texts: readonly string[]): LookedUp {
  const { timeline } = request;
  const entries = timeline.entries.map((entry, index): TimelineEntry => {
    const [text = '', file = '', message = '', path = ''] = texts.slice(4 * index, 4 * index + 4);
    return { ...entry, text, file, record: { ...entry.record, message, ...(entry.record.path !== undefined && { path }) } };
  });
  return { ...request, timeline: { ...timeline, entries, path: timeline.path === undefined ? undefined : texts.at(-1) } };
}
