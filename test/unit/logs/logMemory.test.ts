import assert from 'node:assert/strict';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';
import { createRecordStream } from '../../../server/src/service/logs/reading/recordStream.ts';
import { recogniser } from './pikzelsRecogniser.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const rails = [
  `I, [2026-05-04T07:00:00.123456 #12]  INFO -- : [${id}] Started POST "/v1/x" for 192.0.2.1 at 2026-05-04 07:00:00 -0500`,
  `I, [2026-05-04T07:00:00.223456 #12]  INFO -- : [${id}] Processing by PumpController#create as JSON`,
  `I, [2026-05-04T07:00:01.323456 #12]  INFO -- : [${id}] Completed 402 Payment Required in 1200ms`,
].join('\n');

describe('facts of the lines before', () => {
  it('read the lines of a Rails request in the zone of its first one, with their milliseconds', () => {
    assert.deepEqual(
      readRecords(rails, recogniser).map(({ time }) => time && [new Date(time.ms).toISOString(), time.zoneAssumed]),
      [
        ['2026-05-04T12:00:00.123Z', false],
        ['2026-05-04T12:00:00.223Z', false],
        ['2026-05-04T12:00:01.323Z', false],
      ],
    );
  });

  it('hold over the pieces that a log comes in', () => {
    const times: (string | undefined)[] = [];
    const stream = createRecordStream(recogniser, {}, ({ time }) => times.push(time && new Date(time.ms).toISOString()));
    const filler = `I, [2026-05-04T07:00:00.223456 #12]  INFO -- : [${id}] pumping\n`.repeat(1_000);
    stream.push(`${rails}\n${filler}`);
    stream.push(filler);
    stream.finish();
    assert.equal(times.length, 2_003);
    assert.equal(times.at(-1), '2026-05-04T12:00:00.223Z');
  });

  const orders: Readonly<Record<string, readonly [fields: string, line: string]>> = {
    'with the status first': ['date time sc-status cs-method cs-uri-stem c-ip', '2026-05-04 12:00:00 503 GET /v1/x 192.0.2.1'],
    'with the time first': ['time date c-ip cs-method cs-uri-stem sc-status', '12:00:00 2026-05-04 192.0.2.1 GET /v1/x 503'],
    'with another status before': [
      'date time cs-method cs-uri-stem s-status sc-status time-taken',
      '2026-05-04 12:00:00 GET /v1/x 200 503 12',
    ],
    'without a date, which a directive gives': ['time cs-method cs-uri-stem sc-status', '12:00:00 GET /v1/x 503'],
  };
  for (const [name, [fields, line]] of Object.entries(orders))
    it(`read a W3C line ${name} by the names of its columns`, () => {
      const text = `#Version: 1.0\n#Date: 2026-05-04 11:59:59\n#Fields: ${fields}\n${line}\n`;
      const records = readRecords(text, recogniser);
      const record = records.at(-1);
      assert.deepEqual(
        [record?.time?.ms, record?.status, record?.method, record?.path],
        [Date.UTC(2026, 4, 4, 12), 503, 'GET', '/v1/x'],
      );
      assert.deepEqual(readRecordAt(text, text.length - 3, recogniser), record);
    });

  it('let the columns of a later directive take the place of those before', () => {
    const text = `#Fields: date time cs-method cs-uri-stem sc-status
2026-05-04 12:00:00 GET /v1/x 404
#Fields: date time sc-status cs-method cs-uri-stem
2026-05-04 12:00:01 503 POST /v1/y`;
    assert.deepEqual(
      readRecords(text, recogniser).flatMap(({ status }) => status ?? []),
      [404, 503],
    );
  });
});
