import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^\[ {0,2}([A-Z]{4,5})\] \[(\d{10}\.\d{6,9})(?:, \d{1,12}\.\d{1,9})?\](?: \[[^\]]{1,200}\])?: /;

/** ROS: `[ WARN] [1777896000.123456789]: message`, with the node's name in ROS 2. */
export const ros: LogFormat = {
  id: 'ros',
  title: 'ROS',
  first: '[',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    const level = readLevelName(match?.[1] ?? '');
    return match && level ? { time: readTime(match[2] ?? '', context), level, message: line.slice(match[0].length) } : undefined;
  },
};
