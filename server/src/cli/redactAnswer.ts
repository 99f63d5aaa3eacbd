import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { RedactionSettings } from '../service/redaction/redaction.ts';
import type { TimelineEntry } from '../service/requests/foundRecord.ts';
import type { Lookup } from '../service/requests/lookup.ts';
import { redactLookup } from '../service/requests/redactLookup.ts';
import type { Contexts, RecordContext } from './recordContext.ts';

/** A look-up and the lines around its records, without credentials and personal data. */
export async function redactAnswer(
  lookup: Lookup,
  contexts: Contexts,
  recogniser: LogRecogniser,
  redaction: RedactionSettings,
): Promise<{ readonly lookup: Lookup; readonly contexts: Contexts }> {
  const given = [...contexts];
  const texts = given.flatMap(([, { before, after }]) => [before.join('\n'), after.join('\n')]);
  const redacted = await redactLookup(lookup, recogniser, redaction, texts);
  // Records stay in their order.
  const entries = new Map(pairEntries(lookup, redacted.lookup));
  const shown = given.flatMap(([entry], index): (readonly [TimelineEntry, RecordContext])[] => {
    const now = entries.get(entry);
    const [before = '', after = ''] = redacted.others.slice(2 * index, 2 * index + 2);
    return now ? [[now, { before: linesOf(before), after: linesOf(after) }]] : [];
  });
  return { lookup: redacted.lookup, contexts: new Map(shown) };
}

function pairEntries(before: Lookup, after: Lookup): (readonly [TimelineEntry, TimelineEntry])[] {
  return before.requests.flatMap(({ timeline }, request) =>
    timeline.entries.flatMap((entry, index) => {
      const now = after.requests[request]?.timeline.entries[index];
      return now ? [[entry, now] as const] : [];
    }),
  );
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
