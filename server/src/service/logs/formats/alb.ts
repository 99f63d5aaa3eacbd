import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// [type] time, load balancer, client, target, three durations, its own status, the target's, two sizes, request.
const line =
  /^(?:(?:https?|h2|grpcs?|wss?) )?(\d{4}-\d\d-\d\dT[\d:.]{8,18}Z) \S{1,255} \S{1,80} \S{1,80} (?:-?[\d.]{1,20} ){3}(\d{3}|-) (?:\d{1,3}|-) \d{1,20} \d{1,20} "([A-Z]{3,20}|-) (\S{0,8000}) [^"]{0,40}"(?: |$)/;
const trace = /"(?:Self=[\w-]{1,64};)?Root=(1-[0-9a-f-]{20,40})/;

/** Access logs of AWS load balancers: Application Load Balancers, and classic ones, which have no type in front. */
export const alb: LogFormat = {
  id: 'alb',
  title: 'AWS load balancer access log',
  first: 'hgw0123456789',
  holds: '"',
  readLine: (text, context) => {
    const match = line.exec(text);
    if (!match) return undefined;
    const [head, time, status, method, target] = match;
    return {
      time: readTime(time ?? '', context),
      status: status === '-' ? undefined : Number(status),
      method: method === '-' ? undefined : method,
      path: target === '' || target?.startsWith('-') || /^https?:\/\/-/.test(target ?? '') ? undefined : target,
      requestId: trace.exec(text.slice(head.length))?.[1],
      message: [method, target, status].join(' '),
    };
  },
};
