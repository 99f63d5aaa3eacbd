import assert from 'node:assert/strict';
import type { LogRecord } from '../../../server/src/service/logs/logRecord.ts';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { recogniser } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

/** The logs of these tests were written to in May 2026. */
export const context = { near: Date.UTC(2026, 4, 10) };

/** Reads a text, and each of its records once more from a place in it. */
export function readEverywhere(text: string): LogRecord[] {
  const records = readRecords(text, recogniser, context);
  for (const record of records) {
    const { start, end } = record.span;
    for (const offset of [start, Math.floor((start + end) / 2), end - 1]) {
      assert.deepEqual(readRecordAt(text, offset, recogniser, context), record);
    }
  }
  return records;
}

/** First line (from 1) and number of lines of each record. */
export const linesOf = (text: string) => readEverywhere(text).map(({ line, lines }) => [line + 1, lines]);
