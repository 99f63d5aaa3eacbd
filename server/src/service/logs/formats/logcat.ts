import type { LogFormat } from '../logRecord.ts';
import { guessYear } from '../logTime.ts';

const head = /^(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})\s{1,6}\d{1,7}\s{1,6}\d{1,7} ([VDIWEFA]) [^:]{0,128}: /;
const levels = { V: 'trace', D: 'debug', I: 'info', W: 'warn', E: 'error', F: 'fatal', A: 'fatal' } as const;

/** Android's `logcat -v threadtime`: month and day, time, process, thread, level, tag. */
export const logcat: LogFormat = {
  id: 'logcat',
  title: 'Android logcat',
  first: '01',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = match.slice(1, 7).map(Number);
    const timeOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    return {
      time: guessYear(month - 1, day, timeOfDay, context),
      level: levels[match[7] as keyof typeof levels],
      message: line.slice(match[0].length),
    };
  },
};
