import { compileGlob } from '../../matching/glob.ts';
import type { LogTime } from '../logRecord.ts';
import { zoneOffset } from './zones.ts';

/** The zone of the times in some logs that have none. */
export interface AssumedZone {
  /** A glob of files; without a slash it is one of their names. */
  readonly glob: string;
  /** `Europe/Berlin`, `UTC` or `+02:00`. */
  readonly zone: string;
}

/** The zone that the times of a log are in where they have none; undefined: none is known for it. */
export type ZoneOf = (path: string) => string | undefined;

/** A sample in the middle of the years that have zones. */
const anyTime = Date.UTC(2026, 0, 1);

/** Whether a zone can be assumed: a name that the system knows, or an offset. */
export function isZone(zone: string): boolean {
  return zone.length <= 60 && zoneOffset(zone, anyTime) !== undefined;
}

/** Chooses the zone by the first glob that matches a path. Globs that cannot be used were named where they were read. */
export function createZoneOf(zones: readonly AssumedZone[]): ZoneOf {
  if (zones.length === 0) return () => undefined;
  const matchers = zones.map(({ glob, zone }) => {
    const compiled = compileGlob(
      glob.startsWith('/') || glob.startsWith('**/') || /^[A-Za-z]:\//.test(glob) ? glob : `**/${glob}`,
    );
    return { zone, matches: compiled.ok ? compiled.matches : () => false };
  });
  return (path) => {
    const spelled = path.replaceAll('\\', '/');
    return matchers.find(({ matches }) => matches(spelled))?.zone;
  };
}

/** A time without a zone, read in the one that is assumed of it; any other time as it is. */
export function assumeZone(time: LogTime, zone: string | undefined): LogTime {
  const east = zone === undefined || !time.zoneAssumed ? undefined : zoneOffset(zone, time.ms);
  return zone === undefined || east === undefined ? time : { ...time, ms: time.ms - east, assumed: { zone, east } };
}
