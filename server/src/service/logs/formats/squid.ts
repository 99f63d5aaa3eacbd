import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Time, milliseconds taken, client, the cache's action with the status, bytes, method, address, user, peer, type.
const line =
  /^(\d{10}\.\d{3}) {1,8}\d{1,9} \S{1,255} [A-Z_]{3,64}\/(\d{3}) \d{1,20} ([A-Z_-]{3,20}) (\S{1,8000}) \S{1,255} [A-Z_]{3,64}\/\S{1,255}(?: |$)/;

/**
 * Squid's native access log:
 * `1777896000.123    157 192.0.2.1 TCP_MISS/502 412 GET http://e.com/x - HIER_DIRECT/192.0.2.7 text/html`.
 */
export const squid: LogFormat = {
  id: 'squid',
  title: 'Squid access log',
  first: '0123456789',
  readLine: (text, context) => {
    const match = text.charAt(10) === '.' ? line.exec(text) : null;
    if (!match) return undefined;
    const [, time, status, method, path] = match;
    return {
      time: readTime(time ?? '', context),
      // 000: no answer was sent.
      status: Number(status) >= 100 ? Number(status) : undefined,
      method,
      path,
      message: [method, path, status].join(' '),
    };
  },
};
