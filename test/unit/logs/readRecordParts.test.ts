import assert from 'node:assert/strict';
import { readRecordParts } from '../../../server/src/service/logs/reading/readRecordParts.ts';
import { recogniser, requestId } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

const block = `2026-05-04T12:00:00Z ERROR failed: 402 INSUFFICIENT_CREDITS request_id=${requestId}
    at post (client.ts:56:11)
    at retry (retry.ts:16:14)

{"level":30,"time":1777896131120,"msg":"on one line"}
{
  "level": "error",
  "time": "2026-05-04T12:00:01Z",
  "list": [
    {"time": "2026-05-04T12:00:02Z"}
  ]
}
127.0.0.1 - - [04/May/2026:12:00:03 +0000] "POST /v1/x HTTP/1.1" 504 2
`;

describe('readRecordParts', () => {
  it('reads what is read at once, wherever the parts end', () => {
    const text = block.repeat(20);
    const whole = readRecords(text, recogniser);
    for (const length of [1, 50, 100, 333, 5_000, 1_000_000]) {
      assert.deepEqual([...readRecordParts(text, recogniser, {}, length)].flat(), whole, String(length));
    }
  });

  it('reads in several parts, so that others get their turn', () => {
    assert.ok([...readRecordParts(block.repeat(20), recogniser, {}, 1_000)].length > 5);
  });

  it('ends for texts that begin no record', () => {
    for (const text of ['', '\n', 'x', '}\n'.repeat(1_000), ' '.repeat(1_000)]) {
      assert.deepEqual([...readRecordParts(text, recogniser, {}, 10)].flat(), readRecords(text, recogniser));
    }
  });
});
