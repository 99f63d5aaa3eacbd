import { type FoundTime, readCommonTime } from './commonTime.ts';
import type { LogTime, ReadContext } from '../logRecord.ts';
import { toMoment } from './moment.ts';
import { monthName, monthNumber, readMonth } from './monthNames.ts';
import { zoneOffset, zonePlace } from './zones.ts';

const month = monthName;
const seconds = ':(?<second>\\d\\d)(?:[.,:](?<fraction>\\d{1,9}))?';
const clock = `(?<hour>\\d\\d):(?<minute>\\d\\d)${seconds}`;
const half = '(?:\\s(?<half>[AP]M|[ap]m)(?!\\w))?';
const anyClock = `(?<hour>\\d\\d?):(?<minute>\\d\\d)(?:${seconds}|(?!:|\\d))${half}`;
// Hours east of UTC of the names that mean one zone only; CST, IST, BST and MST mean several.
const zoneNames: Readonly<Record<string, number>> = {
  ...{ HST: -10, AKST: -9, AKDT: -8, PST: -8, PDT: -7, MDT: -6, CDT: -5, EST: -5, EDT: -4, WET: 0, WEST: 1, CET: 1, CEST: 2 },
  ...{ EET: 2, EEST: 3, SAST: 2, MSK: 3, HKT: 8, AWST: 8, JST: 9, KST: 9, ACST: 9.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
};
const zoneName = `(?:(?:UTC|GMT)[+-]\\d{1,2}(?::?\\d\\d)?(?![\\d:])|(?:UTC|GMT|${Object.keys(zoneNames).join('|')})(?![A-Za-z]))`;
const zone = `(?<zone>\\s?[Zz](?![A-Za-z])|\\s?${zoneName}|\\s?[+-](?:0\\d|1[0-4]):?[0-5]\\d(?!\\d)|[+-](?:0\\d|1[0-4])(?![\\d:]))?(?:\\s?\\[?(?<place>${zonePlace})\\]?)?`;

/** Each form names year, month, day, hour, minute, second, fraction and zone as far as it has them. */
const forms: readonly RegExp[] = [
  // RFC 3339 and ISO 8601, also with a space, a comma before the fraction (Python, Java), slashes (Go, nginx), or no seconds.
  new RegExp(
    `(?<![\\d.])(?<year>\\d{4})([-/.:])(?<month>\\d\\d?)\\2(?<day>\\d\\d?)(?:[Tt ]\\s?|,\\s|\\]\\s?\\[|-(?=\\d\\d:))${anyClock}${zone}`,
  ),
  // ISO 8601 in its basic format: 20260504T120000Z, also with a dash before a clock with colons. Not in the name of a file:
  // backup-20260504T120000.tar.
  new RegExp(
    `(?<year>(?:19|20)\\d\\d)(?<![\\w.-]\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)(?:T|[T -](?=\\d\\d:))(?<hour>\\d\\d)(?<colon>:?)(?<minute>\\d\\d)\\k<colon>(?<second>\\d\\d)(?:[.,:](?<fraction>\\d{1,9}))?${zone}(?!\\w|[.-]\\w)`,
  ),
  // NCSA access logs: 10/Oct/2000:13:55:36 -0700.
  new RegExp(`(?<!\\d)(?<day>\\d\\d)/(?<month>${month})/(?<year>\\d{4})[: ]${clock}${zone}`),
  // Syslog, RFC 3164 section 4.1.2, without a year; C's ctime and Apache's error log have it at the end, Cisco's and JavaScript's
  // `Mon May 04 2026 12:00:01 GMT+0200 (CEST)` before the clock.
  new RegExp(
    `(?<![A-Za-z])(?<month>${month})(?:\\s{1,2}|-)(?<day>\\d{1,2})\\s(?:(?<year>\\d{4})\\s)?${clock}(?:\\s(?<zone>${zoneName}|[+-](?:0\\d|1[0-4]):?[0-5]\\d(?!\\d)))?(?:\\s(?<lastYear>\\d{4})(?!\\d)(?:\\s(?<lastZone>[+-](?:0\\d|1[0-4]):?[0-5]\\d(?!\\d)))?)?`,
  ),
  // RFC 9110 section 5.6.7: Sun, 06 Nov 1994 08:49:37 GMT. With dots the day is first everywhere: 04.05.2026 12:00:01.
  new RegExp(
    `(?<![\\d.])(?<day>\\d{1,2})(?:[ -](?=[A-Za-z]|${monthNumber})|\\.(?=\\d))(?<month>${month}|${monthNumber}|\\d{1,2})[ .-](?<year>\\d{4}),?\\s${anyClock}${zone}`,
  ),
  // Node-RED's 4 May 12:00:01, without a year.
  new RegExp(`(?<![\\w.:-])(?<day>\\d{1,2})[ -](?<month>${month}) ${anyClock}${zone}`),
  // 05/04/2026, 1:02:03 PM, as Nest writes it, 25/12/2025 13:02:03: either of the two may be the month. With two digits for the
  // year, 26/05/04 12:00:01, 04-May-26 12:00:01, any of the three may be anything.
  new RegExp(
    `(?<![\\w./-])(?<one>\\d{1,2})(?<slash>[/.-])(?<two>\\d{1,2}|${month})\\k<slash>(?<year>\\d{4}|\\d\\d(?=,?\\s\\d{1,2}:\\d\\d:)),?\\s(?:-\\s)?(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?:${seconds}|(?!:|\\d))${half}${zone}`,
  ),
  // ASSP's May-04-26 12:00:01.
  new RegExp(`(?<![A-Za-z])(?<month>${month})-(?<day>\\d\\d)-(?<year>\\d\\d(?:\\d\\d)?)\\s${clock}${zone}`),
  // Java's and Go's short patterns at the start of a line, 05-04 12:00:01.123, without a year.
  new RegExp(
    `^\\[?(?<month>0[1-9]|1[0-2])-(?<day>\\d\\d) (?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)[.,](?<fraction>\\d{3,9})(?!\\d)`,
  ),
  // Java's medium style: May 4, 2026 1:02:03 PM, as WebLogic writes it with a zone, Netlify without a year.
  new RegExp(
    `(?<![A-Za-z])(?<month>${month})\\s(?<day>\\d{1,2}),(?:\\s(?<year>\\d{4}),?(?=\\s\\d)|(?=\\s\\d{1,2}:\\d\\d:\\d\\d\\s[AP]M))\\s(?<hour>\\d{1,2}):(?<minute>\\d\\d)${seconds}(?:\\s(?<half>[AP]M))?(?:\\s(?<zone>${zoneName}))?`,
  ),
];

/** The same, for a text that begins with the name of a month, perhaps: that form first. */
const nameFirst = [...forms.slice(3), ...forms.slice(0, 3)];
// Every form has a clock. Most lines without a time have none, and trying all forms takes ten times as long.
const anySign = /\d:\d\d|\d{8}[T -]\d\d/;
// JavaScript's name of the zone after its offset.
const zoneInWords = /^\s\([A-Z][^()]{1,60}\)/;

/**
 * Finds the first time that begins in the first `within` characters of a text.
 * @returns undefined when there is no time, or only a time without a year whose year cannot be derived
 */
export function findTime(text: string, within: number, context: ReadContext): FoundTime | undefined {
  const common = readCommonTime(text);
  if (common !== undefined && common.start <= within) return common;
  const head = text.slice(0, within + 40);
  if (!anySign.test(head)) return undefined;
  let best: RegExpExecArray | undefined;
  for (const form of /^[A-Za-z]/.test(head) ? nameFirst : forms) {
    const match = form.exec(head);
    if (match && match.index <= within && (best === undefined || match.index < best.index)) best = match;
    // No form begins with a bracket.
    if (best && (best.index === 0 || (best.index === 1 && /^[[(<]/.test(head)))) break;
  }
  const time = best?.groups && toTime(best.groups, context);
  if (!best || !time) return undefined;
  const end = best.index + best[0].length;
  const words = /[GU]/.test(best.groups?.['zone'] ?? '') ? zoneInWords.exec(text.slice(end, end + 64)) : null;
  return { time, start: best.index, end: end + (words?.[0].length ?? 0) };
}

/** TAI64N, as multilog and svlogd write it: seconds since 1970 with 2^62 and ten added, and nanoseconds. */
const tai64 = /^@(4[\da-f]{15})([\da-f]{8})(?=\s|$)/;
const leadingCount = /^\[?(\d{10}\.\d{3,9}|1\d{12}(?:\d{3}){0,2}|1\d{9}(?=\]|\s{1,4}\[?[A-Z]{4,8}\b))(?=[\]\s|,;:])/;
// Signs that only a time has beside it: brackets, a fraction, a column's end, a level.
const sureCount =
  /^(?:\[|\d{10}\.|\d{10}(?!\d)|\d{13,19}(?:\t|\s{0,4}[[|{<]|\s{1,4}(?:trace|debug|info|notice|warn(?:ing)?|err(?:or)?|fatal|critical)\b))/i;
const oldest = 5 * 366 * 86_400_000;
const oldestBare = 366 * 86_400_000;
const youngest = 86_400_000;

/** A count since 1970 at the start of a line. */
interface LeadingCount extends FoundTime {
  /** Only its size suggests that it is a time: it may be an order's number or a trace's id. */
  readonly bare: boolean;
}

/**
 * Finds a count since 1970 at the beginning of a line of text. A count in seconds needs a fraction, brackets or a word in
 * capitals after it, and is from the five years before the log was written. Where only its size suggests that it is a time, it
 * is from the last year.
 */
export function findLeadingCount(line: string, { near }: ReadContext): LeadingCount | undefined {
  const [stamp, label = '0', nanos = '0'] = tai64.exec(line) ?? [];
  if (stamp !== undefined) {
    const ms = Number(BigInt(`0x${label}`) - (1n << 62n) - 10n) * 1_000 + Math.floor(Number.parseInt(nanos, 16) / 1e6);
    return { time: { ms, zoneAssumed: false }, start: 0, end: stamp.length, bare: false };
  }
  if (near === undefined || !/^\[?\d{10}/.test(line)) return undefined;
  const match = leadingCount.exec(line.slice(0, 40));
  const time = readEpoch(Number(match?.[1]));
  const bare = !sureCount.test(line.slice(0, 40));
  if (!match || !time || time.ms < near - (bare ? oldestBare : oldest) || time.ms > near + youngest) return undefined;
  return { time, start: line.startsWith('[') ? 1 : 0, end: match[0].length, bare };
}

/** Reads a text that is a time as a whole, except for white space around it; undefined for any other text. */
export function readTime(text: string, context: ReadContext): LogTime | undefined {
  const common = text.length <= 100 ? readCommonTime(text) : undefined;
  if (common !== undefined) return common.time;
  const trimmed = text.trim();
  if (trimmed.length > 100) return undefined;
  if (/^\d{9,19}(?:\.\d{1,9})?$/.test(trimmed)) return readEpoch(Number(trimmed));
  return findTime(trimmed, 6, context)?.time;
}

/** A count since 1970 in seconds, milliseconds, microseconds or nanoseconds; its size determines the unit. */
export function readEpoch(value: number): LogTime | undefined {
  if (!Number.isFinite(value) || value < 1e8) return undefined;
  const unit = [1e11, 1e14, 1e17, 1e20].findIndex((limit) => value < limit);
  const factor = [1e3, 1, 1e-3, 1e-6][unit];
  return factor === undefined ? undefined : { ms: Math.floor(value * factor), zoneAssumed: false };
}

/**
 * A time without a year (`MMDD hh:mm:ss`): the latest such time that is not more than a day after `near`.
 * @param monthIndex from 0
 */
export function guessYear(monthIndex: number, day: number, timeOfDay: number, context: ReadContext): LogTime | undefined {
  if (context.near === undefined) return undefined;
  const year = new Date(context.near).getUTCFullYear();
  // Leap years are up to eight years apart.
  for (let candidate = year + 1; candidate > year - 9; candidate--) {
    const ms = toMoment(candidate, monthIndex, day, timeOfDay);
    if (ms !== undefined && ms <= context.near + 86_400_000) return { ms, zoneAssumed: true, yearAssumed: true };
  }
  return undefined;
}

type TimeParts = Readonly<Record<string, string | undefined>>;

function toTime(parts: TimeParts, context: ReadContext): LogTime | undefined {
  const date = decideDate(parts, context);
  if (date === undefined) return undefined;
  const { year, month, day: dayText } = date;
  const monthIndex = readMonth(month ?? '');
  const [day, clockHour, minute, second] = [dayText, parts['hour'], parts['minute'], parts['second'] ?? '0'].map(Number);
  const hour = parts['half'] === undefined ? clockHour : ((clockHour ?? 0) % 12) + (/^p/i.test(parts['half']) ? 12 : 0);
  if (day === undefined || hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 + Number(minute === 0 && second === 0) || minute > 59 || second > 60) return undefined;
  const milliseconds = Math.floor(Number(`0.${parts['fraction'] ?? '0'}`) * 1000 + 1e-6);
  const timeOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  const offset = readZone((parts['zone'] ?? parts['lastZone'])?.trim());
  const ms =
    year === undefined
      ? guessYear(monthIndex, day, timeOfDay, context)?.ms
      : toMoment(Number(year) + (year.length === 2 ? 2000 : 0), monthIndex, day, timeOfDay);
  if (ms === undefined) return undefined;
  const east = offset ?? (parts['place'] === undefined ? undefined : zoneOffset(parts['place'], ms));
  const time = { ms: ms - (east ?? 0), zoneAssumed: east === undefined };
  return year === undefined ? { ...time, yearAssumed: true } : time;
}

interface DateParts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function decideDate(parts: TimeParts, context: ReadContext): DateParts | undefined {
  if (parts['one'] === undefined) return { year: parts['year'] ?? parts['lastYear'], month: parts['month'], day: parts['day'] };
  return parts['year']?.length === 2 ? decideYear(parts, context) : decideMonth(parts, context);
}

/**
 * Decides which of two numbers is the month:
 * - the one that can be a month;
 * - the first before AM and PM in capitals, as Americans write them;
 * - the one that does not give a date after the last change of the log.
 * @returns undefined when it cannot be decided: a wrong month is worse than no time
 */
function decideMonth({ one = '', two = '', half: halfOfDay, year }: TimeParts, { near }: ReadContext): DateParts | undefined {
  const [monthFirst, dayFirst] = [
    { year, month: one, day: two },
    { year, month: two, day: one },
  ];
  if (Number(one) === Number(two) || Number(two) > 12) return monthFirst;
  if (Number(one) > 12) return dayFirst;
  if (halfOfDay === 'AM' || halfOfDay === 'PM') return monthFirst;
  const possible = [monthFirst, dayFirst].filter(({ month, day }) => {
    const ms = toMoment(Number(year), Number(month) - 1, Number(day), 0);
    return near !== undefined && ms !== undefined && ms <= near + youngest;
  });
  return possible.length === 1 ? possible[0] : undefined;
}

/**
 * Decides which of three numbers is the year, and which the month: the only reading within the five years before the log's last
 * change. Loggers write year, month, day (Spark, Hadoop, Hive), day, month, year, or, except with dots, month, day, year.
 * @returns undefined when no reading is possible, or more than one
 */
function decideYear(
  { one = '', slash, two = '', year = '', half: halfOfDay }: TimeParts,
  { near }: ReadContext,
): DateParts | undefined {
  if (near === undefined) return undefined;
  const american = { year, month: one, day: two };
  const others = [...(one.length === 2 ? [{ year: one, month: two, day: year }] : []), { year, month: two, day: one }];
  const orders = slash === '.' ? others : slash === '/' && /^[AP]/.test(halfOfDay ?? '') ? [american] : [american, ...others];
  const possible = new Map<number, DateParts>();
  for (const order of orders) {
    const ms = toMoment(2000 + Number(order.year), readMonth(order.month), Number(order.day), 0);
    if (ms !== undefined && ms > near - oldest && ms <= near + youngest) possible.set(ms, { ...order, year: `20${order.year}` });
  }
  const [only] = possible.values();
  return possible.size === 1 ? only : undefined;
}

/** Milliseconds east of UTC. */
function readZone(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const match = /([+-])(\d\d?):?(\d\d)?$/.exec(text);
  if (!match) return (zoneNames[text] ?? 0) * 3_600_000;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0');
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
