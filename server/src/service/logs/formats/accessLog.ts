import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const line =
  /^(?:\S{1,255} )?\S{1,255} \S{1,255} \S{1,255} \[([^\]"]{20,40})\] "(?:([A-Z]{3,20}) )?([^"\s]{0,8000})[^"]{0,2000}" (\d{3}) (?:\d+|-)/;

/** NCSA common and combined, as nginx and Apache write them, also with a virtual host in front. */
export const accessLog: LogFormat = {
  id: 'access-log',
  title: 'nginx and Apache access log',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return undefined;
    const [, time, method, target, status] = match;
    const path = target === '' || target === '-' ? undefined : target;
    return {
      time: readTime(time ?? '', context),
      status: Number(status),
      method,
      path,
      message: [method, target, status].filter((part) => part !== undefined).join(' '),
    };
  },
};
