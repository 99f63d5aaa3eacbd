import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const head = /^API: \w{1,64}\([^)]{0,2000}\)\s{0,8}$/;
const later = /^\s{0,8}(Time|DeploymentID|RequestID|RemoteHost|Host|UserAgent|Error|Region|Endpoint): {0,4}(.{0,4000})/;
const time = /^(\d\d:\d\d:\d\d) (UTC|GMT) (\d\d)\/(\d\d)\/(\d{4})/;

/** MinIO's errors: the operation, then a fact on each line, its own request id among them. */
export const minio: LogFormat = {
  id: 'minio',
  title: 'MinIO',
  first: 'A',
  multiline: true,
  readLine: (line) => (head.test(line) ? { level: 'error', hasClock: true, message: line } : undefined),
  readLaterLine: (line) => {
    const [, name, value = ''] = later.exec(line) ?? [];
    if (name === undefined) return undefined;
    if (name === 'RequestID') return { requestId: value.trim() === '' ? undefined : value.trim() };
    if (name === 'Error') return { message: value };
    const [, clock, , month, day, year] = (name === 'Time' ? time.exec(value) : null) ?? [];
    return clock === undefined ? {} : { time: readTime(`${year}-${month}-${day}T${clock}Z`, {}) };
  },
};
