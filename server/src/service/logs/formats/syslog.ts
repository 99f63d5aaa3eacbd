import { readLevelName, readSyslogSeverity } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Priority, time (of RFC 3164, or RFC 3339 as newer daemons write it, or as journalctl's short-full and short-unix have it),
// host, perhaps facility and severity, program, process id, macOS's sender and level. No host is called 2026-05-04: a collector's time may be before a line that
// has one of its own.
const head =
  /^(?:<(\d{1,3})>)?((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,6})?|\d{4}-\d\d-\d\dT[\d:.,]{8,18}(?:Z|[+-]\d\d:?\d\d)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? [A-Z]{3,5}|\d{10}\.\d{6}) (?!\d{4}-\d\d-\d\d[ T])([\w.:@%-]{1,255}) (?:(?:kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|ftp|local\d)\.(?<severity>[a-z]{3,7}) )?(?!\d{1,20}:)([^\s:[\]]{1,128})(?:\[[^\]]{1,32}\])?(?: \([^)]{1,128}\))?(?: <(\w{4,9})>)?: ?/;

// A program on this machine may leave the host out: the priority and the colon show that it is syslog.
const local =
  /^<(\d{1,3})>((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d:\d\d) [^\s:[\]]{1,128}(?:\[\d{1,10}\])?: ?/;

// Solaris: an id of the message, facility and severity.
const solarisId = /^\[ID \d{1,12} \w{1,12}\.([a-z]{3,7})\]/;
const shortestHead = 19;

/**
 * Syslog as RFC 3164 describes it, also with the RFC 3339 time of newer daemons. The message may be a line of a different
 * format.
 */
export const syslog: LogFormat = {
  id: 'syslog',
  title: 'syslog (RFC 3164)',
  first: '<0123456789JFMASONDTW',
  multiline: true,
  readLine: (line, context) => {
    // The shortest time, host and program take this many characters; a colon follows them.
    const match = line.includes(':', shortestHead) ? head.exec(line) : null;
    const own = match || line.charAt(0) !== '<' ? null : local.exec(line);
    if (own) {
      const message = line.slice(own[0].length);
      const level = readSyslogSeverity(Number(own[1]) % 8);
      return { time: readTime(own[2] ?? '', context), level, message, inner: message };
    }
    // `… ERROR failed: …`, `… Caused by: …` and `… - error: …` have the shape of host and program, too.
    if (!match || /^(?:Caused|-|[DIWEFTV])$/.test(match[3] ?? '') || readLevelName(match[3] ?? '') !== undefined)
      return undefined;
    const message = line.slice(match[0].length);
    const solaris = message.startsWith('[ID ') ? solarisId.exec(message)?.[1] : undefined;
    return {
      time: readTime(match[2] ?? '', context),
      level:
        match[1] === undefined
          ? readLevelName(match.groups?.['severity'] ?? solaris ?? match[6] ?? '')
          : readSyslogSeverity(Number(match[1]) % 8),
      message,
      inner: message,
      group: line.slice((match[1]?.length ?? -2) + 2 + (match[2]?.length ?? 0), match[0].length),
    };
  },
};
