import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const field = '(?:"(?:[^"]|"")*"|[^",]*)';
// Time, then user, database, process, client, session, number, command, start of the session and two transactions.
const head = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} [\\w+-]{1,6})(?:,${field}){10},([A-Z]{3,7}\\d?),[0-9A-Z]{5},"?((?:[^"]|"")*)`,
);

const longest = 20_000;

/** PostgreSQL's csvlog (log_destination): a statement of several lines goes on in its quotes. */
export const postgresCsv: LogFormat = {
  id: 'postgres-csv',
  title: "PostgreSQL's csvlog",
  first: '12',
  holds: ',',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line.length > longest ? line.slice(0, longest) : line);
    const level = readLevelName(match?.[2] ?? '');
    const time = match ? readTime(match[1] ?? '', context) : undefined;
    return match && level && time ? { time, level, message: (match[3] ?? '').replaceAll('""', '"') } : undefined;
  },
};
