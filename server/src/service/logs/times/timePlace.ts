import type { FoundTime } from './commonTime.ts';
import { readLevelName } from '../logLevel.ts';
import type { LogTime, ReadContext } from '../logRecord.ts';

const day = 86_400_000;
const year = 365.2425 * day;
// Zones are from 12 hours west to 14 hours east.
const farthestZone = 14 * 3_600_000;
const inBrackets = /\[[^\]]{0,200}\]|\([^)]{0,200}\)|<[^>]{0,200}>|"[^"]{0,200}"/g;
const plainWord = /(?:^|\s)([A-Za-z][a-z]{1,30})(?=\s|$)/g;
const leadsToDate = /(?:^|\s)(?:until|till|since|from|by|before|after|on|of|due|expires?|expired|valid|to|for):?\s{0,2}$/i;
// The name that a value belongs to.
const valueOf = /([\w@.-]{1,64})["']?=["']?$/;
const timeName = /(?:^|[^a-z])(?:@?time(?:stamp)?|ts|t|date(?:time)?|asctime|at|when|logged)$/i;

/** Whether two times may be those of one record: within a day, but for zones and years that were assumed. */
export function isWithinDay(one: LogTime, other: LogTime): boolean {
  const apart = Math.abs(one.ms - other.ms);
  const ofYear = apart % year;
  const away = one.yearAssumed === true || other.yearAssumed === true ? Math.min(ofYear, year - ofYear) - day : apart;
  return away <= day + (one.zoneAssumed || other.zoneAssumed ? farthestZone : 0);
}

/**
 * Whether a time that is found in a line is the record's own: it begins the line, or only a level, names and the like are
 * before it. A date inside a sentence is text, and so is one that is more than a day from the carrier's.
 */
export function isOwnTime(line: string, { time, start }: FoundTime, { carrier, near }: ReadContext): boolean {
  if (carrier !== undefined && !isWithinDay(carrier, time)) return false;
  if (start <= 1) return true;
  if (near !== undefined && time.ms > near + day) return false;
  const before = line.slice(line.lastIndexOf('\t', start) + 1, start);
  if (before === '' || before.endsWith('@ ')) return true;
  const name = valueOf.exec(before)?.[1];
  if (name !== undefined) return timeName.test(name);
  if (leadsToDate.test(before)) return false;
  const words = [...before.replace(inBrackets, ' ').matchAll(plainWord)].filter(
    ([, word = '']) => readLevelName(word) === undefined,
  ).length;
  if (carrier !== undefined) return words === 0;
  return words <= 1;
}
