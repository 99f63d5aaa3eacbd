import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { findTime } from '../times/logTime.ts';

const head =
  /^(?:(\[?\d[\d:.T+Z/-]{6,32}\]?(?: [\d:.+Z-]{5,16}){0,2}) )?(trce|dbug|info|warn|fail|crit): [\w.`+<>-]{1,255}\[-?\d{1,10}\](?= |$)/;

/** .NET's console: `info: Category[0]` and the message on the lines below, or after it; a time before it where one is set. */
export const dotnet: LogFormat = {
  id: 'dotnet',
  title: '.NET console',
  first: 'tdiwfc0123456789[',
  holds: ': ',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const message = line.slice(match[0].length).trim();
    return {
      time: match[1] === undefined ? undefined : findTime(match[1], 1, context)?.time,
      level: readLevelName(match[2] ?? ''),
      // Undefined: the record's message is on the lines below.
      message: message === '' ? undefined : message,
    };
  },
};
