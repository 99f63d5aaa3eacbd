import assert from 'node:assert/strict';
import { linesOf, readEverywhere as read } from './readEverywhere.ts';

describe('bounds of records', () => {
  it('takes a number at the start of a line for a time only where the record before it allows that', () => {
    assert.deepEqual(
      linesOf(
        '2026-03-01T12:00:00Z INFO these orders:\n1777896000123 shipped\n1777896000123456 returned\n2026-03-01T12:00:01Z INFO x',
      ),
      [
        [1, 3],
        [4, 1],
      ],
    );
    assert.deepEqual(linesOf('1777896000123 one\n1777896009123 two\n1766666000124 of an order\n1777896010123 three'), [
      [1, 1],
      [2, 2],
      [4, 1],
    ]);
    assert.deepEqual(linesOf('2026-05-04T12:00:00Z INFO of one program\n1777896001123 of another'), [
      [1, 1],
      [2, 1],
    ]);
    const [docker] = read('{"log":"1766666000124 shipped\\n","stream":"stdout","time":"2026-05-04T12:00:00Z"}');
    assert.equal(docker?.time?.ms, Date.UTC(2026, 4, 4, 12));
  });

  it('gives a stack trace to a record without a date, or with one that cannot be told', () => {
    for (const head of ['[12:00:00 ERR]', '12:00:00.123 ERROR', '05/04/2026 12:00:00 ERROR', '05/04/2026 12:00:00']) {
      assert.deepEqual(linesOf(`${head} failed\nSystem.Exception: x\n   at A.B() in C.cs:line 1\n${head} next`), [
        [1, 3],
        [4, 1],
      ]);
    }
  });
});
