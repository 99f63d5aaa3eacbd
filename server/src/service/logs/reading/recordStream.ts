import { withFieldPaths } from '../fieldPaths.ts';
import type { LogRecogniser } from '../logRecogniser.ts';
import type { LogRecord, ReadContext } from '../logRecord.ts';
import { beginsRecord, readEachRecord } from './readRecords.ts';
import { isContinued } from './readRecordAt.ts';
import { countLineBreaks, findLineEnd } from './textLines.ts';

/** Reads the records of a text of any length that comes in pieces, in bounded memory. */
export interface RecordStream {
  /** Hands out the records that certainly end in the text received so far. */
  readonly push: (text: string) => void;
  /** Hands out the rest. */
  readonly finish: () => void;
}

/**
 * The part of a text that is read at a time: a few milliseconds' work. V8 makes texts of 128 KB and more ten times as slowly as
 * shorter ones.
 */
export const recordStreamPiece = 64_000;
const longestWait = 4_000_000;
const mostLinesBack = 2_000;

/**
 * The same records as `readRecords` reads, but where a record is longer than 4 million characters: that is cut.
 * @param onRecord gets each record with its text; its span and line are those within a piece
 * @param countsLines the third argument is the record's first line in the whole, from 0; it costs some time
 */
export function createRecordStream(
  recogniser: LogRecogniser,
  given: ReadContext,
  onRecord: (record: LogRecord, text: string, line: number) => void,
  countsLines = false,
): RecordStream {
  const context = withFieldPaths(given);
  const parts: string[] = [];
  let length = 0;
  let wanted = recordStreamPiece;

  let linesBefore = 0;

  const read = (text: string) => {
    readEachRecord(text, recogniser, context, (record) =>
      onRecord(record, text.slice(record.span.start, record.span.end), linesBefore + record.line),
    );
    if (countsLines) linesBefore += countLineBreaks(text, 0, text.length);
  };
  return {
    push: (text) => {
      parts.push(text);
      length += text.length;
      if (length < wanted) return;
      const all = parts.join('');
      const cut = findCut(all, context) ?? (length >= longestWait ? all.lastIndexOf('\n') + 1 || length : 0);
      if (cut > 0) read(all.slice(0, cut));
      parts.length = 0;
      parts.push(all.slice(cut));
      length -= cut;
      // One that has no end yet is looked at again when there is twice as much of it.
      wanted = Math.max(recordStreamPiece, 2 * length);
    },
    finish: () => {
      if (length > 0) read(parts.join(''));
      parts.length = 0;
      length = 0;
    },
  };
}

/** The start of the last line that begins a record by itself; undefined when there is no such line near the end. */
function findCut(text: string, context: ReadContext): number | undefined {
  let start = text.lastIndexOf('\n') + 1;
  for (let lines = 0; start > 0 && lines < mostLinesBack; lines++) {
    // The last line must be complete before it can be judged, so the line before it is judged.
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    if (previous > 0 && !isContinued(text, previous) && beginsRecord(text.slice(previous, findLineEnd(text, previous)), context))
      return previous;
    start = previous;
  }
  return undefined;
}
