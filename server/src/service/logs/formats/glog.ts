import type { LogFormat } from '../logRecord.ts';
import { guessYear } from '../times/logTime.ts';
import { toMoment } from '../times/moment.ts';

const head =
  /^\s{0,40}([IWEF])(\d\d(?:\d\d)?)?(\d\d)(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\s{1,10}\d{1,19} (?:[^\s\]]{1,200}\] |[^\s\]]{1,200}:\d{1,7} (?:⋮ )?\[[^\]]{0,200}\] (?:\d{1,12} {1,2})?)/;
const levels = { I: 'info', W: 'warn', E: 'error', F: 'fatal' } as const;

/**
 * `E0517 15:04:22.619632 1952452992 file.cc:253] message`, as glog and Kubernetes' klog write it; newer glog has the year, and
 * CockroachDB's two digits of it.
 */
export const glog: LogFormat = {
  id: 'glog',
  title: 'glog and klog',
  first: 'IWEF \t',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [month, day, hour, minute, second] = match.slice(3, 8).map(Number);
    const milliseconds = Math.floor(Number(`0.${match[8] ?? '0'}`) * 1000 + 1e-6);
    const timeOfDay = (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000 + milliseconds;
    const monthIndex = (month ?? 1) - 1;
    const ms = match[2] === undefined ? undefined : toMoment(Number(match[2].padStart(4, '20')), monthIndex, day ?? 1, timeOfDay);
    const dated = ms === undefined ? undefined : { ms, zoneAssumed: true };
    const time = match[2] === undefined ? guessYear(monthIndex, day ?? 1, timeOfDay, context) : dated;
    return { time, level: levels[match[1] as keyof typeof levels], message: line.slice(match[0].length) };
  },
};
