import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const line =
  /^\[pid: \d{1,10}\|app: [-\w]{1,20}\|req: [-\d/]{1,40}\] \S{0,64} \([^)]{0,64}\) \{[^}]{0,64}\} \[([A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})\] ([A-Z]{3,20}) (\S{1,8000}) => generated -?\d{1,20} bytes in \d{1,12} (?:msecs|micros) (?:via [a-z()]{1,40} )?\(HTTP\/[\d.]{1,3} (\d{3})\)/;

/** uWSGI's own line for each request. */
export const uwsgi: LogFormat = {
  id: 'uwsgi',
  title: 'uWSGI',
  first: '[',
  holds: '=> generated ',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return undefined;
    const [, time = '', method, path, status] = match;
    return {
      time: readTime(time, context),
      status: Number(status) >= 100 ? Number(status) : undefined,
      ...{ method, path, message: [method, path, status].join(' ') },
    };
  },
};
