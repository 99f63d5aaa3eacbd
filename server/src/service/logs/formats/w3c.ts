import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

// Date, time, perhaps names and an address of the server, method, path, query.
const head = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:[^\s"]{1,255} ){0,4}([A-Z]{3,20}) (\/\S{0,8000}) (\S{1,8000}) /;
// After the agent and the referrer only numbers are left: status, further statuses, sizes, time taken.
const tail = / (\d{3})(?: \d{1,20}){2,7}$/;
// Or they stand right after the query, where else a port and a name are; a name may be a number, but 443 is a port.
const next = /^(?!443 )(\d{3}) \d{1,20} /;
const longestTail = 200;

/**
 * The W3C's extended format with the columns that IIS and Azure write. Its `#Fields` may lie far before a record, or in another
 * file of the rotation: the columns are told by what stands in them. Its times are in UTC.
 */
export const w3c: LogFormat = {
  id: 'w3c',
  title: 'IIS and W3C extended log',
  first: '0123456789',
  readLine: (text, context) => {
    const match = text.charAt(10) === ' ' ? head.exec(text) : null;
    const status = Number(
      match ? (next.exec(text.slice(match[0].length)) ?? tail.exec(text.slice(-longestTail)))?.[1] : undefined,
    );
    if (!match || !(status >= 100 && status <= 599)) return undefined;
    const [, date, clock, method, stem, query] = match;
    const path = query === '-' ? stem : `${stem}?${query}`;
    return { time: readTime(`${date}T${clock}Z`, context), status, method, path, message: [method, path, status].join(' ') };
  },
};
