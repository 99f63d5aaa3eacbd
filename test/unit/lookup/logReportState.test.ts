import assert from 'node:assert/strict';
import { readLogReportState } from '../../../client/src/logReport/logReportState.ts';

describe('readLogReportState', () => {
  it('reads what a page left', () => {
    assert.deepEqual(readLogReportState({ logs: ['file:///a.log'], more: 1 }), { logs: ['file:///a.log'] });
  });

  it('takes anything else for nothing', () => {
    for (const kept of [
      undefined,
      null,
      5,
      {},
      { logs: 'a' },
      { logs: [] },
      { logs: ['a', 5] },
      { logs: [''] },
      { logs: ['a.log'] },
    ])
      assert.equal(readLogReportState(kept), undefined);
  });
});
