import type { LogFormat, LogLevel } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const stamp = '(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3,6}(?:[+-]\\d{4})?)';
// Thread, type, activity, process, time to live, name.
const usual = new RegExp(
  `^${stamp} 0x[0-9a-f]{1,16}\\s{1,12}(Default|Info|Debug|Error|Fault|Activity)\\s{1,12}0x[0-9a-f]{1,16}\\s{1,24}\\d{1,10}\\s{1,12}\\d{1,10}\\s{1,8}`,
);
// `log show --style compact`: type in two columns, name and process, thread.
const compact = new RegExp(`^${stamp} (Df|Db|I |E |F |A )\\s{0,2}[^[]{1,128}\\[\\d{1,10}:[0-9a-f]{1,16}\\] `);
const levels: Readonly<Record<string, LogLevel>> = {
  ...{ Default: 'info', Df: 'info', Info: 'info', I: 'info', Activity: 'info', A: 'info', Debug: 'debug', Db: 'debug' },
  ...{ Error: 'error', E: 'error', Fault: 'fatal', F: 'fatal' },
};

/** Apple's unified logging, as `log show` and `log stream` print it. */
export const osLog: LogFormat = {
  id: 'os-log',
  title: "Apple's unified logging",
  first: '0123456789',
  multiline: true,
  readLine: (line, context) => {
    if (line.charAt(10) !== ' ' || line.charAt(19) !== '.') return undefined;
    const match = (line.includes(' 0x') ? usual.exec(line) : null) ?? (line.includes(':') ? compact.exec(line) : null);
    if (!match) return undefined;
    return {
      time: readTime(match[1] ?? '', context),
      level: levels[(match[2] ?? '').trim()],
      message: line.slice(match[0].length),
    };
  },
};
