import { readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const level = '(?<level>DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)';
const time = '(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:[,.]\\d{1,6})?(?: [+-]\\d{4})?)';
const shapes: readonly RegExp[] = [
  // basicConfig without a format: LEVEL:logger:message.
  new RegExp(`^${level}:[\\w.\\-/]{1,128}:`),
  // The documentation's formats: time - logger - LEVEL - message, and with colons.
  new RegExp(`^${time} - [\\w.\\- /]{1,128} - ${level} - `),
  new RegExp(`^${time} - ${level} - `),
  new RegExp(`^${time}:${level}:`),
  // Gunicorn and uwsgi: [time] [process] [LEVEL] message.
  new RegExp(`^\\[${time}\\] \\[\\d{1,10}\\] \\[${level}\\] `),
  // Celery: [time: LEVEL/process] message.
  new RegExp(`^\\[${time}: ${level}/[^\\]]{1,64}\\] `),
  // loguru: time | LEVEL | module:function:line - message.
  new RegExp(`^${time} \\| (?<level>[A-Z]{4,8})\\s{0,4}\\| [\\w.<>:-]{1,255} - `),
  // uvicorn: LEVEL in ten columns.
  new RegExp(`^${level}: {2,8}`),
];
// Django's development server and http.server: [04/May/2026 12:00:00] "GET / HTTP/1.1" 404 13.
const server =
  /^(?:\S{1,64} - - )?\[(\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d)\] "([A-Z]{3,10}) ([^"\s]{1,8000}) HTTP\/[\d.]{1,3}" (\d{3}) /;

/** Python's `logging` in its usual formats: basicConfig, Django, uvicorn, Gunicorn, Celery, loguru. Tracebacks belong to their record. */
export const python: LogFormat = {
  id: 'python',
  title: 'Python logging',
  first: '0123456789[DIWECF',
  multiline: true,
  readLine: (line, context) => readServer(line, context) ?? readShapes(line, context),
};

function readShapes(line: string, context: ReadContext): LineFields | undefined {
  for (const shape of shapes) {
    const match = shape.exec(line);
    if (!match) continue;
    const stamp = match.groups?.['time'];
    return {
      time: stamp === undefined ? undefined : readTime(stamp, context),
      level: readLevelName(match.groups?.['level'] ?? ''),
      message: line.slice(match[0].length),
    };
  }
  return undefined;
}

function readServer(line: string, context: ReadContext): LineFields | undefined {
  const match = server.exec(line);
  if (!match) return undefined;
  const [, stamp, method, path, status] = match;
  return {
    time: readTime(stamp ?? '', context),
    status: Number(status),
    method,
    path,
    message: [method, path, status].join(' '),
  };
}
