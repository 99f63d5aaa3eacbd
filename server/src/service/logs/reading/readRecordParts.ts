import { withFieldPaths } from '../fieldPaths.ts';
import type { LogRecogniser } from '../logRecogniser.ts';
import type { LogRecord, ReadContext } from '../logRecord.ts';
import { beginsRecord, readRecords } from './readRecords.ts';
import { isContinued } from './readRecordAt.ts';
import { findLineEnd } from './textLines.ts';

const usualPart = 100_000;
const longestPart = 8_000_000;

/**
 * Reads the records of a text part by part, so that the caller can give way to other work in between. A part ends where a line
 * begins a record by itself. If there is no such line for 8 million characters, it ends at any line.
 * @returns the same records as `readRecords`, their spans and lines in the whole text
 */
export function* readRecordParts(
  text: string,
  recogniser: LogRecogniser,
  given: ReadContext = {},
  length = usualPart,
): Generator<readonly LogRecord[], undefined> {
  const context = withFieldPaths(given);
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const end = findPartEnd(text, start, length, context);
    const part = text.slice(start, end);
    yield readRecords(part, recogniser, context).map((record) => ({
      ...record,
      span: { start: start + record.span.start, end: start + record.span.end },
      line: line + record.line,
    }));
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) line++;
    start = end;
  }
}

function findPartEnd(text: string, start: number, length: number, context: ReadContext): number {
  for (let at = start + length; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1;
    if (next === 0) break;
    if (next - start > longestPart) return next;
    if (!isContinued(text, next) && beginsRecord(text.slice(next, findLineEnd(text, next)), context)) return next;
    at = next;
  }
  return text.length;
}
