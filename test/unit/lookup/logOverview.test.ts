import assert from 'node:assert/strict';
import { createOverviewBuilder, findLogLenses, type LogOverview } from '../../../server/src/service/features/logOverview.ts';
import { recogniser, requestId } from '../logs/pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

const other = '5c20b9d8-e3f1-47a6-b05e-92d84f6a17c0';

function overviewOf(text: string): LogOverview {
  const builder = createOverviewBuilder();
  builder.add(readRecords(text, recogniser));
  return builder.finish();
}

describe('createOverviewBuilder', () => {
  const text = [
    `2026-05-04T12:00:00.000Z INFO started request_id=${requestId}`,
    `2026-05-04T12:00:01.000Z INFO once request_id=${other}`,
    `2026-05-04T12:00:02.000Z ERROR failed: 504 GENERATION_TIMEOUT request_id=${requestId}`,
    '    at post (client.ts:56:11)',
    '    at retry (retry.ts:16:14)',
    '',
    `2026-05-04T12:00:03.200Z WARN told the customer request_id=${requestId}`,
  ].join('\n');

  it('folds records of several lines, without the blank lines after them', () => {
    assert.deepEqual(overviewOf(text).folds, [{ startLine: 2, endLine: 4 }]);
  });

  it('sums up requests with several records above their first', () => {
    assert.deepEqual(findLogLenses(overviewOf(text)), [
      { line: 0, title: '3 records, 3.2 s, failed with GENERATION_TIMEOUT', requestId },
    ]);
  });

  it('takes records in any order, and gives no duration without times', () => {
    const mixed = text.split('\n').toReversed().join('\n');
    assert.match(findLogLenses(overviewOf(mixed))[0]?.title ?? '', /^3 records, 3\.2 s/);
    const timeless = `level=info request_id=${requestId}\nlevel=info request_id=${requestId}\n`;
    assert.deepEqual(
      findLogLenses(overviewOf(timeless)).map(({ title }) => title),
      ['2 records'],
    );
  });

  it('takes a UUID in capitals for the same request', () => {
    const both = `level=info request_id=${requestId}\nlevel=info request_id=${requestId.toUpperCase()}\n`;
    assert.deepEqual(findLogLenses(overviewOf(both)), [{ line: 0, title: '2 records', requestId }]);
  });

  it('reports that it leaves requests out', () => {
    const both = `request_id=${requestId}\nrequest_id=${other}\n`.repeat(2);
    assert.deepEqual(
      findLogLenses(overviewOf(both), 1).map(({ line, requestId: id }) => [line, id]),
      [
        [0, undefined],
        [0, requestId],
      ],
    );
    assert.match(findLogLenses(overviewOf(both), 1)[0]?.title ?? '', /Only the first 1 requests/);
    assert.equal(findLogLenses(overviewOf(both), 2).length, 2);
  });

  it('is empty for an empty log', () => assert.deepEqual(overviewOf(''), { folds: [], requests: [], cut: false }));
});
