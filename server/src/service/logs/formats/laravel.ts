import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^\[(\d{4}-\d\d-\d\d[T ][\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)?)\] ([\w.-]{1,64})\.([A-Z]{4,9}): /;

/** Laravel, Symfony and other programs that log with Monolog: `[time] channel.LEVEL: message {context} {extra}`. */
export const laravel: LogFormat = {
  id: 'laravel',
  title: 'Laravel and Monolog',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    const level = readLevelName(match?.[3] ?? '');
    if (!match || level === undefined) return undefined;
    return { time: readTime(match[1] ?? '', context), level, message: line.slice(match[0].length).trimEnd() };
  },
};
