import { openExcerpts } from '../adapters/logReading/excerpt.ts';
import { fileOf } from '../adapters/files/fileAddress.ts';
import { groupBy } from '../shared/groupBy.ts';
import { createFindId } from '../shared/requestIds/findId.ts';
import { spellingsOf } from '../shared/requestIds/requestIdSpellings.ts';
import type { Lookup } from '../service/requests/lookup.ts';
import type { TimelineEntry } from '../service/requests/foundRecord.ts';

/** The lines around a record in its file. */
export interface RecordContext {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** By record; one without a file has no context. */
export type Contexts = ReadonlyMap<TimelineEntry, RecordContext>;

/** A record with a place in a file. */
interface Place {
  readonly entry: TimelineEntry;
  readonly requestId: string;
  readonly offset: number;
}

/** Reads so many lines before and after each record of a look-up: each file once, and records side by side together. */
export async function readContexts({ requests }: Lookup, lines: number, signal: AbortSignal): Promise<Contexts> {
  const contexts = new Map<TimelineEntry, RecordContext>();
  if (lines === 0) return contexts;
  const places = requests.flatMap(({ requestId, timeline }) =>
    timeline.entries.flatMap((entry) => (entry.offset === undefined ? [] : [{ entry, requestId, offset: entry.offset }])),
  );
  for (const [uri, ofFile] of groupBy(places, ({ entry }) => entry.uri)) {
    const file = uri === undefined ? undefined : fileOf(uri);
    if (file === undefined) continue;
    if (signal.aborted) return contexts;
    await readFileContexts(file, ofFile, { lines, signal, contexts });
  }
  return contexts;
}

async function readFileContexts(
  file: string,
  places: readonly Place[],
  { lines, signal, contexts }: { lines: number; signal: AbortSignal; contexts: Map<TimelineEntry, RecordContext> },
): Promise<void> {
  // The record itself is there, whatever has become of its file.
  const reader = await openExcerpts(file, signal).catch(() => undefined);
  let near: Nearby | undefined;
  for (const { entry, requestId, offset } of places.toSorted((a, b) => a.offset - b.offset)) {
    if (!reader || signal.aborted) break;
    const stretch = stretchOf(entry, requestId);
    if (!near || !covers(near, stretch, lines)) {
      const excerpt = await reader.read(offset, entry.line).catch(() => undefined);
      near = excerpt && { lines: excerpt.text.split(/\r?\n/), firstLine: excerpt.firstLine };
    }
    if (near) contexts.set(entry, cutContext(near, stretch, lines));
  }
  await reader?.close();
}

/** Lines of a file. */
interface Nearby {
  readonly lines: readonly string[];
  /** From 1. */
  readonly firstLine: number;
}

/** The lines of a record. */
interface Stretch {
  readonly start: number;
  readonly count: number;
}

function stretchOf({ line, text, foundAs }: TimelineEntry, requestId: string): Stretch {
  const at = createFindId(text, spellingsOf(foundAs ?? requestId))(0)?.at ?? 0;
  return { start: line - (text.slice(0, at).split('\n').length - 1), count: text.split('\n').length };
}

/** Whether lines hold a record with those around it. The first and the last of them may be cut. */
function covers({ lines, firstLine }: Nearby, { start, count }: Stretch, around: number): boolean {
  const isFromBeginning = firstLine === 1 || start - around > firstLine;
  return start >= firstLine && isFromBeginning && start + count + around < firstLine + lines.length - 1;
}

function cutContext({ lines, firstLine }: Nearby, { start, count }: Stretch, around: number): RecordContext {
  const from = start - firstLine;
  const after = lines.slice(from + count, from + count + around);
  if (after.at(-1) === '') after.pop();
  return { before: lines.slice(Math.max(0, from - around), Math.max(0, from)), after };
}
