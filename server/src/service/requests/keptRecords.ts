import type { FoundRecord } from './foundRecord.ts';

/** The records that are kept of a request: of many the first, the last, and those that failed. */
export interface KeptRecords {
  /** @returns how many characters more are kept now; it may be less than before */
  readonly add: (record: FoundRecord) => number;
  /** How many were added. */
  readonly total: () => number;
  /** In the order that they were added in, at most as many as are to be kept. */
  readonly list: () => readonly FoundRecord[];
}

/** Keeps the records that say most about a request, in memory that is bounded by their number. @param most how many are kept */
export function createKeptRecords(most: number): KeptRecords {
  const failed: Numbered[] = [];
  const others: Numbered[] = [];
  let total = 0;
  return {
    add: (record) => {
      const kept = hasFailed(record) ? failed : others;
      kept.push({ record, number: total++ });
      // Only now and then, since it sorts.
      const dropped = kept.length > 2 * most ? dropMiddle(kept, most) : 0;
      return record.text.length - dropped;
    },
    total: () => total,
    list: () => {
      dropMiddle(failed, most);
      // One without a failure still says when it began or ended.
      dropMiddle(others, Math.max(0, most - failed.length));
      return [...failed, ...others].sort((one, other) => one.number - other.number).map(({ record }) => record);
    },
  };
}

interface Numbered {
  readonly record: FoundRecord;
  readonly number: number;
}

/** An error, a status of one, or a code of a catalogue. */
function hasFailed({ record: { level, status = 0, code } }: FoundRecord): boolean {
  return code !== undefined || level === 'error' || level === 'fatal' || status >= 500;
}

/** Keeps so many of the earliest and the latest. @returns the characters of the others */
function dropMiddle(kept: Numbered[], most: number): number {
  if (kept.length <= most) return 0;
  // Those without a time have that of the one found before them.
  let time = 0;
  const times = new Map(
    kept.toSorted((one, other) => one.number - other.number).map((each) => [each, (time = each.record.record.time?.ms ?? time)]),
  );
  kept.sort((one, other) => (times.get(one) ?? 0) - (times.get(other) ?? 0) || one.number - other.number);
  const first = Math.ceil(most / 2);
  return kept.splice(first, kept.length - most).reduce((sum, { record }) => sum + record.text.length, 0);
}
