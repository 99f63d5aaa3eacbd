import type { LogFormat, LogLevel } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const head = /^\[(\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?: [A-Za-z_/+-]{1,40})?)\] (?:PHP (\w{4,11})(?: error)?: {1,2})?/;
const levels: Readonly<Record<string, LogLevel>> = {
  Fatal: 'fatal',
  Parse: 'error',
  Recoverable: 'error',
  Warning: 'warn',
  Notice: 'info',
  Deprecated: 'info',
};

/** PHP's `error_log`: `[04-May-2026 12:00:00 UTC] PHP Warning:  …`. */
export const phpErrorLog: LogFormat = {
  id: 'php',
  title: 'PHP error log',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const level = match[2] !== undefined && Object.hasOwn(levels, match[2]) ? levels[match[2]] : undefined;
    return { time: readTime(match[1] ?? '', context), level, message: line.slice(match[0].length) };
  },
};
