import { readLevelLetter } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head =
  /^\[([DIWEC]) (?:(\d\d)(\d\d)(\d\d) (\d\d:\d\d:\d\d)|(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?)) ([\w.-]{1,64}(?::\d{1,7})?)\] /;
const request = /^(\d{3}) ([A-Z]{3,8}) (\S{1,8000}) \(/;

/** Tornado and Jupyter: `[W 260504 12:00:00 web:1871] 404 GET /x (192.0.2.1) 1.2ms`. */
export const tornado: LogFormat = {
  id: 'tornado',
  title: 'Tornado and Jupyter',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [whole, letter = '', year, month, day, clock, full] = match;
    const message = line.slice(whole.length);
    const [, status, method, path] = request.exec(message) ?? [];
    return {
      time: readTime(full ?? `20${year}-${month}-${day} ${clock}`, context),
      level: readLevelLetter(letter),
      status: status === undefined ? undefined : Number(status),
      ...{ method, path, message },
    };
  },
};
