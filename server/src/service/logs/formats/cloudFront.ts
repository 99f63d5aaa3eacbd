import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

// Date, time, edge, bytes, client, method, host, path, status, referrer, agent, query, cookies, result, request id.
const line =
  /^(\d{4}-\d\d-\d\d)\t(\d\d:\d\d:\d\d)\t[^\t]{1,64}\t[\d-]{1,20}\t[^\t]{1,64}\t([A-Z]{3,20})\t[^\t]{1,255}\t([^\t]{1,8000})\t(\d{3})\t(?:[^\t]{0,8000}\t){5}([^\t]{1,128})(?:\t|$)/;

/** Standard access logs of AWS CloudFront: columns with tabs between, times in UTC. */
export const cloudFront: LogFormat = {
  id: 'cloudfront',
  title: 'AWS CloudFront access log',
  first: '0123456789',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return undefined;
    const [, date, clock, method, path, status, requestId] = match;
    return {
      time: readTime(`${date}T${clock}Z`, context),
      status: Number(status) >= 100 ? Number(status) : undefined,
      method,
      path,
      requestId: requestId === '-' ? undefined : requestId,
      message: [method, path, status].join(' '),
    };
  },
};
