import { readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const level = '(?<level>DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)';
const stamp = /^(\[?)(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[,.]\d{1,6})?(?: [+-]\d{4})?)/;
/** The part after a time. */
const stamped: readonly RegExp[] = [
  // The documentation's formats: time - logger - LEVEL - message, and with colons.
  new RegExp(` - (?:[\\w.\\- /]{1,128} - )?${level} - `, 'y'),
  new RegExp(`:${level}:`, 'y'),
  // loguru: time | LEVEL | module:function:line - message.
  /\s\|\s(?<level>[A-Z]{4,8})\s{1,8}\|\s[\w.<>:-]{1,255} - /y,
];
/** The part after a time in brackets. */
const bracketed: readonly RegExp[] = [
  // Gunicorn and uwsgi: [time] [process] [LEVEL] message.
  new RegExp(`\\] \\[\\d{1,10}\\] \\[${level}\\] `, 'y'),
  // Celery: [time: LEVEL/process] message.
  new RegExp(`: ${level}/[^\\]]{1,64}\\] `, 'y'),
];
const untimed: readonly RegExp[] = [
  // basicConfig without a format: LEVEL:logger:message.
  new RegExp(`${level}:[\\w.\\-/]{1,128}:`, 'y'),
  // uvicorn: LEVEL in ten columns.
  new RegExp(`${level}: {2,8}`, 'y'),
];
// Django's development server and http.server: [04/May/2026 12:00:00] "GET / HTTP/1.1" 404 13.
const server =
  /^(?:\S{1,64} - - )?\[(\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d)\] "([A-Z]{3,10}) ([^"\s]{1,8000}) HTTP\/[\d.]{1,3}" (\d{3}) /;

/**
 * Python's `logging` in its usual formats: basicConfig, Django, uvicorn, Gunicorn, Celery, loguru. Tracebacks belong to their
 * record.
 */
export const python: LogFormat = {
  id: 'python',
  title: 'Python logging',
  first: '0123456789[DIWECF',
  multiline: true,
  readLine: (line, context) => readServer(line, context) ?? readShapes(line, context),
};

function readShapes(line: string, context: ReadContext): LineFields | undefined {
  const time = stamp.exec(line);
  for (const shape of time ? (time[1] === '' ? stamped : bracketed) : untimed) {
    shape.lastIndex = time?.[0].length ?? 0;
    const match = shape.exec(line);
    if (!match) continue;
    return {
      time: time?.[2] === undefined ? undefined : readTime(time[2], context),
      level: readLevelName(match.groups?.['level'] ?? ''),
      message: line.slice(shape.lastIndex),
    };
  }
  return undefined;
}

function readServer(line: string, context: ReadContext): LineFields | undefined {
  const match = line.includes('] "') ? server.exec(line) : null;
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
