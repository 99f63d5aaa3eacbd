import { readLevelLetter } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// The hours in brackets are those east of UTC.
const head = /^([DIWE])(\d{4})(\d\d)(\d\d)-(\d\d:\d\d:\d\d\.\d{3})\((-?\d{1,2})(?:\.\d{1,2})?\)\?? /;

/** Meteor: `W20260504-12:00:00.123(2)? (STDERR) message`. */
export const meteor: LogFormat = {
  id: 'meteor',
  title: 'Meteor',
  first: 'DIWE',
  multiline: true,
  readLine: (line, context) => {
    const match = line.charAt(9) === '-' ? head.exec(line) : null;
    if (!match) return undefined;
    const [whole, letter = '', year, month, day, clock, hours = '0'] = match;
    const zone = `${hours.startsWith('-') ? '-' : '+'}${hours.replace('-', '').padStart(2, '0')}:00`;
    return {
      time: readTime(`${year}-${month}-${day}T${clock}${zone}`, context),
      level: readLevelLetter(letter),
      message: line.slice(whole.length),
    };
  },
};
