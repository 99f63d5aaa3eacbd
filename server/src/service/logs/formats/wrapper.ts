import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^([A-Z]{4,6}) {0,4}\| {1,2}((?:jvm \d{1,3}|wrapper\w{0,2}))\s{0,8}\| (\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \| ?/;

/** The Java Service Wrapper: level, process, time, then a line of the program. */
export const wrapper: LogFormat = {
  id: 'wrapper',
  title: 'Java Service Wrapper',
  first: 'DISWEF',
  holds: ' | ',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const inner = line.slice(match[0].length);
    // STATUS is the wrapper's own.
    const level = match[1] === 'STATUS' ? 'info' : readLevelName(match[1] ?? '');
    return { time: readTime(match[3] ?? '', context), level, message: inner, inner, group: match[2] };
  },
};
