import { findCarriedJson } from '../carriedJson.ts';
import { readHeadLevel } from '../headLevel.ts';
import { findLevel, readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { findLeadingCount, findTime } from '../times/logTime.ts';
import { isOwnTime } from '../times/timePlace.ts';

// A time further in belongs to the message.
const furthestTime = 64;
// After a space only a line that begins with a time, or a name in brackets before it, is a record.
const indentedTime = 16;
const headLength = 120;
const levelLetters: Readonly<Record<string, LineFields['level']>> = {
  'E [': 'error',
  'W [': 'warn',
  'I [': 'info',
  'D [': 'debug',
  ...{ '(C)': 'fatal', '(W)': 'warn', '(I)': 'info', '(N)': 'info', '(E)': 'error', '(D)': 'debug' },
};
// Without a date it is no time, but it begins a record: [12:00:00 INF] …
const timeOfDay =
  /^\[?(?:\d\d:\d\d:\d\d(?:[.,]\d{1,6})?Z?|\d{1,2}:\d\d(?::\d\d)? ?[AP]M|\s{0,8}\d{1,9}\.\d{3,9}s?(?=\]))(?=[\s\]])/;
// A date that there is not (31 February) is no time, but it begins a record as well.
const dated = /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
// The same is true of a date whose day and month cannot be distinguished.
const undecided =
  /^(?:\[Nest\] \d{1,8} {1,3}- )?\[?\d{1,2}([/.-])\d{1,2}\1(?:\d\d){1,2},? \d{1,2}:\d\d(?::\d\d)?(?:[.,:]\d{1,6})?(?: [AaPp][Mm])?(?=[\s\],:;|-])/;
// Every line gets a time where a container's output is collected: those of stack traces, too.
const stackLine =
  /^ (?:\s{1,40}(?:at |File "|\.{3} \d|Suppressed: |\^|~)|\tat |\s{3,40}\S|Caused by: |\.{3} \d{1,4} (?:more|common)|Traceback \(most recent call last\):|The above exception|During handling)/;
const longestPairs = 2_000;
const pairs = /^[\s\])|]{0,4}(?:[\w.-]{1,60}=(?:"[^"]{0,200}"|[^\s"]{0,200}) ){1,20}/;
// The beginnings of lines of loggers that have a level which is no word.
const otherFormat = /^(?:[IWEF]\d{4}|[DIWEF], \[|<\d|[\w.-]{1,64}\/)/;
const leadingId = /^[[(]?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-/;

/** Text lines of no other format that begin with a time, a level or an id. */
export const text: LogFormat = {
  id: 'text',
  title: 'plain text',
  multiline: true,
  readLine: (line, context) => {
    if (/^\s/.test(line)) return readIndented(line, context);
    return readTimed(line, furthestTime, context) ?? readUntimed(line);
  },
};

/** A line with its own time and level begins a record however it is indented. */
function readIndented(line: string, context: ReadContext): LineFields | undefined {
  if (/^ \S/.test(line)) return readTimed(line, indentedTime, context) ?? readBadge(line);
  const fields = /^\s{2,40}[[(]?\d{4}[-/]\d\d/.test(line) ? readTimed(line.trimStart(), 1, context) : undefined;
  return fields?.level === undefined ? undefined : fields;
}

/** Azure's App Service names a process before the level: `PID[4464] Error       message`. */
function azureLevel(head: string): LineFields['level'] {
  const word = /^\s{1,4}PID\[\d{1,10}\] ([A-Z][a-z]{3,10})\s/.exec(head)?.[1];
  return word === undefined ? undefined : readLevelName(word);
}

function readTimed(line: string, furthest: number, context: ReadContext): LineFields | undefined {
  const count = findLeadingCount(line, context);
  const found = count ?? findTime(line, furthest, context);
  if (!found || (!count && !isOwnTime(line, found, context))) return undefined;
  const before = found.start < 2 ? undefined : findLevel(line.slice(0, found.start));
  // CUPS and Cisco's tools: one letter before a time in brackets; qBittorrent has the letter in brackets.
  const letter = found.start === 3 || found.start === 4 ? levelLetters[line.slice(0, 3)] : undefined;
  const rest = line.slice(found.end).replace(/^[\])>\s:|,;-]{1,5}/, '');
  const after = beforeJson(line.slice(found.end, found.end + headLength));
  const level = letter ?? before ?? azureLevel(after) ?? findLevel(after) ?? behindPairs(line, found.end);
  const isLater = level === undefined && found.start === 0 && stackLine.test(after);
  const message = rest === '' || found.start > 24 ? line : leaveOutLevel(rest);
  return { time: found.time, level, isLater, isBareCount: count?.bare, message, mayCarry: findCarried(line, rest, level) };
}

/** The level behind the metadata that Elixir's logger and others have before it: `request_id=… [error] …`. */
function behindPairs(line: string, from: number): LineFields['level'] {
  const [whole] = pairs.exec(line.slice(from, from + longestPairs)) ?? [];
  return whole === undefined ? undefined : findLevel(line.slice(from + whole.length, from + whole.length + headLength));
}

/** A level in JSON is that of the JSON: of the record, only where that carries it. */
function beforeJson(head: string): string {
  const at = head.indexOf('{"');
  return at < 0 ? head : head.slice(0, at);
}

/** The record that a line carries: JSON behind a prefix, or, where no level is found, a line behind the first time. */
function findCarried(line: string, rest: string, level: LineFields['level']): string | undefined {
  return findCarriedJson(line) ?? (level === undefined && otherFormat.test(rest) ? rest : undefined);
}

/** Removes the level from a message, because the level is shown beside it. `Error: …` is a part of the message and stays. */
function leaveOutLevel(message: string): string {
  const head = readHeadLevel(message);
  return head === undefined || (head.isWeak && !/^[a-z]/.test(message)) ? message : message.slice(head.end);
}

/** consola's level, with a colour behind it on a terminal: ` ERROR  message`. */
function readBadge(line: string): LineFields | undefined {
  const head = readHeadLevel(line);
  return head && { level: head.level, message: line.slice(head.end) };
}

function readUntimed(line: string): LineFields | undefined {
  const day = undecided.exec(line);
  const clock = day ?? timeOfDay.exec(line) ?? dated.exec(line);
  const mayCarry = findCarried(line, '', undefined);
  const clockLevel = clock
    ? (findLevel(line.slice(clock[0].length, headLength)) ?? behindPairs(line, clock[0].length))
    : undefined;
  if (day || clockLevel !== undefined) return { level: clockLevel, hasClock: true, message: line, mayCarry };
  const head = readHeadLevel(line);
  if (head) return { level: head.level, isWeak: head.isWeak, message: line.slice(head.end), mayCarry };
  return leadingId.test(line) || mayCarry !== undefined ? { message: line, mayCarry } : undefined;
}
