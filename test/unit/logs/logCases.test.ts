import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LogRecord } from '../../../server/src/service/logs/logRecord.ts';
import { recogniser } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

interface LogCase {
  readonly name: string;
  readonly text: string;
  readonly records?: number;
  /** By the line of a record, or a text that only this record holds. */
  readonly expect: readonly (Readonly<Record<string, unknown>> & { readonly line: number | string })[];
}

const file = path.resolve('../shared/corpus/log-cases.json');
const near = Date.UTC(2026, 10, 29);

describe('samples of logs with what is to be read out of them', () => {
  const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly LogCase[]) : [];
  before(function () {
    if (cases.length > 0) return;
    console.log('      skipped: there are no samples beside the repository');
    this.skip();
  });

  for (const sample of cases) it(`reads ${sample.name}`, () => assert.deepEqual(differencesOf(sample), []));
});

function differencesOf({ text, records: count, expect }: LogCase): readonly string[] {
  const records = readRecords(text, recogniser, { near });
  const wrong = count === undefined || records.length === count ? [] : [`${records.length} records instead of ${count}`];
  for (const { line, ...wanted } of expect) {
    const at = typeof line === 'string' ? text.indexOf(line) : offsetOfLine(text, line);
    const record = records.find(({ span }) => span.start <= at && at < span.end);
    const actual = record && describeRecord(record);
    for (const [key, value] of Object.entries(wanted)) {
      const read = actual?.[key];
      if (key === 'msg' ? !String(read).includes(String(value)) : read !== value)
        wrong.push(`${line} ${key}: ${JSON.stringify(read)} instead of ${JSON.stringify(value)}`);
    }
  }
  return wrong;
}

function describeRecord(record: LogRecord): Readonly<Record<string, unknown>> {
  const { time, level, status, requestId, method, path: target, message } = record;
  return {
    time: time ? new Date(time.ms).toISOString() : null,
    zone: time?.zoneAssumed,
    level,
    status,
    id: requestId,
    code: record.code,
    method,
    path: target,
    msg: message,
  };
}

/** The first character of a line other than white space. */
function offsetOfLine(text: string, line: number): number {
  const start = text.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return start + (/^\s*/.exec(text.slice(start, text.indexOf('\n', start)))?.[0].length ?? 0);
}
