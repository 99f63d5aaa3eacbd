import type { LineFields, LogFormat, ReadContext } from '../logRecord.ts';
import { readLevelName } from '../logLevel.ts';
import { readTime } from '../times/logTime.ts';

const cri = /^(\d{4}-\d\d-\d\dT\S{9,30}) (stdout|stderr) ([FP]) /;
// `kubectl logs --timestamps` and `aws logs tail`: a time, perhaps the stream's name, and a line of JSON.
const beforeJson = /^(\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (?:(\S{1,255}) )?(?=\{\s?")/;
// runit's svlogd, in whose times UTC is meant.
const svlogd = /^(\d{4}-\d\d-\d\d)_(\d\d:\d\d:\d\d(?:\.\d{1,9})?) /;
const kubectl = /^\[(pod\/[\w.-]{1,253}\/[\w.-]{1,63})\] ?/;
// Foreman and its kin have a time of day before it.
const compose = /^(?:\d\d:\d\d:\d\d )?([\w.-]{1,64}) {0,40}\| ?/;
// stern: perhaps a namespace, pod, container. A name that a controller made ends with five characters of its alphabet.
const stern =
  /^(?:[a-z0-9-]{1,63} )?(?:[a-z0-9.-]{1,240}-[bcdfghjklmnpqrstvwxz2456789]{5}|[a-z0-9.-]{1,240}-\d{1,4}(?= \S{1,63} (?:\{"|\d{4}-))) [a-z0-9-]{1,63} /;

/**
 * The prefixes that container tools and supervisors put before a line: Kubernetes' time and stream (CRI), names of pod and
 * container, Docker Compose's service, svlogd's time.
 */
export const container: LogFormat = {
  id: 'container',
  title: 'container output',
  readLine: (line, context) => {
    const first = line.charAt(0);
    if (line.charAt(10) === 'T') return readStamped(line, context);
    const run = line.charAt(10) === '_' ? svlogd.exec(line) : null;
    if (run) {
      const inner = line.slice(run[0].length);
      return { time: readTime(`${run[1]}T${run[2]}Z`, context), message: inner, inner, group: 'svlogd' };
    }
    const named =
      (first === '[' ? kubectl.exec(line) : null) ??
      (line.includes('|') ? compose.exec(line) : null) ??
      (first >= 'a' && first <= 'z' ? stern.exec(line) : null);
    // `ERROR | failed` names no container; a service may be called `http` or `log`.
    if (!named || (/^[A-Z]+$/.test(named[1] ?? '') && readLevelName(named[1] ?? '') !== undefined)) return undefined;
    const inner = line.slice(named[0].length);
    return { message: inner, inner, group: named[1] ?? named[0] };
  },
};

function readStamped(line: string, context: ReadContext): LineFields | undefined {
  const match =
    (line.startsWith('std', line.indexOf(' ') + 1) ? cri.exec(line) : null) ??
    (line.includes('{') ? beforeJson.exec(line) : null);
  if (!match) return undefined;
  const inner = line.slice(match[0].length);
  // Between the time and the JSON there may be a logger's level or the name of a stream.
  const level = match[3] === undefined ? readLevelName((match[2] ?? '').replace(/[^A-Za-z\d]/g, '')) : undefined;
  const time = readTime(match[1] ?? '', context);
  return { time, level, message: inner, inner, group: match[2], isPartial: match[3] === 'P' };
}
