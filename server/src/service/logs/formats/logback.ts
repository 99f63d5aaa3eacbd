import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const level = '(?<level>TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE|FINE|FINER|FINEST|CONFIG)';
const time =
  '\\[?(?<time>\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?)\\]?';
const bracketed = '\\[[^\\]]{0,255}\\]';
const logger = '[\\w.$/[\\]-]{1,255}';
/** Patterns that loggers are configured with by default, or nearly. */
const shapes: readonly RegExp[] = [
  // Spring Boot: time, level, process id, dashes, [application], [thread], logger.
  new RegExp(
    `^${time}\\s{1,3}${level} (?:\\[[^\\]]{0,255}\\] ?)?\\d{1,10} --- (?:${bracketed} ?){1,4}\\s{0,3}(?:${logger})\\s{0,60}: `,
  ),
  // Level before the thread: time LEVEL [thread] logger - message.
  new RegExp(`^${time}\\s{1,3}${level}\\s{1,3}${bracketed}(?: ${bracketed}){0,3}\\s{1,3}${logger}(?:\\s{0,60}:| -)\\s{1,3}`),
  // Thread before the level: time [thread] LEVEL logger - message; the date may be missing.
  new RegExp(
    `^(?:${time}|\\d\\d:\\d\\d:\\d\\d[.,]\\d{3})\\s{1,3}${bracketed}(?: ${bracketed}){0,3} {1,3}${level}\\s{1,3}${logger}(?: ${bracketed}){0,3}(?:\\s{0,60}:| -)\\s`,
  ),
  // Kafka and ZooKeeper: [time] LEVEL message (logger).
  new RegExp(`^\\[(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3})\\] ${level} `),
];
const utilLogging = /^([A-Z][a-z]{2} \d\d?, \d{4},? \d{1,2}:\d\d:\d\d\s[AP]M) [\w.$]{1,255} [\w$<>]{1,128}$/;
// Its second line has the level and the message.
const levelLine = /^(SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST): /;

/** Java's loggers in their usual patterns: Logback, log4j, Spring Boot, java.util.logging. Stack traces belong to their record. */
export const logback: LogFormat = {
  id: 'logback',
  title: 'Logback and log4j',
  first: '0123456789[JFMASOND',
  multiline: true,
  readLine: (line, context) => {
    for (const shape of shapes) {
      const match = shape.exec(line);
      if (!match) continue;
      return {
        time: readTime(match.groups?.['time'] ?? '', context),
        level: readLevelName(match.groups?.['level'] ?? ''),
        message: line.slice(match[0].length).trimStart() || line,
      };
    }
    const util = utilLogging.exec(line);
    return util ? { time: readTime(util[1] ?? '', context), message: line, group: 'util' } : undefined;
  },
  readLaterLine: (line, { group }) => {
    const match = group === 'util' ? levelLine.exec(line) : undefined;
    return match ? { level: readLevelName(match[1] ?? ''), message: line.slice(match[0].length) } : undefined;
  },
};
