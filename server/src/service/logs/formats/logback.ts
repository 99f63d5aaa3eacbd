import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const stamp =
  /^(?:\[(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,\d]{0,10})\]|(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?|\d\d:\d\d:\d\d[.,]\d{3}))[ \t]{1,3}/;
const level = '(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE|FINE|FINER|FINEST|CONFIG)';
const bracketed = '\\[[^\\]]{0,255}\\]';
const logger = '[\\w.$/[\\]-]{1,255}';
/** The part after the time in the default patterns of loggers, and in patterns close to them. */
const shapes: readonly RegExp[] = [
  // Spring Boot: level, process id, dashes, [application], [thread], logger.
  new RegExp(`${level} (?:\\[[^\\]]{0,255}\\] ?)?\\d{1,10} --- (?:${bracketed} ?){1,4}\\s{0,3}(?:${logger})\\s{0,60}: `, 'y'),
  // Level before the thread: LEVEL [thread] logger - message.
  new RegExp(`${level}\\s{1,3}${bracketed}(?: ${bracketed}){0,3}(?:\\s{1,3}${logger})?(?:\\s{0,60}:| -)\\s{1,3}`, 'y'),
  // Thread before the level: [thread] LEVEL logger - message.
  new RegExp(`${bracketed}(?: ${bracketed}){0,3} {1,3}${level}\\s{1,3}${logger}(?: ${bracketed}){0,3}(?:\\s{0,60}:| -)\\s`, 'y'),
];
// Kafka and ZooKeeper: [time] LEVEL message (logger).
const kafka = new RegExp(`${level} `, 'y');
const inBrackets = [...shapes, kafka];
// Spark and Hadoop: yy/MM/dd HH:mm:ss LEVEL logger: message. Hive has the thread before the level.
const spark =
  /^(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d(?:[.,]\d{3})?) {1,2}(?:\[[^\]]{1,255}\]: )?(TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2}[\w.$-]{1,255}: /;
const utilLogging = /^(\p{L}{3,5}\.? \d\d?, \d{4},? \d{1,2}:\d\d:\d\d\s[AP]M) [\w.$]{1,255} [\w$<>]{1,128}$/u;
// log4j's own example (TTCC): milliseconds since the start [thread] LEVEL logger - message.
const sinceStart = new RegExp(`^\\d{1,10} {1,12}${bracketed} ${level} {1,3}${logger}(?: {1,3}${logger})? {0,60} - `);
// tinylog: time, thread, method; the level is on the second line, too.
const tinylog = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) \[[^\]]{1,128}\] \w{1,64}(?:[.$]\w{1,64}){1,20}(?:\(\))?$/;
// Its second line has the level and the message.
const levelLine = /^(\p{Lu}{4,13}|\p{Lo}{2}): /u;

/**
 * Java's loggers in their usual patterns: Logback, log4j, Spring Boot, java.util.logging. Stack traces belong to their record.
 */
export const logback: LogFormat = {
  id: 'logback',
  title: 'Logback and log4j',
  first: '0123456789[JFMASONDEGLjfmasondegl',
  multiline: true,
  readLine: (line, context) => {
    const time = stamp.exec(line);
    const after = time?.[0].length ?? 0;
    // Any form without brackets after the time ends with one of these.
    const isPossible = time?.[1] !== undefined || line.includes(':', after) || line.includes(' -', after);
    for (const shape of time && isPossible ? (time[1] === undefined ? shapes : inBrackets) : []) {
      shape.lastIndex = after;
      const match = shape.exec(line);
      if (!match) continue;
      return {
        time: readTime(time?.[1] ?? time?.[2] ?? '', context),
        level: readLevelName(match[1] ?? ''),
        message: line.slice(shape.lastIndex).trimStart() || line,
      };
    }
    const short = line.charAt(2) === '/' ? spark.exec(line) : null;
    if (short) {
      const [head, year, month, day, clock, word] = short;
      const time = readTime(`20${year}-${month}-${day} ${clock}`, context);
      return { time, level: readLevelName(word ?? ''), message: line.slice(head.length) };
    }
    const elapsed = /^\d{1,10} {1,12}\[/.test(line) ? sinceStart.exec(line) : null;
    if (elapsed) {
      const [head] = elapsed;
      return { level: readLevelName(elapsed[1] ?? ''), hasClock: true, message: line.slice(head.length) };
    }
    const util = /^[A-Za-z]/.test(line) ? utilLogging.exec(line) : line.charAt(20) === '[' ? tinylog.exec(line) : null;
    return util ? { time: readTime(util[1] ?? '', context), message: line, group: 'util' } : undefined;
  },
  readLaterLine: (line, { group }) => {
    const match = group === 'util' ? levelLine.exec(line) : undefined;
    const level = readLevelName(match?.[1] ?? '');
    return match && level ? { level, message: line.slice(match[0].length) } : undefined;
  },
};
