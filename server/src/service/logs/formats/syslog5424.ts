import { readSyslogSeverity } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Version, timestamp, host name, application, process id, message id (RFC 5424 section 6).
// A drain puts the length of the message before it (RFC 6587 section 3.4.1).
const head = /^(?:\d{1,7} )?<(\d{1,3})>\d{1,2} (\S{1,40}) \S{1,255} \S{1,48} \S{1,128} \S{1,32} ?/;

/** Syslog as RFC 5424 has it. The message may be a line of a different format. */
export const syslog5424: LogFormat = {
  id: 'syslog',
  title: 'syslog (RFC 5424)',
  first: '<0123456789',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const message = line.slice(skipStructuredData(line, match[0].length)).replace(/^\uFEFF/, '');
    return {
      time: readTime(match[2] ?? '', context),
      level: readSyslogSeverity(Number(match[1]) % 8),
      message,
      inner: message,
    };
  },
};

/** Structured data is `-` or elements in brackets whose quoted values escape `"`, `\` and `]` (section 6.3). */
function skipStructuredData(line: string, start: number): number {
  let at = start;
  if (line.charAt(at) === '-') at++;
  while (line.charAt(at) === '[') {
    let quoted = false;
    for (at++; at < line.length && (quoted || line.charAt(at) !== ']'); at++) {
      if (line.charAt(at) === '\\') at++;
      else if (line.charAt(at) === '"') quoted = !quoted;
    }
    at++;
  }
  return line.charAt(at) === ' ' ? at + 1 : at;
}
