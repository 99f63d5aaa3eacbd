import { readLevelName } from '../logLevel.ts';
import type { LineFields, LogFormat } from '../logRecord.ts';

// A mark of alerts, seconds since 1970, the date, the node.
const head = /^(?:-|[A-Z][A-Z\d_]{1,20}) (\d{9,10}) \d{4}\.\d\d\.\d\d [\w.:#-]{1,64} /;
// Blue Gene: the time again with microseconds, the node again, then how it was reported, by which part, and how severe it is.
const blueGene = /^\d{4}-\d\d-\d\d-\d\d\.\d\d\.\d\d\.(\d{6}) \S{1,64} [A-Z]{1,12} [A-Z_]{1,16} ([A-Z]{4,10}) /;
// syslog of the node's own clock.
const ofNode = /^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,128} /;
// A number, the node, the component, its state, seconds since 1970, a flag.
const state = /^\d{1,9} \S{1,64} [\w.-]{1,40} ([\w.-]{1,60}) (\d{9,10}) \d (?=\S)/;

/**
 * Logs of supercomputers: Blue Gene/L's RAS, syslog as Thunderbird, Spirit and Liberty gather it, and HPC's states of
 * components.
 */
export const supercomputer: LogFormat = {
  id: 'supercomputer',
  title: 'logs of supercomputers',
  first: '-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  multiline: true,
  readLine: (line) => (line.charAt(0) <= '9' && !line.startsWith('-') ? readState(line) : readGathered(line)),
};

function readGathered(line: string): LineFields | undefined {
  const match = head.exec(line);
  if (!match) return undefined;
  const rest = line.slice(match[0].length);
  const event = blueGene.exec(rest);
  if (event) {
    const [whole, fraction = '', severity = ''] = event;
    const level = severity === 'FAILURE' ? 'fatal' : readLevelName(severity);
    return { time: readSeconds(match[1], Number(fraction.slice(0, 3))), level, message: rest.slice(whole.length) };
  }
  const own = ofNode.exec(rest);
  return own ? { time: readSeconds(match[1], 0), message: rest.slice(own[0].length) } : undefined;
}

function readState(line: string): LineFields | undefined {
  const match = state.exec(line);
  if (!match) return undefined;
  const [whole, word = '', seconds] = match;
  return { time: readSeconds(seconds, 0), level: word === 'error' ? 'error' : undefined, message: line.slice(whole.length) };
}

function readSeconds(seconds: string | undefined, milliseconds: number): LineFields['time'] {
  return { ms: Number(seconds) * 1000 + milliseconds, zoneAssumed: false };
}
