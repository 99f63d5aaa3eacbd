import type { LogTime } from './logRecord.ts';
import { toMoment } from './moment.ts';

/** A time found in a text, and where it ends. */
export interface FoundTime {
  readonly time: LogTime;
  readonly start: number;
  readonly end: number;
}

// The text that may continue a time after a space: AM or PM, or a zone, which may be written by its name.
const goesOn = /\s(?:[AaPp][Mm]|[Z+-]|(?!INFO|WARN)[A-Z]{3,4}(?![A-Za-z]))/y;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const space = 0x20;
const bracket = 0x5b;
const dash = 0x2d;
const plus = 0x2b;
const dot = 0x2e;
const comma = 0x2c;
const slash = 0x2f;
// RFC 3339 section 5.6: either may be a small letter.
const letterT = 0x54;
const smallT = 0x74;
const letterZ = 0x5a;
const smallZ = 0x7a;

/**
 * Reads the time at the beginning of a text, also after a bracket, in the forms of nearly all logs: RFC 3339 (also with a
 * space, a comma, no zone) and NCSA's. Every line has a time, and patterns take ten times as long.
 * @returns undefined where it is not certain that `findTime` would find the same
 */
export function readCommonTime(text: string): FoundTime | undefined {
  const start = text.charCodeAt(0) === bracket ? 1 : 0;
  if (text.charCodeAt(start + 4) === dash) return readRfc3339(text, start);
  return start === 0 && text.charCodeAt(2) === slash && text.length === 26 ? readNcsa(text) : undefined;
}

function readRfc3339(text: string, start: number): FoundTime | undefined {
  const separator = text.charCodeAt(start + 10);
  if (text.charCodeAt(start + 7) !== dash || (separator !== letterT && separator !== smallT && separator !== space))
    return undefined;
  const year = readDigits(text, start, 4);
  const month = readDigits(text, start + 5, 2);
  const day = readDigits(text, start + 8, 2);
  const clock = readClock(text, start + 11);
  if (year < 0 || month < 0 || day < 0 || clock < 0) return undefined;
  let end = start + 19;
  let timeOfDay = clock;
  const sign = text.charCodeAt(end);
  if ((sign === dot || sign === comma || sign === colon) && isDigit(text.charCodeAt(end + 1))) {
    let fraction = 0;
    let unit = 1;
    for (end++; isDigit(text.charCodeAt(end)); end++) {
      fraction = fraction * 10 + text.charCodeAt(end) - zero;
      unit *= 10;
    }
    // With more digits than this, the fraction is not read completely.
    if (unit > 1e9) return undefined;
    timeOfDay += Math.floor((fraction / unit) * 1000 + 1e-6);
  }
  const offset = readOffset(text, end);
  const ms = offset === undefined ? undefined : toMoment(year, month - 1, day, timeOfDay);
  if (offset === undefined || ms === undefined) return undefined;
  const { length, east } = offset;
  return { time: { ms: ms - east, zoneAssumed: length === 0 }, start, end: end + length };
}

function readNcsa(text: string): FoundTime | undefined {
  if (text.charCodeAt(6) !== slash || text.charCodeAt(11) !== colon || text.charCodeAt(20) !== space) return undefined;
  const day = readDigits(text, 0, 2);
  const year = readDigits(text, 7, 4);
  const clock = readClock(text, 12);
  const offset = readOffset(text, 21);
  if (day < 0 || year < 0 || clock < 0 || offset === undefined || offset.length !== 5) return undefined;
  const ms = toMoment(year, months.indexOf(text.slice(3, 6)), day, clock);
  return ms === undefined ? undefined : { time: { ms: ms - offset.east, zoneAssumed: false }, start: 0, end: 26 };
}

interface Offset {
  /** Characters that it takes. */
  readonly length: number;
  /** Milliseconds. */
  readonly east: number;
}

const none: Offset = { length: 0, east: 0 };
const utc: Offset = { length: 1, east: 0 };

/** The zone at an offset; of no characters when there is no zone. Undefined when the zone needs a closer look. */
function readOffset(text: string, at: number): Offset | undefined {
  const sign = text.charCodeAt(at);
  if (sign === letterZ || sign === smallZ) return isLetter(text.charCodeAt(at + 1)) ? undefined : utc;
  if (sign === plus || sign === dash) {
    const minutesAt = at + (text.charCodeAt(at + 3) === colon ? 4 : 3);
    const hours = readDigits(text, at + 1, 2);
    const minutes = readDigits(text, minutesAt, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || isDigit(text.charCodeAt(minutesAt + 2))) return undefined;
    return { length: minutesAt + 2 - at, east: (sign === dash ? -60_000 : 60_000) * (hours * 60 + minutes) };
  }
  if (isLetter(sign)) return undefined;
  goesOn.lastIndex = at;
  return goesOn.test(text) ? undefined : none;
}

/** `hh:mm:ss` in milliseconds; -1 for any other text. */
function readClock(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== colon || text.charCodeAt(at + 5) !== colon) return -1;
  const hour = readDigits(text, at, 2);
  const minute = readDigits(text, at + 3, 2);
  const second = readDigits(text, at + 6, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -1;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** -1 when one of them is no digit. */
function readDigits(text: string, at: number, count: number): number {
  let value = 0;
  for (let next = at; next < at + count; next++) {
    const unit = text.charCodeAt(next);
    if (!isDigit(unit)) return -1;
    value = value * 10 + unit - zero;
  }
  return value;
}

function isDigit(unit: number): boolean {
  return unit >= zero && unit <= nine;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
