import { withoutUndefined } from './withoutUndefined.ts';

/** A stretch of time, in milliseconds since 1970. */
export interface TimeWindow {
  readonly since?: number;
  readonly until?: number;
}

const momentForm = 'It must be a time such as 2026-05-04T12:00:00Z, or 2h for two hours ago.';

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Whether no time is in a stretch. */
export function isEmptyTime({ since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }: TimeWindow): boolean {
  return since >= until;
}

/** Reads a time: ISO 8601, in UTC where it has no zone, or `2h` for two hours ago. @returns milliseconds since 1970; undefined for anything else */
export function parseMoment(value: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  const length = units[unit];
  if (length !== undefined) return Date.now() - Number(count) * length;
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/.exec(value);
  const hasTime = /[T ]/.test(value);
  const ms = iso ? Date.parse(hasTime && iso.groups?.['zone'] === undefined ? `${value.replace(' ', 'T')}Z` : value) : Number.NaN;
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  const exists = !Number.isNaN(ms) && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value.slice(0, 10);
  return exists ? ms : undefined;
}

/** The time window that an assistant asks for. @returns the fault of its times, as a sentence for the assistant */
export function readTimeWindow({
  since,
  until,
}: {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}): TimeWindow | string {
  const window: { since?: number; until?: number } = {};
  for (const [name, given] of Object.entries(withoutUndefined({ since, until }))) {
    const moment = parseMoment(given);
    if (moment === undefined) return `${name}: ${given.slice(0, 100)} is not understood. ${momentForm}`;
    window[name as 'since' | 'until'] = moment;
  }
  return isEmptyTime(window) ? 'since must be earlier than until.' : window;
}
