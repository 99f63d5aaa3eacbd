import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^ {0,8}\d{1,10}:(\d{8}):(\d{6}\.\d{3}) /;

/** Zabbix: process id, date and time without separators, message. */
export const zabbix: LogFormat = {
  id: 'zabbix',
  title: 'Zabbix',
  first: ' 0123456789',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    const time = match ? readTime(`${match[1]}T${match[2]}`, context) : undefined;
    return match && time ? { time, message: line.slice(match[0].length) } : undefined;
  },
};
