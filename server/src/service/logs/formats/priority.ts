import { readSyslogSeverity } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';

const head = /^<(\d{1,3})>(?=\S)/;
const highest = 191;

/** A line with syslog's priority and nothing else of syslog, as services write it to systemd: `<3>message`. */
export const priority: LogFormat = {
  id: 'syslog',
  title: "systemd's priorities",
  first: '<',
  multiline: true,
  readLine: (line) => {
    const match = head.exec(line);
    if (!match || Number(match[1]) > highest) return undefined;
    const message = line.slice(match[0].length);
    return { level: readSyslogSeverity(Number(match[1]) % 8), message, inner: message, group: 'priority' };
  },
};
