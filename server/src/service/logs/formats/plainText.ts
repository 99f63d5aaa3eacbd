import { findLevel, readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { findTime, guessYear } from '../logTime.ts';

// A time further in belongs to the message.
const furthestTime = 64;
const headLength = 120;
const glog = /^([IWEF])(\d\d)(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\s{1,10}\d{1,19} [^\s\]]{1,200}\] /;
const leadingLevel = /^[[(<]?([A-Za-z]{3,11})\d?[\])>]?(?:[:\s|-]|$)/;
const leadingId = /^[[(]?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-/;
const glogLevels = { I: 'info', W: 'warn', E: 'error', F: 'fatal' } as const;

/** Text lines that begin with a time, a level or an id: Python, Java, Go, Rails, Laravel, Lambda, and whatever a program prints. */
export const plainText: LogFormat = {
  id: 'plain-text',
  title: 'plain text',
  readLine: (line, context) => {
    if (/^\s/.test(line)) return undefined;
    return readGlog(line, context) ?? readTimed(line, context) ?? readUntimed(line);
  },
};

function readTimed(line: string, context: ReadContext): LineFields | undefined {
  const found = findTime(line, furthestTime, context);
  if (!found) return undefined;
  const before = leadingLevel.exec(line.slice(0, found.start));
  const rest = line.slice(found.end).replace(/^[\])\s:|-]{1,5}/, '');
  const level =
    (before?.[1] === undefined ? undefined : readLevelName(before[1])) ??
    findLevel(line.slice(found.end, found.end + headLength));
  return { time: found.time, level, message: rest === '' ? line : found.start > 24 ? line : rest };
}

function readUntimed(line: string): LineFields | undefined {
  const word = leadingLevel.exec(line)?.[1];
  // `Error: …` at the start of a line is the first line of a stack trace, `ERROR …` and `[error] …` are records.
  const level = word !== undefined && (word === word.toUpperCase() || line.startsWith('[')) ? readLevelName(word) : undefined;
  return level !== undefined || leadingId.test(line) ? { level, message: line } : undefined;
}

/** `E0517 15:04:22.619632 1952452992 file.cc:253] message`, as glog and klog write it. */
function readGlog(line: string, context: ReadContext): LineFields | undefined {
  const match = glog.exec(line);
  if (!match) return undefined;
  const [month, day, hour, minute, second] = match.slice(2, 7).map(Number);
  const milliseconds = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
  const timeOfDay = (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000 + milliseconds;
  const level = glogLevels[match[1] as keyof typeof glogLevels];
  return { time: guessYear((month ?? 1) - 1, day ?? 1, timeOfDay, context), level, message: line.slice(match[0].length) };
}
