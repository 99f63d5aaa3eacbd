import type { LogFormat } from '../logRecord.ts';
import { guessYear, readTime } from '../times/logTime.ts';

const stamp = '(?:(?<year>\\d{4})-)?(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3})\\d{0,6}(?: (?<zone>[+-]\\d{4}))?';
// Perhaps a user; process, thread, level, tag. `-v time` has level and tag, then the process.
const head = new RegExp(
  `^${stamp}(?:(?:\\s{1,6}[\\w-]{1,12})?\\s{1,6}\\d{1,7}\\s{1,6}\\d{1,7} (?<level>[VDIWEFA]) (?:[^:]|:(?! )){0,128}: |\\s(?<first>[VDIWEFA])\\/[^(]{1,128}\\(\\s{0,6}\\d{1,7}\\): )`,
);
// `-v brief`.
const brief = /^([VDIWEFA])\/[\w.$:-]{1,100}\s{0,30}\(\s{0,6}\d{1,7}\): /;
// Android Studio's own: process and thread, tag, package.
const studio = new RegExp(
  `^${stamp}\\s{1,6}\\d{1,7}-\\d{1,7}\\s{1,6}.{1,128}?\\s{1,40}\\S{1,200}\\s{1,40}(?<level>[VDIWEFA])\\s{2}`,
);
// Before 2022: process and thread, package, level and tag.
const oldStudio = new RegExp(`^${stamp}\\s{1,6}\\d{1,7}-\\d{1,7}[/ ][\\w.:/?-]{1,200}\\s(?<level>[VDIWEFA])\\/[^:]{1,128}: `);
// `-v long`: the message is on the next line.
const long = new RegExp(`^\\[ ${stamp}\\s{1,6}\\d{1,7}:\\s{0,6}\\d{1,7} (?<level>[VDIWEFA])\\/.{1,128}\\]$`);
const levels = { V: 'trace', D: 'debug', I: 'info', W: 'warn', E: 'error', F: 'fatal', A: 'fatal' } as const;

/**
 * Android's logcat: `-v threadtime` (month and day, time, process, thread, level, tag), also with a year, a zone or a user;
 * `time`, `brief`, and Android Studio's.
 */
export const logcat: LogFormat = {
  id: 'logcat',
  title: 'Android logcat',
  first: '012VDIWEFA[',
  multiline: true,
  readLine: (line, context) => {
    const untimed = line.charAt(1) === '/' ? brief.exec(line) : null;
    if (untimed) {
      const message = line.slice(untimed[0].length);
      return { level: levels[untimed[1] as keyof typeof levels], message, inner: message, group: untimed[0] };
    }
    const isDated = line.charAt(4) === '-' && line.charAt(10) === ' ' && line.charAt(19) === '.';
    if (!isDated && line.charAt(2) !== '-' && !line.startsWith('[')) return undefined;
    const match = line.startsWith('[') ? long.exec(line) : (head.exec(line) ?? studio.exec(line) ?? oldStudio.exec(line));
    if (!match) return undefined;
    const { year, zone, level = '', first = '' } = match.groups ?? {};
    const [month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = match.slice(2, 8).map(Number);
    const timeOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    return {
      time:
        year === undefined
          ? guessYear(month - 1, day, timeOfDay, context)
          : readTime(`${year}-${match[2]}-${match[3]} ${match[4]}:${match[5]}:${match[6]}.${match[7]}${zone ?? ''}`, context),
      level: levels[(level || first) as keyof typeof levels],
      // Undefined: the record's message is on the lines below.
      message: line.slice(match[0].length) || undefined,
    };
  },
};
