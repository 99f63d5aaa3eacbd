import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^\d{1,10}:[XCSM] (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d(?:\.\d{3})?) ([.*#-]) /;
// Its lines while it handles a signal, with a count since 1970.
const signalHandler = /^\d{1,10}:signal-handler \((\d{10})\) /;
// Before version 3: the process in brackets, and no year.
const old = /^\[\d{1,10}\] (\d\d [A-Z][a-z]{2} \d\d:\d\d:\d\d\.\d{3}) ([.*#-]) /;
const levels = { '.': 'debug', '-': 'debug', '*': 'info', '#': 'warn' } as const;

/** Redis and Valkey: process id and role, time, and a sign for the level (`.` debug, `-` verbose, `*` notice, `#` warning). */
export const redis: LogFormat = {
  id: 'redis',
  title: 'Redis and Valkey',
  first: '0123456789[',
  multiline: true,
  readLine: (line, context) => {
    const match = line.startsWith('[') ? old.exec(line) : head.exec(line);
    if (!match) {
      const handled = signalHandler.exec(line);
      return handled ? { time: readTime(handled[1] ?? '', context), message: line.slice(handled[0].length) } : undefined;
    }
    const [whole, time, sign] = match;
    return {
      time: readTime(time ?? '', context),
      level: levels[sign as keyof typeof levels],
      message: line.slice(whole.length),
    };
  },
};
