import { readSyslogSeverity } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const clock =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?: [A-Z]{3,5})?';
// A priority, a running number, the device's name, its clock, where a star or a dot says that it was not set.
const head = new RegExp(
  `^(?:<\\d{1,3}>)?(?:\\d{1,12}: )?(?:[\\w.-]{1,255}:? )?(?:\\d{1,12}: )?[*.]?(${clock})(?: [\\w.-]{1,255})? {0,2}: {1,2}(%[A-Z][\\w-]{1,60}-([0-7])-\\w{1,60}: )`,
);

/** Network devices of Cisco: `May 4 12:00:00.123 UTC: %LINK-3-UPDOWN: message`. */
export const cisco: LogFormat = {
  id: 'cisco',
  title: 'Cisco',
  holds: ': %',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    return {
      time: readTime(match[1] ?? '', context),
      level: readSyslogSeverity(Number(match[3])),
      message: line.slice(match[0].length - (match[2] ?? '').length),
    };
  },
};
