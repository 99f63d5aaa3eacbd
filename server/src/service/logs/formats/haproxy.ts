import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^\S{1,64}:\d{1,5} \[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d\.\d{3})\] (\S{1,255})/;
// Back end and server, timers, status, bytes, two cookies, state at the end, connections, queues.
const http =
  / \S{1,255}\/\S{1,255} (?:[+-]?\d{1,12}\/){4}[+-]?\d{1,12} (-1|\d{3}) \+?\d{1,20} \S{1,255} \S{1,255} \S{4} (?:\d{1,9}\/){4}\+?\d{1,9} \d{1,9}\/\d{1,9}/y;
const request = /"(?:([A-Z]{3,20}) )?([^"\s]{1,8000})[^"]{0,40}"?$/;

/**
 * HAProxy's lines about a request (`option httplog`), about a TCP connection and about one that failed. Its times have no zone.
 */
export const haproxy: LogFormat = {
  id: 'haproxy',
  title: 'HAProxy',
  first: '0123456789abcdefABCDEF:[',
  readLine: (text, context) => {
    const match = text.charAt(text.indexOf(' ') + 1) === '[' ? head.exec(text) : null;
    if (!match) return undefined;
    const time = readTime(match[1] ?? '', context);
    http.lastIndex = match[0].length;
    const status = http.exec(text)?.[1];
    if (status === undefined) return { time, message: text };
    const quote = text.lastIndexOf('"', text.length - 2);
    const [, method, path] = (quote < 0 ? undefined : request.exec(text.slice(quote))) ?? [];
    const known = path === undefined || path.startsWith('<') ? undefined : path;
    return {
      time,
      status: status === '-1' ? undefined : Number(status),
      method,
      path: known,
      message: [method, path, status].filter((part) => part !== undefined).join(' '),
    };
  },
};
