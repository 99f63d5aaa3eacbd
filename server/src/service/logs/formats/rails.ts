import { readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat } from '../logRecord.ts';
import { findTime, readTime } from '../times/logTime.ts';
import { readNamedFields } from '../namedFields.ts';
import { readPairs } from './logfmt.ts';

// A time in brackets is no tag.
const tags = /^(?:\[(?!\d{4}[-/]\d)[^\]\s]{1,128}\] ){1,4}/;
const started = /^Started ([A-Z]{3,10}) "([^"]{0,8000})" for \S{1,64} at /;
// Rails 2 begins with the action and has the status at the end.
const startedOld = /^Processing [\w:]{1,128}#\w{1,128} \(for \S{1,64} at (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\) \[([A-Z]{3,10})\]/;
const later =
  /^\s{0,8}(?:Processing by |Completed (\d{3}) |Completed in \d{1,9}ms (?:\([^)]{0,200}\) )?(?:with |\| )(\d{3})(?= |$)|Parameters: |Redirected to |Rendered |Rendering |Filter chain halted |Sent (?:file|data) |Unpermitted parameters?|Can't verify CSRF)/;

/** A request as Rails writes it, from `Started` to `Completed`, also with `config.log_tags` before each line. */
export const rails: LogFormat = {
  id: 'rails',
  title: 'Rails',
  first: '[SPCRFU',
  multiline: true,
  readLine: (line, context) => {
    const group = tags.exec(line)?.[0] ?? '';
    const rest = line.slice(group.length);
    // Lograge writes a request as pairs behind the tags.
    if (group !== '' && /^[a-z_]{2,40}=\S/.test(rest))
      return { ...readNamedFields(readPairs(rest, context), context), message: rest };
    if (!/^[SPCRFU\s]/.test(rest)) return undefined;
    const request = started.exec(rest);
    if (request) {
      const [head, method, path] = request;
      return { time: findTime(rest.slice(head.length), 0, context)?.time, method, path, message: rest, group };
    }
    const old = startedOld.exec(rest);
    if (old) return { time: readTime(old[1] ?? '', context), method: old[2], message: rest, group };
    const match = later.exec(rest);
    const status = match?.[1] ?? match?.[2];
    if (!match || (group === '' && status === undefined)) return undefined;
    return { status: toStatus(status), message: line, group };
  },
  readLaterLine: (line, first) => {
    const group = tags.exec(line)?.[0] ?? '';
    if (group !== first.group) return undefined;
    const rest = line.slice(group.length);
    if (started.test(rest) || startedOld.test(rest)) return undefined;
    const match = later.exec(rest);
    if (!match && /^\s/.test(rest)) return {};
    return match || group !== '' ? { status: toStatus(match?.[1] ?? match?.[2]) } : undefined;
  },
};

function toStatus(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

const header = /^[DIWEFA], \[(\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)?) #\d{1,10}\] {1,2}([A-Z]{3,7}) -- [^:]{0,128}: /;

/** Ruby's own logger, which Rails uses in production: `I, [time #process]  INFO -- : message`. */
export const rubyLogger: LogFormat = {
  id: 'rails',
  title: 'Ruby logger',
  first: 'DIWEFA',
  sharesZone: true,
  multiline: true,
  readLine: (line, context): LineFields | undefined => {
    const match = header.exec(line);
    if (!match) return undefined;
    const inner = line.slice(match[0].length);
    const level = match[2] === 'ANY' ? undefined : readLevelName(match[2] ?? '');
    return { time: readTime(match[1] ?? '', context), level, message: inner, inner };
  },
};
