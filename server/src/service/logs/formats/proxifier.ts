import type { LogFormat } from '../logRecord.ts';
import { guessYear } from '../times/logTime.ts';

const head = /^\[(\d\d)\.(\d\d) (\d\d):(\d\d):(\d\d)\] (?=[^\s[].{0,80}? - )/;

/** `[10.30 16:49:06] chrome.exe - host:443 open …`, as Proxifier writes it: month and day without a year. */
export const proxifier: LogFormat = {
  id: 'proxifier',
  title: 'Proxifier',
  first: '[',
  holds: ' - ',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return undefined;
    const message = line.slice(match[0].length);
    return {
      time: guessYear(month - 1, day, ((hour * 60 + minute) * 60 + second) * 1000, context),
      level: / error : /.test(message) ? 'error' : undefined,
      message,
    };
  },
};
