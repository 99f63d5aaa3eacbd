import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  admits,
  complement,
  describeStatuses,
  intersect,
  statusesWhere,
  unite,
} from '../../../server/src/service/sites/statusSet.ts';
import type { StatusSet } from '../../../server/src/service/types.ts';

const allStatuses: StatusSet = [[100, 599]];
const operators = ['==', '!=', '<', '<=', '>', '>='] as const;
const set = fc
  .array(fc.tuple(fc.constantFrom(...operators), fc.integer({ min: 90, max: 610 })), { maxLength: 4 })
  .map((parts) => parts.map(([operator, value]) => statusesWhere(operator, value)).reduce<StatusSet>(unite, []));
const has = (statuses: StatusSet, status: number): boolean => statuses.some(([from, to]) => from <= status && status <= to);
const status = fc.integer({ min: 100, max: 599 });

describe('sets of statuses', () => {
  it('hold the statuses of their comparison', () => {
    const compare = {
      '==': (a: number, b: number) => a === b,
      '!=': (a: number, b: number) => a !== b,
      '<': (a: number, b: number) => a < b,
      '<=': (a: number, b: number) => a <= b,
      '>': (a: number, b: number) => a > b,
      '>=': (a: number, b: number) => a >= b,
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...operators),
        status,
        fc.integer({ min: 90, max: 610 }),
        (operator, tried, value) => has(statusesWhere(operator, value), tried) === compare[operator](tried, value),
      ),
    );
  });

  it('are joined, cut and turned round as sets are', () => {
    fc.assert(
      fc.property(set, set, status, (a, b, tried) => {
        assert.equal(has(unite(a, b), tried), has(a, tried) || has(b, tried));
        assert.equal(has(intersect(a, b), tried), has(a, tried) && has(b, tried));
        assert.equal(has(complement(a), tried), !has(a, tried));
      }),
    );
  });

  it('admit codes by number, class or list, and those without a status', () => {
    assert.ok(admits([[401, 401]], [401]));
    assert.ok(admits([[401, 401]], ['4xx']));
    assert.ok(admits([[401, 401]], [400, 401]));
    assert.ok(admits([[401, 401]], []));
    assert.ok(!admits([[401, 401]], [402, '5xx']));
  });

  it('are described as people write them', () => {
    assert.equal(describeStatuses(statusesWhere('>=', 500)), '5xx');
    assert.equal(
      describeStatuses([
        [401, 401],
        [403, 404],
      ]),
      '401, 403–404',
    );
    assert.equal(describeStatuses(allStatuses), '100–599');
  });
});
