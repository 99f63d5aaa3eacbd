import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { guessYear } from '../times/logTime.ts';

const head =
  /^\[\d{1,10}:\d{1,20}:(\d\d)(\d\d)\/(\d\d)(\d\d)(\d\d)(?:\.(\d{1,6}))?:(INFO|WARNING|ERROR|FATAL|VERBOSE\d{1,2}):[^\s\]]{1,200}\] /;

/** Chromium, Electron and tools that drive them: `[process:thread:MMDD/hhmmss.uuuuuu:ERROR:file.cc(12)] message`. */
export const chromium: LogFormat = {
  id: 'chromium',
  title: 'Chromium and Electron',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 6).map(Number);
    const milliseconds = Math.floor(Number(`0.${match[6] ?? '0'}`) * 1000 + 1e-6);
    const time = guessYear(month - 1, day, ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds, context);
    return { time, level: readLevelName(match[7] ?? ''), message: line.slice(match[0].length) };
  },
};
