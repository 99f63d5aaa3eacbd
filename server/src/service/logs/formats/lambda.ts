import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';
import { json } from './json.ts';

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const time = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,18}Z';
const platform = new RegExp(`^(?:START|END|REPORT|RequestId:?) (?:RequestId: )?(${id})(?![\\w-])`);
const nodeRuntime = new RegExp(`^(${time})\\t(${id}|undefined)\\t([A-Za-z]{4,8})\\t`);
const pythonRuntime = new RegExp(`^\\[([A-Z]{4,8})\\][\\t ](${time})[\\t ](${id})?[\\t ]{1,2}`);
const timeout = new RegExp(`^(${time}) (${id}) (?=Task timed out|Task )`);
const start = /^(?:INIT_START|INIT_REPORT|EXTENSION|TELEMETRY)\b[ \t]/;

/** The lines of AWS Lambda and of its runtimes for Node and Python: START, END and REPORT lines, and lines of the function. */
export const lambda: LogFormat = {
  id: 'lambda',
  title: 'AWS Lambda',
  first: 'SERIT[0123456789',
  multiline: true,
  readLine: (line, context) => {
    // A line with another form of date is not from Lambda.
    if (/^\[?\d/.test(line) && line.charAt(10) !== 'T') return undefined;
    const node = line.includes('\t') ? nodeRuntime.exec(line) : null;
    if (node) {
      const message = line.slice(node[0].length);
      // The runtime marks every printed line as INFO; the program's own record has the real level.
      const own = message.startsWith('{') ? json.readLine(message, context) : undefined;
      return {
        time: readTime(node[1] ?? '', context),
        level: own?.level ?? readLevelName(node[3] ?? ''),
        status: own?.status,
        requestId: node[2] === 'undefined' ? undefined : node[2],
        message: own?.message ?? message,
      };
    }
    const python = pythonRuntime.exec(line);
    if (python) {
      return {
        time: readTime(python[2] ?? '', context),
        level: readLevelName(python[1] ?? ''),
        requestId: python[3],
        message: line.slice(python[0].length),
      };
    }
    const late = line.includes(' Task ') ? timeout.exec(line) : null;
    if (late) return { time: readTime(late[1] ?? '', context), requestId: late[2], message: line.slice(late[0].length) };
    const of = platform.exec(line);
    if (of) return { requestId: of[1], message: line };
    return start.test(line) ? { message: line } : undefined;
  },
};
