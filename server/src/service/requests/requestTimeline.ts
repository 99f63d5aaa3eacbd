import { groupBy } from '../../shared/groupBy.ts';
import { type FoundRecord, mayBeCut, type RequestTimeline, type TimelineEntry } from './foundRecord.ts';
import { findWhole } from '../logs/findWhole.ts';

/**
 * Puts records in the order of their times. One without a time keeps its place after its predecessor in the same file, or
 * before its successor; records of files without any time come last.
 * @param requestId the id that was looked for; absent: every record is one of the request
 */
export function buildTimeline(found: readonly FoundRecord[], requestId?: string): RequestTimeline {
  const records = shareZones(requestId === undefined ? found : leaveOutLonger(found, requestId));
  const times = assignTimes(records);
  const ordered = records.toSorted(
    (a, b) =>
      (times.get(a) ?? Number.POSITIVE_INFINITY) - (times.get(b) ?? Number.POSITIVE_INFINITY) ||
      (a.nanoseconds ?? 0) - (b.nanoseconds ?? 0) ||
      compareText(a.file, b.file) ||
      a.line - b.line,
  );
  const entries: TimelineEntry[] = [];
  let before: number | undefined;
  for (const found of ordered) {
    const ms = found.record.time?.ms;
    entries.push({ ...found, gapMs: ms === undefined || before === undefined ? null : ms - before });
    before = ms ?? before;
  }
  const known = entries.flatMap(({ record }) => record.time?.ms ?? []);
  const first = known.at(0);
  const last = known.at(-1);
  // A gateway's 502 at the end is not the API's answer.
  const failed = entries.findLast(({ record }) => record.code !== undefined)?.record;
  const of = failed?.path === undefined ? undefined : failed;
  return {
    entries,
    durationMs: known.length < 2 || first === undefined || last === undefined ? null : last - first,
    code: failed?.code,
    status: failed?.status ?? lastKnown(entries, 'status'),
    method: of ? of.method : lastKnown(entries, 'method'),
    path: of ? of.path : lastKnown(entries, 'path'),
    leftOut: found.length - records.length,
  };
}

/**
 * Leaves out the records of longer ids where one record contains the id by itself. Otherwise the user looks for a part of an
 * id. The others say how they write the id, where it is not as it was asked for.
 */
function leaveOutLonger(records: readonly FoundRecord[], requestId: string): readonly FoundRecord[] {
  const placed = records.map((found) => ({ found, whole: findWhole(found.text, requestId) }));
  const isPart = placed.every(({ whole }) => whole === undefined);
  const left = placed.filter(({ found, whole }) => isPart || whole !== undefined || mayBeCut(found.text));
  return left.map(({ found, whole }) => {
    const foundAs = whole && found.text.slice(whole.at, whole.end);
    return foundAs === undefined || found.text.includes(requestId) ? found : { ...found, foundAs };
  });
}

/**
 * Records of one file without a zone have that of one that carries a line with a zone: of a request of Rails it is the first
 * line.
 */
function shareZones(records: readonly FoundRecord[]): readonly FoundRecord[] {
  const zoned = records.filter(({ record }) => record.time?.learntEast !== undefined);
  if (zoned.length === 0) return records;
  const eastOf = new Map(zoned.map((found) => [`${fileOf(found)} ${found.record.format}`, found.record.time?.learntEast ?? 0]));
  return records.map((found) => {
    const { time, format } = found.record;
    const east = eastOf.get(`${fileOf(found)} ${format}`);
    if (time?.zoneAssumed !== true || east === undefined) return found;
    const ms = time.ms + (time.assumed?.east ?? 0) - east;
    return { ...found, record: { ...found.record, time: { ms, zoneAssumed: false, learntEast: east } } };
  });
}

function fileOf({ source, uri, file }: FoundRecord): string {
  return `${source} ${uri ?? file}`;
}

/** The time that each record is sorted by. */
function assignTimes(records: readonly FoundRecord[]): Map<FoundRecord, number> {
  const times = new Map<FoundRecord, number>();
  for (const inFile of groupBy(records, fileOf).values()) {
    const byLine = inFile.toSorted((a, b) => a.line - b.line);
    let time = byLine.find(({ record }) => record.time !== undefined)?.record.time?.ms;
    for (const found of byLine) {
      time = found.record.time?.ms ?? time;
      if (time !== undefined) times.set(found, time);
    }
  }
  return times;
}

function lastKnown<Name extends 'status' | 'method' | 'path'>(
  entries: readonly TimelineEntry[],
  name: Name,
): TimelineEntry['record'][Name] {
  return entries.findLast(({ record }) => record[name] !== undefined)?.record[name];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
