import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../logTime.ts';

const kubernetes = /^(\S{20,40}) (?:stdout|stderr) [FP] /;
const compose = /^[\w.-]{1,64} *\| /;

/** What container tools put before a line: Kubernetes' time and stream (CRI), the service's name of Docker Compose. */
export const containerLine: LogFormat = {
  id: 'container-line',
  title: 'container output',
  readLine: (line, context) => {
    const cri = kubernetes.exec(line);
    const head = cri ?? compose.exec(line);
    if (!head) return undefined;
    const inner = line.slice(head[0].length);
    return { time: cri?.[1] === undefined ? undefined : readTime(cri[1], context), message: inner, inner };
  },
};
