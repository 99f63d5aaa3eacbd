import assert from 'node:assert/strict';
import {
  readPageMessage,
  tableActions,
  type TableContent,
  type TableRow,
} from '../../../client/src/lookup/timelineTable/messages.ts';
import { fitsFilter, renderRows } from '../../../client/src/lookup/timelineTable/rowText.ts';
import { readPageState } from '../../../client/src/lookup/timelineTable/pageState.ts';
import { sourceLetter } from '../../../server/src/shared/sourceLetter.ts';

const row: TableRow = {
  time: '2026-05-04 12:00:02.000',
  timeNote: 'Read as UTC',
  gap: '+1.5 s',
  gapShare: 1,
  source: 0,
  place: 'logs/worker.log:3',
  level: 'ERROR',
  status: '504',
  code: 'GENERATION_TIMEOUT',
  cause: 'Took too long',
  message: 'job\tfailed\n<b>now</b>',
};

describe('readPageMessage', () => {
  const content = { id: 7, rows: [row, row] } as unknown as TableContent;

  it('reads what the page sends', () => {
    assert.deepEqual(readPageMessage({ type: 'ready' }, undefined), { type: 'ready' });
    for (const type of tableActions)
      assert.deepEqual(readPageMessage({ type, content: 7, rows: [1] }, content), { type, content: 7, rows: [1] });
  });

  it('reads nothing else', () => {
    for (const message of [
      null,
      5,
      'open',
      {},
      { type: 'delete', content: 7, rows: [0] },
      { type: 'open', content: 6, rows: [0] },
      { type: 'open', content: 7 },
      { type: 'open', content: 7, rows: [2] },
      { type: 'open', content: 7, rows: [-1] },
      { type: 'open', content: 7, rows: ['0'] },
      { type: 'open', content: 7, rows: [0.5] },
    ]) {
      assert.equal(readPageMessage(message, content), undefined, JSON.stringify(message));
    }
    assert.equal(readPageMessage({ type: 'open', content: 7, rows: [0] }, undefined), undefined);
  });
});

describe('a row of the table', () => {
  it('fits a filter whose words it holds, in any order and case', () => {
    for (const filter of ['', '  ', 'timeout', 'WORKER.LOG:3 504', '<b>']) assert.ok(fitsFilter(row, filter), filter);
    for (const filter of ['timeout 402', 'worker.log:4', '.*']) assert.ok(!fitsFilter(row, filter), filter);
  });

  it('is one line for the clipboard', () => {
    assert.equal(
      renderRows([row, row]),
      '2026-05-04 12:00:02.000\t+1.5 s\tlogs/worker.log:3\tERROR\t504\tGENERATION_TIMEOUT\tjob failed <b>now</b>\n'.repeat(2),
    );
  });
});

describe('readPageState', () => {
  it('reads what a page left', () => {
    assert.deepEqual(readPageState({ requestId: 'req-1', filter: 'error' }), { requestId: 'req-1', filter: 'error' });
    assert.deepEqual(readPageState({ requestId: 'req-1', filter: 5, more: true }), { requestId: 'req-1', filter: '' });
  });

  it('takes anything else for nothing', () => {
    for (const kept of [undefined, null, 'req-1', {}, { requestId: '' }, { requestId: 5 }, { filter: 'error' }])
      assert.equal(readPageState(kept), undefined);
  });
});

describe('sourceLetter', () => {
  it('goes on after Z', () => {
    assert.deepEqual([0, 1, 25, 26, 27, 51, 52, 701, 702].map(sourceLetter), [
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
