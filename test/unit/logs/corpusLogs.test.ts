import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LogRecord } from '../../../server/src/service/logs/logRecord.ts';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { cloudLogs } from './corpus/cloudLogs.ts';
import { lnavJsonLogs } from './corpus/lnavJsonLogs.ts';
import { lnavTextLogs } from './corpus/lnavTextLogs.ts';
import { sampleLogs } from './corpus/sampleLogs.ts';
import { recogniserOf } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

const folder = path.resolve('../shared/corpus/logs');
const logs = [...cloudLogs, ...sampleLogs, ...lnavJsonLogs, ...lnavTextLogs];
// The codes in these logs.
const recogniser = recogniserOf(['INSUFFICIENT_FUNDS', 'OvenMalfunction', 'PodNotFound']);
const near = Date.UTC(2026, 0, 1);

describe('real logs', () => {
  before(function () {
    if (existsSync(folder)) return;
    console.log('      skipped: there is no folder of real logs beside the repository');
    this.skip();
  });

  for (const { file, records: count, expected } of logs) {
    it(`reads ${file}`, () => {
      const text = readText(path.join(folder, file));
      const records = readRecords(text, recogniser, { near });
      assert.equal(records.length, count);
      const rows = expected.trim().split(/\s*\n\s*/);
      assert.deepEqual(
        rows.map((row) => describeRecord(records, Number(row.split(' ', 1)[0]))),
        rows,
      );
      for (const { span } of records) {
        const at = Math.floor((span.start + span.end) / 2);
        assert.deepEqual(readRecordAt(text, at, recogniser, { near })?.span, span);
      }
    });
  }

  it('knows every one of them', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    assert.deepEqual(files.sort(), logs.map(({ file }) => file).sort());
  });
});

function describeRecord(records: readonly LogRecord[], number: number): string {
  const record = records[number - 1];
  assert.ok(record);
  const { line, lines, carrier, format, time, level, status, code, requestId } = record;
  return [
    number,
    `${line + 1}+${lines}`,
    carrier === undefined ? format : `${carrier}>${format}`,
    time === undefined ? '-' : `${new Date(time.ms).toISOString()}${time.zoneAssumed ? '?' : ''}`,
    level ?? '-',
    status ?? '-',
    code ?? '-',
    requestId ?? '-',
  ].join(' ');
}

function readText(file: string): string {
  const bytes = readFileSync(file);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString('utf8');
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8', { ignoreBOM: true }).decode(bytes);
}
