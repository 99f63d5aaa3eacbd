import { findLevel, readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { findLeadingCount, findTime } from '../logTime.ts';

// A time further in belongs to the message.
const furthestTime = 64;
// After a space only a line that begins with a time, or a name in brackets before it, is a record.
const indentedTime = 16;
const headLength = 120;
// HTTP and LOG are levels by themselves only: `HTTP 500 from …` and `LOG file …` begin sentences.
const leadingLevel =
  /^[[(<]?(?!(?:HTTP|LOG)(?: (?!\[)|-|$))([A-Za-z]{3,11})\d?(?:\s{0,8}[\])>](?:[:\s|-]|(?=\[)|$)|[:\s|]|-(?!\w)|$)/;
const levelLetters: Readonly<Record<string, LineFields['level']>> = {
  'E [': 'error',
  'W [': 'warn',
  'I [': 'info',
  'D [': 'debug',
};
// Without a date it is no time, but it begins a record: [12:00:00 INF] …
const timeOfDay = /^\[?(?:\d\d:\d\d:\d\d(?:[.,]\d{1,6})?|\d{1,2}:\d\d(?::\d\d)? ?[AP]M)(?=[\s\]])/;
// A date that there is not (31 February) is no time, but it begins a record as well.
const dated = /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
// The same is true of a date whose day and month cannot be distinguished.
const undecided =
  /^(?:\[Nest\] \d{1,8} {1,3}- )?\[?\d{1,2}([/.-])\d{1,2}\1(?:\d\d){1,2},? \d{1,2}:\d\d(?::\d\d)?(?:[.,:]\d{1,6})?(?: [AaPp][Mm])?(?=[\s\],:;|-])/;
// Every line gets a time where a container's output is collected: those of stack traces, too.
const stackLine =
  /^ (?:\s{1,40}(?:at |File "|\.{3} \d|Suppressed: |\^|~)|\tat |\s{3,40}\S|Caused by: |\.{3} \d{1,4} (?:more|common)|Traceback \(most recent call last\):|The above exception|During handling)/;
const leadingId = /^[[(]?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-/;

/** Text lines of no other format that begin with a time, a level or an id. */
export const text: LogFormat = {
  id: 'text',
  title: 'plain text',
  multiline: true,
  readLine: (line, context) => {
    if (/^\s/.test(line)) return /^ \S/.test(line) ? (readTimed(line, indentedTime, context) ?? readBadge(line)) : undefined;
    return readTimed(line, furthestTime, context) ?? readUntimed(line);
  },
};

/** Azure's App Service names a process before the level: `PID[4464] Error       message`. */
function azureLevel(head: string): LineFields['level'] {
  const word = /^\s{1,4}PID\[\d{1,10}\] ([A-Z][a-z]{3,10})\s/.exec(head)?.[1];
  return word === undefined ? undefined : readLevelName(word);
}

function readTimed(line: string, furthest: number, context: ReadContext): LineFields | undefined {
  const count = findLeadingCount(line, context);
  const found = count ?? findTime(line, furthest, context);
  if (!found) return undefined;
  const before = leadingLevel.exec(line.slice(0, found.start));
  // CUPS and Cisco's tools: one letter before a time in brackets.
  const letter = found.start === 3 ? levelLetters[line.slice(0, 3)] : undefined;
  const rest = line.slice(found.end).replace(/^[\])>\s:|,;-]{1,5}/, '');
  const level =
    letter ??
    (before?.[1] === undefined ? undefined : readLevelName(before[1])) ??
    azureLevel(line.slice(found.end, found.end + headLength)) ??
    findLevel(line.slice(found.end, found.end + headLength));
  const isLater = level === undefined && found.start === 0 && stackLine.test(line.slice(found.end, found.end + headLength));
  return {
    time: found.time,
    level,
    isLater,
    isBareCount: count?.bare,
    message: rest === '' || found.start > 24 ? line : leaveOutLevel(rest),
  };
}

/** Removes the level from a message, because the level is shown beside it. `Error: …` is a part of the message and stays. */
function leaveOutLevel(message: string): string {
  const [whole = '', word = ''] = leadingLevel.exec(message) ?? [];
  // `[ERROR 404] …` is no level in brackets.
  if (/^[[(<][^\])>]*$/.test(whole)) return message;
  const isLevel = (word === word.toUpperCase() || /^[[(<]/.test(whole)) && readLevelName(word) !== undefined;
  return (isLevel && message.slice(whole.length).replace(/^[\s:|-]{1,20}/, '')) || message;
}

/** consola's level, with a colour behind it on a terminal: ` ERROR  message`. */
function readBadge(line: string): LineFields | undefined {
  const [whole, word = ''] = /^ ([A-Z]{4,5}) {2}(?=\S)/.exec(line) ?? [];
  const level = readLevelName(word);
  return whole === undefined || level === undefined ? undefined : { level, message: line.slice(whole.length) };
}

function readUntimed(line: string): LineFields | undefined {
  const day = undecided.exec(line);
  const clock = day ?? timeOfDay.exec(line) ?? dated.exec(line);
  const clockLevel = clock ? findLevel(line.slice(clock[0].length, headLength)) : undefined;
  if (day || clockLevel !== undefined) return { level: clockLevel, hasClock: true, message: line };
  const word = leadingLevel.exec(line)?.[1];
  // `Error: …` at the start of a line is the first line of a stack trace, `ERROR …` and `[error] …` are records.
  const level = word !== undefined && (word === word.toUpperCase() || line.startsWith('[')) ? readLevelName(word) : undefined;
  return level !== undefined || leadingId.test(line) ? { level, message: leaveOutLevel(line) } : undefined;
}
