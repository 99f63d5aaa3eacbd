import { InvalidArgumentError } from 'commander';

export const describeSince = 'leave out records before this time (ISO 8601, UTC when it has no zone; or 30m, 2h, 1d ago)';
export const describeUntil = 'leave out records from this time on';

/** A stretch of time, in milliseconds since 1970. */
export interface TimeWindow {
  readonly since?: number;
  readonly until?: number;
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Whether no time is in a stretch. */
export function isEmptyTime({ since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }: TimeWindow): boolean {
  return since >= until;
}

/** Reads a time as an option gives it. @returns milliseconds since 1970 @throws InvalidArgumentError for anything else */
export function readMoment(value: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  const length = units[unit];
  if (length !== undefined) return Date.now() - Number(count) * length;
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/.exec(value);
  const hasTime = /[T ]/.test(value);
  const ms = iso ? Date.parse(hasTime && iso.groups?.['zone'] === undefined ? `${value.replace(' ', 'T')}Z` : value) : Number.NaN;
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(ms) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value.slice(0, 10))
    throw new InvalidArgumentError('It must be a time such as 2026-05-04T12:00:00Z, or 2h for two hours ago.');
  return ms;
}
