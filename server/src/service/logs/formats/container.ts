import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const cri = /^(\d{4}-\d\d-\d\dT\S{9,30}) (stdout|stderr) ([FP]) /;
const compose = /^([\w.-]{1,64}) {0,40}\| ?/;

/** What container tools put before a line: Kubernetes' time and stream (CRI), the service's name of Docker Compose. */
export const container: LogFormat = {
  id: 'container',
  title: 'container output',
  readLine: (line, context) => {
    const stamped = line.charAt(10) === 'T' ? cri.exec(line) : null;
    if (stamped) {
      const inner = line.slice(stamped[0].length);
      return { time: readTime(stamped[1] ?? '', context), message: inner, inner, group: stamped[2] };
    }
    const named = line.includes('|') ? compose.exec(line) : null;
    if (!named) return undefined;
    const inner = line.slice(named[0].length);
    return { message: inner, inner, group: named[1] };
  },
};
