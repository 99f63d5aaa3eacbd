import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

const row = /^\| ?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) ?\| ?(.*?) ?\|$/;
const frame = /^\|(?:\s?:?-{2,40}:?\s?\|){1,40}$|^\|(?:\s{0,40}@?\w{1,60}\s{0,40}\|){1,40}$/;
const mostColumns = 20;
// Further columns after the message: the stream, the group, the pointer.
const furtherColumns = /(?<=[^\\]) \| [\w$[\]/.=:+ -]{1,255}$/;

/** Results of CloudWatch Logs Insights as a table in Markdown: a time in UTC and a message in each row. */
export const markdownTable: LogFormat = {
  id: 'table',
  title: 'CloudWatch Logs Insights in Markdown',
  first: '|',
  readLine: (line, context) => {
    const match = row.exec(line);
    if (!match) return frame.test(line) ? { message: line } : undefined;
    let inner = match[2] ?? '';
    for (let columns = 0, more = furtherColumns.exec(inner); more && columns < mostColumns; columns++) {
      inner = inner.slice(0, more.index);
      more = furtherColumns.exec(inner);
    }
    inner = inner.replaceAll('\\|', '|');
    return { time: readTime(`${match[1]}Z`, context), message: inner, inner };
  },
};
