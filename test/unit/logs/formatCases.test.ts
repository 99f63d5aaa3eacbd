import assert from 'node:assert/strict';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { columnCases } from './columnCases.ts';
import { fieldCases } from './fieldCases.ts';
import { formatCases } from './formatCases.ts';
import { levelCases } from './levelCases.ts';
import { messageCases } from './messageCases.ts';
import { programCases } from './programCases.ts';
import { recogniser } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';
import { serviceCases } from './serviceCases.ts';
import { toolCases } from './toolCases.ts';
import { zoneCases } from './zoneCases.ts';

const near = Date.UTC(2026, 4, 10);

describe('lines of loggers and servers', () => {
  const tables = [
    formatCases,
    columnCases,
    messageCases,
    programCases,
    fieldCases,
    levelCases,
    zoneCases,
    serviceCases,
    toolCases,
  ];
  for (const [name, [line, expected]] of tables.flatMap((table) => Object.entries(table))) {
    it(`reads ${name}`, () => {
      const text = `${line}\r\n`;
      const [record, more] = readRecords(text, recogniser, { near });
      assert.ok(record);
      assert.equal(more, undefined);
      const { carrier, format, time, level, status, method, path, requestId } = record;
      assert.equal(
        [
          carrier === undefined ? format : `${carrier}>${format}`,
          time === undefined ? '-' : `${new Date(time.ms).toISOString()}${time.zoneAssumed ? '?' : ''}`,
          level ?? '-',
          status ?? '-',
          method ?? '-',
          path ?? '-',
          requestId ?? '-',
        ].join(' '),
        expected,
      );
      assert.deepEqual(record.span, { start: 0, end: line.length });
      assert.deepEqual(readRecordAt(text, line.length - 1, recogniser, { near }), record);
    });
  }
});
