import type { LogFormat, LogLevel } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';
import { readNamedFields } from '../namedFields.ts';
import { readPairs } from './logfmt.ts';

// Four letters of the level; seconds since the start, or a time; the message, filled up to 44 columns; pairs.
const head = /^(TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[([\dT:.Z+-]{4,40})\] ?/;
const levels: Readonly<Record<string, LogLevel>> = {
  ...{ TRAC: 'trace', DEBU: 'debug', INFO: 'info', WARN: 'warn', ERRO: 'error', FATA: 'fatal', PANI: 'fatal' },
};

/** The lines that logrus writes to a terminal: `ERRO[0012] failed    status=402`. */
export const logrusConsole: LogFormat = {
  id: 'logrus',
  title: "logrus' console",
  first: 'TDIWEFP',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const [{ length }, word = '', stamp = ''] = match;
    const pairsAt = line.slice(length).search(/ [A-Za-z_][\w.-]{0,100}=/);
    const { status, method, path, requestId } =
      pairsAt < 0 ? {} : readNamedFields(readPairs(line.slice(length + pairsAt + 1), context), context);
    return {
      time: stamp.includes('T') ? readTime(stamp, context) : undefined,
      hasClock: true,
      level: levels[word],
      ...{ status, method, path, requestId },
      message: line.slice(length, pairsAt < 0 ? undefined : length + pairsAt).trimEnd(),
    };
  },
};
