import { readExcerpt } from '../adapters/logReading/excerpt.ts';
import { fileOf } from '../adapters/files/fileAddress.ts';
import { createFindId } from '../shared/findId.ts';
import { spellingsOf } from '../shared/requestIdSpellings.ts';
import type { Lookup } from '../service/requests/lookup.ts';
import type { TimelineEntry } from '../service/requests/foundRecord.ts';

/** The lines around a record in its file. */
export interface RecordContext {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** By record; one without a file has no context. */
export type Contexts = ReadonlyMap<TimelineEntry, RecordContext>;

/** Reads so many lines before and after each record of a look-up. */
export async function readContexts({ requests }: Lookup, lines: number, signal: AbortSignal): Promise<Contexts> {
  const contexts = new Map<TimelineEntry, RecordContext>();
  if (lines === 0) return contexts;
  for (const { requestId, timeline } of requests) {
    for (const entry of timeline.entries) {
      if (signal.aborted) return contexts;
      const context = await readContext(entry, requestId, lines, signal);
      if (context) contexts.set(entry, context);
    }
  }
  return contexts;
}

async function readContext(
  { uri, offset, line, text, foundAs }: TimelineEntry,
  requestId: string,
  lines: number,
  signal: AbortSignal,
): Promise<RecordContext | undefined> {
  const file = uri === undefined ? undefined : fileOf(uri);
  if (file === undefined || offset === undefined) return undefined;
  try {
    const excerpt = await readExcerpt(file, offset, line, signal);
    const all = excerpt.text.split(/\r?\n/);
    const at = createFindId(text, spellingsOf(foundAs ?? requestId))(0)?.at ?? 0;
    const start = line - excerpt.firstLine - (text.slice(0, at).split('\n').length - 1);
    const end = start + text.split('\n').length;
    const after = all.slice(end, end + lines);
    if (after.at(-1) === '') after.pop();
    return { before: all.slice(Math.max(0, start - lines), start), after };
  } catch {
    // The record itself is there, whatever has become of its file.
    return undefined;
  }
}
