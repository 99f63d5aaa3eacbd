import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head =
  /^# Time: (?:(\d\d)(\d\d)(\d\d) {1,2}(\d{1,2}:\d\d:\d\d(?:\.\d{1,6})?)|(\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)))\s{0,8}$/;

/** The slow query log of MySQL and MariaDB: the time of an entry, and lines about it below. */
export const mysqlSlow: LogFormat = {
  id: 'mysql-slow',
  title: 'slow query log of MySQL and MariaDB',
  first: '#',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [, year, month, day, clock = '', full] = match;
    return { time: readTime(full ?? `20${year}-${month}-${day} ${clock.padStart(8, '0')}`, context), message: line };
  },
};
