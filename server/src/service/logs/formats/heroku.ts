import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';
import { readNamedFields } from '../namedFields.ts';
import { readPairs } from './logfmt.ts';

const head = /^(\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (?:heroku|app)\[([\w.-]{1,64})\]: ?/;
const router = /^(?:sock=\w{1,20} )?at=(\w{3,10}) (?:code=(\w{1,10}) )?/;

/** `heroku logs`: a time and a process before each line. */
export const heroku: LogFormat = {
  id: 'heroku',
  title: 'Heroku',
  first: '0123456789',
  holds: ']:',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const inner = line.slice(match[0].length);
    return { time: readTime(match[1] ?? '', context), message: inner, inner, group: match[2] };
  },
};

/**
 * The lines of Heroku's router about a request. Its `code=H12` is an error of Heroku's, `status=503` the status that the client
 * got.
 */
export const herokuRouter: LogFormat = {
  id: 'heroku',
  title: 'Heroku router',
  first: 'as',
  readLine: (line, context) => {
    const match = router.exec(line);
    if (!match) return undefined;
    const pairs = readPairs(line, context);
    if (!pairs.has('dyno') || !pairs.has('method')) return undefined;
    const description = pairs.get('desc');
    return {
      ...readNamedFields(pairs, context),
      level: readLevelName(match[1] ?? ''),
      message: typeof description === 'string' ? description : line,
    };
  },
};
