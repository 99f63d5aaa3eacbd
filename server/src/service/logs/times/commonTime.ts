import type { LogTime } from '../logRecord.ts';
import { toMoment } from './moment.ts';

/** A time found in a text, and where it ends. */
export interface FoundTime {
  readonly time: LogTime;
  readonly start: number;
  readonly end: number;
}

// RFC 3339 section 5.6: T and Z may be small letters.
const rfc3339 =
  /^\[?(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,:](\d{1,9}))?([Zz]|[+-]\d\d:?\d\d)?(?![\dA-Za-z+-]|[.,:]\d|\s?\[?(?:A[fmnrstu]|Eu|Indian|Pac|Etc)[a-z]{0,8}\/|\s(?:[AaPp][Mm]|[Z+-]|(?!INFO|WARN)[A-Z]{3,4}(?![A-Za-z])))/;
const ncsa = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d\d\d\d)$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Reads the time at the beginning of a text, also after a bracket, in the forms of nearly all logs: RFC 3339 (also with a
 * space, a comma, no zone) and NCSA's. Every line has a time, and trying all patterns takes several times as long.
 * @returns undefined where it is not certain that `findTime` would find the same
 */
export function readCommonTime(text: string): FoundTime | undefined {
  const match = rfc3339.exec(text);
  if (match) {
    const [{ length: end }, year, month, day, hour, minute, second, fraction, zone] = match;
    const timeOfDay =
      readClock(hour, minute, second) + (fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6));
    return toFound(toMoment(Number(year), Number(month) - 1, Number(day), timeOfDay), zone, text.startsWith('[') ? 1 : 0, end);
  }
  const access = text.length === 26 ? ncsa.exec(text) : null;
  if (!access) return undefined;
  const [, day, month = '', year, hour, minute, second, zone] = access;
  return toFound(toMoment(Number(year), months.indexOf(month), Number(day), readClock(hour, minute, second)), zone, 0, 26);
}

function toFound(ms: number | undefined, zone: string | undefined, start: number, end: number): FoundTime | undefined {
  const east = zone === undefined ? 0 : readZone(zone);
  if (ms === undefined || Number.isNaN(ms) || Number.isNaN(east)) return undefined;
  return { time: { ms: ms - east, zoneAssumed: zone === undefined }, start, end };
}

/** `hh:mm:ss` in milliseconds; not a number where there is no such time of day. */
function readClock(hour = '', minute = '', second = ''): number {
  return hour < '24' && minute < '60' && second < '60'
    ? ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
    : Number.NaN;
}

/** Milliseconds east of UTC; not a number where there is no such zone. */
function readZone(zone: string): number {
  if (zone.length === 1) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return hours > 14 || minutes > 59 ? Number.NaN : (zone.startsWith('-') ? -60_000 : 60_000) * (hours * 60 + minutes);
}
