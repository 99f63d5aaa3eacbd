import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';
import { json } from './json.ts';

const head =
  /^(\d{4}[-/]\d\d[-/]\d\d[T ][\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)?|\d\.\d{6,20}e\+?\d{1,2}|\d{10}\.\d{1,9})\t([A-Za-z]{4,6})\t/;
// Only these names add facts about a request to those that are found in any text.
const aboutRequest =
  /(?:status|code|method|verb|path|ur[il]|target|route|req(?:uest)?[\w.-]{0,20}|correlation[\w.-]{0,20})["':]/i;
const source = /^(?:[\w.-]{1,128}\t)?[\w.@/-]{1,255}\.go:\d{1,7}\t/;

/** zap's console encoder: columns with tabs between, the fields as JSON at the end; a stack trace on the lines below. */
export const zapConsole: LogFormat = {
  id: 'zap',
  title: 'zap console',
  first: '0123456789',
  holds: '\t',
  multiline: true,
  readLine: (line, context) => {
    const match = head.exec(line);
    const level = readLevelName(match?.[2] ?? '');
    if (!match || level === undefined) return undefined;
    const [, stamp = ''] = match;
    const time = readTime(stamp.includes('e') ? String(Number(stamp)) : stamp, context);
    const rest = line.slice(match[0].length);
    const message = rest.slice(source.exec(rest)?.[0].length ?? 0);
    const at = message.indexOf('\t{');
    const fields = at >= 0 && aboutRequest.test(message) ? json.readLine(message.slice(at + 1), context) : undefined;
    const { status, method, path, requestId } = fields ?? {};
    const said = at < 0 ? message : message.slice(0, at);
    return { time, level, status, method, path, requestId, message: message === '' ? line : said };
  },
};
