import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const nginxHead = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[([a-z]{4,6})\] \d{1,10}#\d{1,10}: /;
const apacheHead =
  /^\[([A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4})\] \[(?:[\w-]{0,32}:)?([a-z]{4,6})\d?\] /;
const request = /, request: "([A-Z]{3,10}) ([^"\s]{1,8000})/;
const longestMessage = 16_000;

/** nginx's error.log: `2026/05/04 12:00:00 [error] 31#31: *1 …, request: "GET / HTTP/1.1", …`. */
export const nginxErrorLog: LogFormat = {
  id: 'nginx',
  title: 'nginx error log',
  first: '0123456789',
  multiline: true,
  readLine: (line, context) => {
    const match = nginxHead.exec(line);
    if (!match) return undefined;
    const message = line.slice(match[0].length);
    const [, method, path] = request.exec(message.slice(0, longestMessage)) ?? [];
    return { time: readTime(match[1] ?? '', context), level: readLevelName(match[2] ?? ''), method, path, message };
  },
};

/** Apache's error log: `[Wed Oct 11 14:32:52.1234 2000] [core:error] [pid 1:tid 2] [client …] AH00128: …`. */
export const apacheErrorLog: LogFormat = {
  id: 'apache',
  title: 'Apache error log',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = apacheHead.exec(line);
    if (!match) return undefined;
    return {
      time: readTime(match[1] ?? '', context),
      level: readLevelName(match[2] ?? ''),
      message: line.slice(match[0].length),
    };
  },
};
