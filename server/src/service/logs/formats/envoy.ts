import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const line =
  /^\[(\d{4}-\d\d-\d\dT[\d:.]{8,18}Z)\] "([A-Z]{3,20}|-) (\S{0,8000}) (HTTP\/[\d.]{1,3}|-)" (\d{1,3}) (\S{1,64}) (\S{1,255}) /;
const longestTail = 8_000;

/** Envoy's default access log, and Istio's, which has details of the response before the sizes. */
export const envoy: LogFormat = {
  id: 'envoy',
  title: 'Envoy access log',
  first: '[',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return undefined;
    const [head, time, method, target, , status, , next] = match;
    // Forwarded for, user agent, request id, authority, upstream; Istio puts the transport's failure before them.
    const quoted = [...text.slice(head.length, head.length + longestTail).matchAll(/"([^"]{0,2000})"/g)].map(
      ([, value]) => value,
    );
    const requestId = quoted[/^\d+$/.test(next ?? '') ? 2 : 3];
    return {
      time: readTime(time ?? '', context),
      status: Number(status) >= 100 ? Number(status) : undefined,
      method: method === '-' ? undefined : method,
      path: target === '-' || target === '' ? undefined : target,
      requestId: requestId === undefined || requestId === '-' || requestId === '' ? undefined : requestId,
      message: [method, target, status].join(' '),
    };
  },
};
