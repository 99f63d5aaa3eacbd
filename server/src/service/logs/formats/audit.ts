import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head =
  /^(?:node=\S{1,255} )?(?:type=\w{1,40} msg=|(?:kernel: )?(?:\[ {0,8}\d{1,10}\.\d{6}\] )?(?:audit: )?type=\d{1,5} )audit\((\d{10}\.\d{3}):\d{1,12}\): ?/;

/** Linux' audit daemon: `type=SYSCALL msg=audit(1777896000.123:24): …`, and the kernel's own lines of it. */
export const audit: LogFormat = {
  id: 'audit',
  title: "Linux' audit log",
  first: 'tnka[',
  holds: 'audit(',
  readLine: (line, context) => {
    const match = head.exec(line);
    return match ? { time: readTime(match[1] ?? '', context), message: line } : undefined;
  },
};
