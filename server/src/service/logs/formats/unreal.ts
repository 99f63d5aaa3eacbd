import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head =
  /^\[(\d{4})\.(\d\d)\.(\d\d)-(\d\d)\.(\d\d)\.(\d\d):(\d{3})\]\[[ \d]{3,6}\](\w{1,64}): (?:(Fatal|Error|Warning|Display|Verbose|VeryVerbose): )?/;

/** Unreal Engine: date, number of the frame, category, level where it is not the usual one. */
export const unreal: LogFormat = {
  id: 'unreal',
  title: 'Unreal Engine',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [whole, year, month, day, hour, minute, second, fraction, , word] = match;
    return {
      time: readTime(`${year}-${month}-${day} ${hour}:${minute}:${second}.${fraction}`, context),
      level: word === undefined || word === 'Display' ? 'info' : (readLevelName(word) ?? 'trace'),
      message: line.slice(whole.length),
    };
  },
};
