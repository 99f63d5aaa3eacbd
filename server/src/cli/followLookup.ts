import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { type FollowedFiles, type FollowRequest, noteFiles } from '../adapters/logReading/followLogs.ts';
import type { FoundRecord, TimelineEntry } from '../service/requests/foundRecord.ts';
import { describeRecord, type Lookup } from '../service/requests/lookup.ts';
import { renderJsonLine } from '../service/render/json.ts';
import { describeProblem } from '../shared/problem.ts';
import { renderEntry } from './lookupOutput.ts';
import { printable } from './printable.ts';
import type { Streams } from './streams.ts';

/** How a look-up goes on. */
export interface FollowOptions extends Omit<FollowRequest, 'recogniser' | 'onRecord' | 'skip' | 'now'> {
  readonly recogniser: () => Promise<LogRecogniser>;
  readonly format: 'pretty' | 'json';
  readonly output: Streams;
  /** Takes out of a record what is not to be seen; absent: nothing is taken out. */
  readonly redact?: (entry: TimelineEntry, requestId: string) => Promise<TimelineEntry>;
}

/** A look-up that goes on. */
export interface FollowedLookup extends FollowedFiles {
  /** Prints the records of the search as those that come are printed. */
  readonly print: (lookup: Lookup) => void;
  /** The records of the search are not printed again. */
  readonly leaveOut: (lookup: Lookup) => void;
  /** Whether a record of an id came. */
  readonly hasCome: (requestId: string) => boolean;
  /** Whether something could not be read. */
  readonly hasSkipped: () => boolean;
}

/**
 * Notes how far logs are written, so that nothing is missed while they are searched. Then the records that come are printed, one after
 * the other: as text, or as JSON, a line each.
 */
export async function prepareToFollow(options: FollowOptions): Promise<FollowedLookup> {
  const { output, format, redact } = options;
  // Redaction takes its time, and records are printed in their order.
  let printing = Promise.resolve();
  /** Those that were printed already. */
  const known = new Set<string>();
  const named = new Set<string>();
  const come = new Set<string>();
  const keyOf = ({ file, record, text }: FoundRecord): string => `${file}\0${record.time?.ms}\0${text}`;
  const printJson = (found: FoundRecord, requestId: string): void =>
    output.out(`${renderJsonLine({ requestId, ...describeRecord(found) })}\n`);
  const printEntry = (entry: TimelineEntry, requestId: string): void => {
    if (format === 'json') printJson(entry, requestId);
    else output.out(`${renderEntry(entry, requestId, output.colours).join('\n')}\n`);
  };
  const followed = await noteFiles({
    ...options,
    recogniser: await options.recogniser(),
    now: () => Date.now(),
    onRecord: (found, requestId) => {
      come.add(requestId);
      if (known.has(keyOf(found))) return;
      const entry = { ...found, gapMs: null };
      if (redact === undefined) printEntry(entry, requestId);
      else printing = printing.then(async () => printEntry(await redact(entry, requestId), requestId));
    },
    skip: (file, reason) => {
      const said = printable(describeProblem({ file: options.displayPath(file), reason }));
      if (!named.has(said)) output.error(`${said}\n`);
      named.add(said);
    },
  });
  const leaveOut = ({ requests }: Lookup): void => {
    for (const { timeline } of requests) for (const entry of timeline.entries) known.add(keyOf(entry));
  };
  const print = ({ requests }: Lookup): void => {
    for (const { requestId, timeline } of requests) for (const entry of timeline.entries) printJson(entry, requestId);
  };
  const follow = async (): Promise<void> => {
    await followed.follow();
    await printing;
  };
  return { follow, print, leaveOut, hasCome: (requestId) => come.has(requestId), hasSkipped: () => named.size > 0 };
}
