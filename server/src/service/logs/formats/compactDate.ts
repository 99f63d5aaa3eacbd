import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { toMoment } from '../times/moment.ts';

const head =
  /^(\d\d)(\d\d)(\d\d) {1,2}(\d{1,2}):?(\d\d):?(\d\d) (?:(?:\d{1,7} )?(?:\[([A-Za-z]{4,8})\]|([A-Z]{4,5})) (?=\S)|(?<= \d{0,2}:?\d\d:\d\d )(?= ?InnoDB: |mysqld))/;

/**
 * `081109 203807 148 INFO class: message`, as Hadoop's log4j writes it, and `221128 14:49:17 [Warning] message` of older MySQL.
 */
export const compactDate: LogFormat = {
  id: 'compact-date',
  title: 'Hadoop and older MySQL',
  first: '0123456789',
  multiline: true,
  readLine: (line) => {
    const match = head.exec(line);
    const level = match ? readLevelName(match[7] ?? match[8] ?? '') : undefined;
    if (!match || (level === undefined && (match[7] ?? match[8]) !== undefined)) return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
    const ms =
      hour > 23 || minute > 59 || second > 59
        ? undefined
        : toMoment(2000 + year, month - 1, day, ((hour * 60 + minute) * 60 + second) * 1000);
    if (ms === undefined) return undefined;
    return { time: { ms, zoneAssumed: true }, level, message: line.slice(match[0].length) };
  },
};
