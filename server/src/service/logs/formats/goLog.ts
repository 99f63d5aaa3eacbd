import { findLevel } from '../logLevel.ts';
import type { LineFields, LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';
import { readNamedFields } from '../namedFields.ts';
import { readPairs } from './logfmt.ts';

const head =
  /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d\d:?\d\d(?!\d))?)(?: [\w./-]{1,255}\.go:\d{1,7}:)? (?!\[[a-z]{4,6}\] \d+#)/;
const slog = /^(DEBUG|INFO|WARN|ERROR)(?:[+-]\d{1,3})? /;
// gin: [GIN] 2026/05/04 - 12:00:00 | 402 | 1.2ms | ::1 | POST "/v1/x".
const gin =
  /^\[GIN\] (\d{4}\/\d\d\/\d\d) - (\d\d:\d\d:\d\d) \|\s{0,3}(\d{3})\s{0,3}\|[^|]{1,40}\|[^|]{1,60}\|\s{0,3}([A-Z]{3,8})\s{1,8}(?:\|\s)?(?:"([^"]{0,8000})"|(\/\S{0,8000}))/;

// chi: perhaps its id, the request, the client.
const chi = /^(?:\[([^\]\s]{1,128})\] )?"([A-Z]{3,8}) (\S{1,8000}) HTTP\/[\d.]{1,3}" from \S{1,64} - (\d{3}) \d{1,20}B in /;

// fiber's defaults: [10:15:00] 402 - 12.3ms POST /v1/pay, and [127.0.0.1]:5000 402 - POST /v1/pay.
const fiberShort =
  /^(?:\[\d\d:\d\d:\d\d\]|\[[\da-f.:]{2,45}\]:\d{1,5}) (\d{3}) - {1,4}(?:[\d.]{1,12}[µnm]?s )?([A-Z]{3,8}) (\/\S{0,8000})/;
// fiber: 10:15:00 | 402 |      12.3ms |       127.0.0.1 | POST    | /v1/pay       | -.
const fiber =
  /^\d\d:\d\d:\d\d \| (\d{3}) \|\s{1,12}[\d.]{1,12}[µnm]?s \|\s{1,40}\S{1,64} \|\s{1,3}([A-Z]{3,8})\s{1,8}\| (\/\S{0,8000})/;

/** Go's standard logger, which slog's default handler writes through with pairs at the end; gin's and fiber's requests. */
export const goLog: LogFormat = {
  id: 'go',
  title: 'Go log',
  first: '0123456789[',
  multiline: true,
  readLine: (line, context) => {
    const request = line.startsWith('[GIN] ') ? gin.exec(line) : undefined;
    if (request) {
      const [, date, clock, status, method, quoted, bare] = request;
      const path = quoted ?? bare;
      const message = [method, path, status].join(' ');
      return { time: readTime(`${date} ${clock}`, context), status: Number(status), method, path, message };
    }
    const match = head.exec(line);
    if (!match) return line.startsWith(' | ', 8) || line.startsWith('[') ? readFiber(line) : undefined;
    const rest = line.slice(match[0].length);
    const time = readTime(match[1] ?? '', context);
    const served = rest.includes('" from ') ? chi.exec(rest) : null;
    if (served) {
      const [, requestId, method, path, status] = served;
      return { time, status: Number(status), method, path, requestId, message: [method, path, status].join(' ') };
    }
    const level = slog.exec(rest);
    if (!level) return { time, level: findLevel(rest.slice(0, 80)), message: rest };
    const pairsAt = rest.search(/ [A-Za-z_][\w.-]{0,100}=/);
    const { status, method, path } = pairsAt < 0 ? {} : readNamedFields(readPairs(rest.slice(pairsAt + 1), context), context);
    const message = rest.slice(level[0].length, pairsAt < 0 ? undefined : pairsAt);
    return { time, level: findLevel(`${level[1] ?? ''} `), status, method, path, message };
  },
};

/** A request without a date. */
function readFiber(line: string): LineFields | undefined {
  const [, status, method, path] = fiber.exec(line) ?? fiberShort.exec(line) ?? [];
  if (status === undefined) return undefined;
  return { status: Number(status), method, path, hasClock: true, message: [method, path, status].join(' ') };
}
