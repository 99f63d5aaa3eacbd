import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { guessYear } from '../times/logTime.ts';
import { readNamedFields } from '../namedFields.ts';
import { readPairs } from './logfmt.ts';

const head = /^(TRACE|TRCE|DEBUG|DBUG|INFO|WARN|ERROR|EROR|CRIT) ?\[(\d\d)-(\d\d)\|(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?\] /;
const firstPair = / {1,60}[A-Za-z_][\w.-]{0,100}=/;

/** log15 and Ethereum's geth: `WARN [05-04|12:00:00.123] message    key=value`; month and day without a year. */
export const log15: LogFormat = {
  id: 'log15',
  title: 'log15 and geth',
  first: 'TDIWEC',
  holds: '|',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(2, 7).map(Number);
    const timeOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + Number(match[7] ?? 0);
    const rest = line.slice(match[0].length);
    const pairs = firstPair.exec(rest);
    const fields = pairs ? readNamedFields(readPairs(rest.slice(pairs.index).trimStart(), context), context) : {};
    const { status, method, path, requestId } = fields;
    return {
      time: guessYear(month - 1, day, timeOfDay, context),
      hasClock: true,
      level: readLevelName(match[1] ?? ''),
      ...{ status, method, path, requestId },
      message: pairs ? rest.slice(0, pairs.index) || rest : rest,
    };
  },
};
