import type { LogFormat, LogLevel } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head =
  /^\[(\d{1,2}\/\d{1,2}\/\d{2,4}[, ]{1,2}\d{1,2}:\d\d:\d\d:\d{3} [A-Z]{2,5})\] [0-9a-f]{8} (\S{1,80})\s{1,40}([FEWAICDORZ123><])\s{1,4}(?=\S)/;
const levels: Readonly<Record<string, LogLevel>> = {
  ...{ F: 'fatal', E: 'error', W: 'warn', A: 'info', I: 'info', C: 'debug', D: 'debug', O: 'info', R: 'error' },
  ...{ '1': 'debug', '2': 'trace', '3': 'trace', '>': 'trace', '<': 'trace' },
};

/** IBM's WebSphere and Liberty: time with a zone, thread, logger, a letter for the level. */
export const websphere: LogFormat = {
  id: 'websphere',
  title: 'WebSphere and Liberty',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = line.charAt(2) === '/' || line.charAt(3) === '/' ? head.exec(line) : null;
    if (!match) return undefined;
    return {
      time: readTime(match[1] ?? '', context),
      level: levels[match[3] ?? ''],
      hasClock: true,
      message: line.slice(match[0].length),
    };
  },
};
