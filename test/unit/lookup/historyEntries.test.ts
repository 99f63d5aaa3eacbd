import assert from 'node:assert/strict';
import { addToHistory, type HistoryEntry, readHistory } from '../../../client/src/lookup/historyEntries.ts';

const entryOf = (requestId: string, at = 1): HistoryEntry => ({ requestId, at, records: 2, code: null });

describe('the history of look-ups', () => {
  it('keeps the last 20, the newest first', () => {
    let entries: HistoryEntry[] = [];
    for (let number = 1; number <= 25; number++) entries = addToHistory(entries, entryOf(`id-${number}`));
    assert.deepEqual([entries.length, entries[0]?.requestId, entries.at(-1)?.requestId], [20, 'id-25', 'id-6']);
  });

  it('has each id once, as it was looked up last', () => {
    const entries = addToHistory([entryOf('b'), entryOf('a')], entryOf('a', 9));
    assert.deepEqual(
      entries.map(({ requestId, at }) => [requestId, at]),
      [
        ['a', 9],
        ['b', 1],
      ],
    );
  });

  it('takes only entries of its own shape from what was kept', () => {
    for (const kept of [undefined, null, 'x', { length: 2 }]) assert.deepEqual(readHistory(kept), []);
    const good = { ...entryOf('a'), code: 'NOT_FOUND' };
    assert.deepEqual(readHistory([null, 5, {}, { ...good, at: 'x' }, { ...good, code: 5 }, good]), [good]);
    assert.equal(readHistory(Array.from({ length: 50 }, () => good)).length, 20);
  });
});
