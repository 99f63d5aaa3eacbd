import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Date, time, edge, bytes, client, method, host, path, status, referrer, agent, query, cookies, result, request id.
const line =
  /^(\d{4}-\d\d-\d\d)\t(\d\d:\d\d:\d\d)\t[^\t]{1,64}\t[\d-]{1,20}\t[^\t]{1,64}\t([A-Z]{3,20})\t[^\t]{1,255}\t([^\t]{1,8000})\t(\d{3})\t(?:[^\t]{0,8000}\t){5}([^\t]{1,128})(?:\t|$)/;
const dated = /^(\d{4}-\d\d-\d\d)\t(\d\d:\d\d:\d\d(?:\.\d{1,6})?)\t/;
const counted = /^(\d{10}\.\d{3})\t/;
// Where the columns were chosen, method, path and status keep their order. An id of an edge has 56 characters.
const chosen = /\t([A-Z]{3,20})\t(?:[^\t]{0,255}\t){0,2}(\/[^\t]{0,8000})(?:\t(?:[^\t]{0,8000}\t){0,3}?([1-5]\d\d)(?=\t|$))?/;
// Real-time logs have the status before the method.
const statusBefore = /\t(?:\d{1,6}\.\d{1,6}\t)?([1-5]\d\d)\t\d{1,20}\t[A-Z]{3,20}\t/;
const edgeId = /\t([\w-]{54}==)(?=\t|$)/;

/**
 * Access logs of AWS CloudFront: columns separated by tabs, times in UTC. The `#Fields` may be far before a record. So the
 * columns of standard logs are known by their fixed order, and those of other logs are recognised by their content.
 */
export const cloudFront: LogFormat = {
  id: 'cloudfront',
  title: 'AWS CloudFront access log',
  first: '0123456789',
  readLine: (text, context) => {
    const counts = text.charAt(14) === '\t' ? counted.exec(text) : null;
    if (counts) return readChosen(text, context, counts[1] ?? '');
    if (text.charAt(10) !== '\t') return undefined;
    const match = line.exec(text);
    if (!match) {
      const date = dated.exec(text);
      return date ? readChosen(text, context, `${date[1]}T${date[2]}Z`) : undefined;
    }
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

function readChosen(text: string, context: ReadContext, time: string): LineFields | undefined {
  const [, requestId] = edgeId.exec(text) ?? [];
  const [, method, path, later] = chosen.exec(text) ?? [];
  const status = statusBefore.exec(text)?.[1] ?? later;
  if (requestId === undefined || status === undefined) return undefined;
  const message = [method, path, status].join(' ');
  return { time: readTime(time, context), status: Number(status), method, path, requestId, message };
}
