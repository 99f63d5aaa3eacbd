import { readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat, LogLevel } from '../logRecord.ts';
import { readEpoch, readTime } from '../times/logTime.ts';

const begin = /^<(?:(?:log4j|nlog):)?[Ee]vent(?=[\s>])/;
const windows = /^<Event xmlns=["']http:\/\/schemas\.microsoft\.com\/win\//;
const longestHead = 20_000;
const attribute = /\s(timestamp|timeMillis|level|epochSecond|nanoOfSecond|SystemTime)=(?:"([^"<>]{1,60})"|'([^'<>]{1,60})')/g;
// Windows' levels (winmeta.xml); 0 is always logged.
const windowsLevels: readonly (LogLevel | undefined)[] = [undefined, 'fatal', 'error', 'warn', 'info', 'trace'];
const message = /<(?:log4j:)?[Mm]essage>(?:<!\[CDATA\[)?([^<]{1,4000}?)(?:\]\]>)?</;
const data = /<Data(?:\sName=['"][^'"<>]{1,100}['"])?>([^<]{1,4000})</;

/**
 * Events in XML: log4j 1 and 2, NLog and log4net (which write log4j's), Windows' event log. Elements inside an event belong to
 * it.
 */
export const xmlEvent: LogFormat = {
  id: 'xml',
  title: 'XML events of log4j and Windows',
  first: '<',
  multiline: true,
  readLine: (line, context) => {
    if (!begin.test(line)) return undefined;
    const head = line.slice(0, longestHead);
    const values = new Map(
      Array.from(head.matchAll(attribute), ([, name = '', double, single]) => [name, double ?? single ?? '']),
    );
    const count = values.get('timestamp') ?? values.get('timeMillis');
    const seconds = values.get('epochSecond');
    const exact = readEpoch(Number(seconds));
    const system = /<Level>([0-5])<\/Level>/.exec(head)?.[1];
    // Windows puts the rendered message behind the data.
    const said = message.exec(head) ?? data.exec(head);
    const fields: LineFields = {
      time:
        exact === undefined
          ? readTime(count ?? values.get('SystemTime') ?? '', context)
          : { ...exact, ms: exact.ms + Math.floor((Number(values.get('nanoOfSecond')) || 0) / 1e6) },
      level: readLevelName(values.get('level') ?? '') ?? windowsLevels[Number(system)],
      message: said?.[1] ?? line,
    };
    if (fields.time !== undefined) return fields;
    // The time may be on one of the next lines.
    return fields.level !== undefined || windows.test(head) ? { ...fields, hasClock: true } : undefined;
  },
};
