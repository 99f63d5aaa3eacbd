import type { FoundRecord } from '../../../server/src/service/requests/foundRecord.ts';
import { recogniser } from '../logs/pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

/** Every record of a text, as if a search had found it in a file. */
export function findAllRecords(file: string, text: string): FoundRecord[] {
  return readRecords(text, recogniser).map((record) => ({
    source: 'file',
    uri: `file:///${file}`,
    file,
    line: record.line + 1,
    record,
    text: text.slice(record.span.start, record.span.end),
    excerpt: false,
  }));
}
