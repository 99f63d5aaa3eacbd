import type { LogFormat } from '../logRecord.ts';
import { toMoment } from '../times/moment.ts';

const head = /^(\d{4})(\d\d)(\d\d)-(\d{1,2}):(\d{1,2}):(\d{1,2}):(\d{1,3})\|[\w.$-]{1,80}\|\d{1,12}\|/;

/** `20171223-0:0:5:1|Step_LSC|30002312|message`, as Android's health applications write it: no number has leading zeros. */
export const healthApp: LogFormat = {
  id: 'health-app',
  title: 'Android health applications',
  first: '12',
  holds: '|',
  multiline: true,
  readLine: (line) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = match.slice(1, 8).map(Number);
    if (hour > 23 || minute > 59 || second > 59) return undefined;
    const ms = toMoment(year, month - 1, day, ((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
    return ms === undefined ? undefined : { time: { ms, zoneAssumed: true }, message: line.slice(match[0].length) };
  },
};
