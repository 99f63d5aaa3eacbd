import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const line =
  /^(?:\S{1,255} )?\S{1,255} \S{1,255} \S{1,255} \[([^\]"]{20,40})\] "(?:([A-Z]{3,20}) )?([^"\\\s]{0,8000}(?:\\.[^"\\\s]{0,2000}){0,100})(?:\s[^"\\]{0,2000}(?:\\.[^"\\]{0,2000}){0,100})?" (\d{3}) (?:\d+|-)/;
// The Kubernetes ingress controller ends with upstream, length, time and status, and nginx's own id of the request.
const ingressEnd = / \[[^\]]{0,255}\] \[[^\]]{0,255}\] \S{1,255} \S{1,64} \S{1,64} \S{1,64} ([0-9a-f]{32})$/;
const longestIngressEnd = 1_000;

/** NCSA common and combined, as nginx and Apache write them, also with a virtual host in front. */
export const access: LogFormat = {
  id: 'access',
  title: 'nginx and Apache access log',
  holds: '] "',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return undefined;
    const [, time, method, target, status] = match;
    // What is no HTTP, such as the beginning of TLS, has neither method nor path.
    const path = target === '' || (method === undefined && !/^(?:\/|https?:)/.test(target ?? '')) ? undefined : target;
    return {
      time: readTime(time ?? '', context),
      status: toStatus(status),
      method,
      path,
      requestId: text.charAt(text.length - 33) === ' ' ? ingressEnd.exec(text.slice(-longestIngressEnd))?.[1] : undefined,
      message: `${method === undefined ? '' : `${method} `}${target ?? ''} ${status ?? ''}`,
    };
  },
};

/** nginx writes 000 for a request that it answered nothing to. */
function toStatus(text: string | undefined): number | undefined {
  const status = Number(text);
  return status >= 100 && status <= 599 ? status : undefined;
}
