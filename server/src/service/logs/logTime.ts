import type { LogTime, ReadContext } from './logRecord.ts';

/** A time found in a text, and where it ends. */
export interface FoundTime {
  readonly time: LogTime;
  readonly start: number;
  readonly end: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const clock = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,:](?<fraction>\\d{1,9}))?';
// Hours east of UTC of the names that stand for one zone only; CST, IST and BST do not.
const zoneNames: Readonly<Record<string, number>> = { PST: -8, PDT: -7, MDT: -6, EST: -5, EDT: -4, CET: 1, CEST: 2, JST: 9 };
const zoneName = `(?:UTC|GMT|${Object.keys(zoneNames).join('|')})(?![A-Za-z])`;
const zone = `(?<zone>\\s?Z(?![A-Za-z])|\\s?${zoneName}|\\s?[+-]\\d\\d:?\\d\\d(?!\\d)|[+-]\\d\\d(?![\\d:]))?`;

/** Each form names year, month, day, hour, minute, second, fraction and zone as far as it has them. */
const forms: readonly RegExp[] = [
  // RFC 3339 and ISO 8601, also with a space, a comma before the fraction (Python, Java) or slashes (Go, nginx).
  new RegExp(`(?<![\\d.])(?<year>\\d{4})([-/])(?<month>\\d\\d)\\2(?<day>\\d\\d)[T ]\\s?${clock}${zone}`),
  // NCSA access logs: 10/Oct/2000:13:55:36 -0700.
  new RegExp(`(?<!\\d)(?<day>\\d\\d)/(?<month>${month})/(?<year>\\d{4})[: ]${clock}${zone}`),
  // Syslog, RFC 3164 section 4.1.2, without a year; C's ctime and Apache's error log have it at the end.
  new RegExp(
    `(?<![A-Za-z])(?<month>${month})\\s{1,2}(?<day>\\d{1,2})\\s${clock}(?:\\s(?<zone>${zoneName}))?(?:\\s(?<year>\\d{4})(?!\\d))?`,
  ),
  // RFC 9110 section 5.6.7: Sun, 06 Nov 1994 08:49:37 GMT.
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})[ -](?<month>${month})[ -](?<year>\\d{4})\\s${clock}${zone}`),
  // American, as Nest writes it: 05/04/2026, 1:02:03 PM. Without AM or PM the day may come first.
  new RegExp(
    `(?<!\\d)(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4}),?\\s(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)\\s(?<half>[AP]M)`,
  ),
  // Java's medium style: May 4, 2026 1:02:03 PM.
  new RegExp(
    `(?<![A-Za-z])(?<month>${month})\\s(?<day>\\d{1,2}),\\s(?<year>\\d{4}),?\\s(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)\\s(?<half>[AP]M)`,
  ),
];

/** The same, for a text that begins with the name of a month, perhaps: that form first. */
const nameFirst = [...forms.slice(2), ...forms.slice(0, 2)];

/**
 * Finds the first time that begins in the first `within` characters of a text.
 * @returns undefined when there is none, or one without a year and nothing to tell the year from
 */
export function findTime(text: string, within: number, context: ReadContext): FoundTime | undefined {
  const head = text.slice(0, within + 40);
  let best: RegExpExecArray | undefined;
  for (const form of /^[A-Z]/.test(head) ? nameFirst : forms) {
    const match = form.exec(head);
    if (match && match.index <= within && (best === undefined || match.index < best.index)) best = match;
    // No form begins with a bracket.
    if (best && (best.index === 0 || (best.index === 1 && /^[[(<]/.test(head)))) break;
  }
  const time = best?.groups && toTime(best.groups, context);
  return best && time ? { time, start: best.index, end: best.index + best[0].length } : undefined;
}

/** The time that a text as a whole is, white space around it aside; undefined when it is none. */
export function readTime(text: string, context: ReadContext): LogTime | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 64) return undefined;
  if (/^\d{9,19}(?:\.\d{1,9})?$/.test(trimmed)) return readEpoch(Number(trimmed));
  return findTime(trimmed, 6, context)?.time;
}

/** A count since 1970 in seconds, milliseconds, microseconds or nanoseconds, told apart by its size. */
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
    const date = Date.UTC(candidate, monthIndex, day);
    const ms = date + timeOfDay;
    if (ms <= context.near + 86_400_000 && new Date(date).getUTCDate() === day) return { ms, zoneAssumed: true };
  }
  return undefined;
}

function toTime(parts: Readonly<Record<string, string | undefined>>, context: ReadContext): LogTime | undefined {
  const monthIndex = readMonth(parts['month'] ?? '');
  const [day, clockHour, minute, second] = [parts['day'], parts['hour'], parts['minute'], parts['second']].map(Number);
  const hour = parts['half'] === undefined ? clockHour : ((clockHour ?? 0) % 12) + (parts['half'] === 'PM' ? 12 : 0);
  if (day === undefined || hour === undefined || minute === undefined || second === undefined) return undefined;
  if (monthIndex < 0 || monthIndex > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  const milliseconds = Math.floor(Number(`0.${parts['fraction'] ?? '0'}`) * 1000 + 1e-6);
  const timeOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  if (parts['year'] === undefined) return guessYear(monthIndex, day, timeOfDay, context);
  const offset = readZone(parts['zone']?.trim());
  return { ms: Date.UTC(Number(parts['year']), monthIndex, day) + timeOfDay - (offset ?? 0), zoneAssumed: offset === undefined };
}

function readMonth(text: string): number {
  return /^\d/.test(text) ? Number(text) - 1 : months.indexOf(text.slice(0, 3).toLowerCase());
}

/** Milliseconds east of UTC. */
function readZone(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^[A-Z]/.test(text)) return (zoneNames[text] ?? 0) * 3_600_000;
  const digits = text.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
