import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const level = '(?<level>TRACE|DEBUG|INFO|WARN|ERROR)';
// tracing-subscriber has microseconds, the level in five columns, spans, target and message; `pretty` indents by two.
const subscriber = new RegExp(`^ {0,2}(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z)\\s{1,2}${level} `);
// env_logger: [time LEVEL target] message.
const environment = new RegExp(
  `^\\[(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)\\s{1,2}${level}\\s{1,2}[\\w:.-]{1,255}\\] `,
);
// Without microseconds a path of Rust must follow.
const beforePath = new RegExp(
  `^(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d))\\s{1,2}${level}\\s{1,2}(?=\\w{1,128}::\\w)`,
);

/** Rust's tracing and env_logger. */
export const tracing: LogFormat = {
  id: 'tracing',
  title: 'Rust tracing',
  first: ' 0123456789[',
  multiline: true,
  readLine: (line, context) => {
    if (!/^.{10,12}T/.test(line)) return undefined;
    const match = line.startsWith('[')
      ? environment.exec(line)
      : (subscriber.exec(line) ?? (line.includes('::') ? beforePath.exec(line) : null));
    if (!match) return undefined;
    return {
      time: readTime(match.groups?.['time'] ?? '', context),
      level: readLevelName(match.groups?.['level'] ?? ''),
      message: line.slice(match[0].length).trimStart(),
    };
  },
};
