import assert from 'node:assert/strict';
import { createKeptRecords } from '../../../server/src/service/requests/keptRecords.ts';
import { findAllRecords } from './foundRecords.ts';

describe('the records that are kept of many', () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => {
    const time = new Date(Date.UTC(2026, 4, 4, 12, 0, index)).toISOString();
    return `${time} ${index % 1_000 === 500 ? 'ERROR' : 'INFO'} step ${index}`;
  });
  const keep = (most: number, order: readonly string[] = lines) => {
    const kept = createKeptRecords(most);
    for (const record of findAllRecords('a.log', order.join('\n'))) kept.add(record);
    return { total: kept.total(), steps: kept.list().map(({ text }) => Number(/step (\d+)/.exec(text)?.[1])) };
  };

  it('are the first, the last and those that failed', () => {
    const { total, steps } = keep(100);
    assert.deepEqual([total, steps.length], [5_000, 100]);
    for (const step of [0, 1, 40, 500, 1_500, 2_500, 3_500, 4_500, 4_960, 4_999]) assert.ok(steps.includes(step), `${step}`);
  });

  it('are the same in any order of files', () => {
    const sorted = (order: readonly string[]) => keep(100, order).steps.sort((one, other) => one - other);
    assert.deepEqual(sorted(lines.toReversed()), sorted(lines));
  });

  it('are all where there are no more, in the order found', () => assert.deepEqual(keep(3, lines.slice(0, 3)).steps, [0, 1, 2]));

  it('are the first and the last failures where more failed than are kept', () => {
    const { steps } = keep(
      10,
      lines.map((line) => line.replace('INFO', 'ERROR')),
    );
    assert.deepEqual(steps, [0, 1, 2, 3, 4, 4_995, 4_996, 4_997, 4_998, 4_999]);
  });

  it('are none where none is to be kept', () => assert.deepEqual(keep(0), { total: 5_000, steps: [] }));
});
