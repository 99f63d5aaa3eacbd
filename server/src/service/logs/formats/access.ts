import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Perhaps a virtual host, and BunkerWeb's id, before client, identity and user.
const line =
  /^(?:(?:\S{1,255} ){3,4}|(?!<|\d{4}-)(?:[^\s"]{1,255} ){5})\[([^\]"]{20,40})\] "(?:([A-Z]{3,20}) )?([^"\\\s]{0,8000}(?:\\.[^"\\\s]{0,2000}){0,100})(?:\s([^"\\]{0,2000}(?:\\.[^"\\]{0,2000}){0,100}))?" (\d{3}) (?:\d+|-)/;
// The Kubernetes ingress controller ends with upstream, length, time and status, and nginx's own id of the request. Several
// upstreams that were tried follow each other, separated by commas.
const ingressEnd = / \[[^\]]{0,255}\] \[[^\]]{0,255}\] (?:[^\s,]{1,255}(?:, |$| )){1,80}?([0-9a-f]{32})$/;
const namedId = / (?:rid|req_?id|request_?id)="?([\w-]{8,64})"?(?= |$)/;
const protocol = /^(.{1,2000}) HTTP\/\d(?:\.\d)?$/;
const longestIngressEnd = 1_000;

// Nginx Proxy Manager: cache and the upstream's status where there is one, its own, method, scheme, host, target.
const proxyManager =
  /^\[([^\]"]{20,40})\] (?:(?:[A-Z]{3,12}|-|\d{3}) ){0,2}(\d{3}) - ([A-Z]{3,20}) \S{1,10} \S{1,255} "([^"]{0,8000})" \[Client /;

/** NCSA common and combined, as nginx and Apache write them, also with a virtual host in front. */
export const access: LogFormat = {
  id: 'access',
  title: 'nginx and Apache access log',
  holds: '] "',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return text.startsWith('[') ? readProxyManager(text, context) : undefined;
    const [, time, method, beginning, rest = '', status] = match;
    // Some clients send blanks as they are: all up to the protocol is the target.
    const blanks = method === undefined ? undefined : protocol.exec(rest)?.[1];
    const target = blanks === undefined ? beginning : `${beginning} ${blanks}`;
    // Anything but HTTP, such as the beginning of TLS, has neither method nor path.
    const path = target === '' || (method === undefined && !/^(?:\/|https?:)/.test(target ?? '')) ? undefined : target;
    return {
      time: readTime(time ?? '', context),
      status: toStatus(status),
      method,
      path,
      requestId: findRequestId(text.slice(-longestIngressEnd)),
      message: `${method === undefined ? '' : `${method} `}${target ?? ''} ${status ?? ''}`,
    };
  },
};

function readProxyManager(text: string, context: ReadContext): LineFields | undefined {
  const match = proxyManager.exec(text);
  if (!match) return undefined;
  const [, time, status, method, path] = match;
  const message = [method, path, status].join(' ');
  return { time: readTime(time ?? '', context), status: toStatus(status), method, path, message };
}

/** In nginx's variables after the usual fields: `rid=…`, `request_id="…"`; or in the ingress controller's last field. */
function findRequestId(end: string): string | undefined {
  const named = end.includes('id=') ? namedId.exec(end)?.[1] : undefined;
  return named ?? (end.charAt(end.length - 33) === ' ' ? ingressEnd.exec(end)?.[1] : undefined);
}

/** nginx writes 000 for a request that it answered nothing to. */
function toStatus(text: string | undefined): number | undefined {
  const status = Number(text);
  return status >= 100 && status <= 599 ? status : undefined;
}
