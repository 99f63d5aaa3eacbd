import { readLevelName } from '../logLevel.ts';
import type { LogFormat, LogLevel } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head =
  /^\[(\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [A-Za-z_/+-]{1,40})?)\] (?:PHP (\w{4,11})(?: error)?: {1,2}|([A-Z]{5,7}): )?/;
// Without a log file, on the standard error.
const bare = /^PHP (Fatal|Parse|Recoverable fatal|Warning|Notice|Deprecated)(?: error)?: {1,2}/;
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
  first: '[P',
  multiline: true,
  readLine: (line, context) => {
    const untimed = line.startsWith('PHP ') ? bare.exec(line) : null;
    if (untimed) {
      const word = (untimed[1] ?? '').split(' ', 1)[0] ?? '';
      return { level: levels[word], message: line.slice(untimed[0].length) };
    }
    const match = head.exec(line);
    if (!match) return undefined;
    // The process manager has the level in capitals.
    const manager = match[3] === undefined ? undefined : readLevelName(match[3]);
    const level = match[2] !== undefined && Object.hasOwn(levels, match[2]) ? levels[match[2]] : undefined;
    return { time: readTime(match[1] ?? '', context), level: manager ?? level, message: line.slice(match[0].length) };
  },
};
