import type { LogFormat, LogLevel } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^=([A-Z]{4,12}) REPORT==== (\d{1,2}-[A-Z][a-z]{2}-\d{4})::(\d\d:\d\d:\d\d(?:\.\d{1,6})?) ===$/;
const levels: Readonly<Record<string, LogLevel>> = {
  ...{ CRASH: 'error', ERROR: 'error', SUPERVISOR: 'error', WARNING: 'warn', PROGRESS: 'info', INFO: 'info', NOTICE: 'info' },
  ...{ CRITICAL: 'fatal', ALERT: 'fatal', EMERGENCY: 'fatal', DEBUG: 'debug' },
};

/**
 * Erlang's reports, as RabbitMQ, CouchDB and ejabberd have them: `=ERROR REPORT==== 4-May-2026::12:00:00 ===` and lines below.
 */
export const erlang: LogFormat = {
  id: 'erlang',
  title: "Erlang's reports",
  first: '=',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line.trimEnd());
    // The content of the report is in the lines below.
    return match ? { time: readTime(`${match[2]} ${match[3]}`, context), level: levels[match[1] ?? ''] } : undefined;
  },
};
