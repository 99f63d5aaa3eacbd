import assert from 'node:assert/strict';
import { createBoundedPattern } from '../../../server/src/service/matching/boundedPattern.ts';

function compile(source: string) {
  const result = createBoundedPattern(source);
  assert.ok(result.ok);
  return result.pattern;
}

describe('createBoundedPattern', () => {
  it('finds all places in UTF-16 code units', () => {
    assert.deepEqual(compile('pkz_[a-z]+').findAll('😀 pkz_ab, pkz_c'), [
      { start: 3, end: 9 },
      { start: 11, end: 16 },
    ]);
  });

  it('leaves empty matches out and stops at the limit', () => {
    assert.deepEqual(compile('x*').findAll('ab'), []);
    assert.equal(compile('a').findAll('aaaa', 2).length, 2);
  });

  it('decides whether the whole text has the shape', () => {
    assert.equal(compile('req_[0-9]+').matches('req_12'), true);
    assert.equal(compile('req_[0-9]+').matches('req_12!'), false);
  });

  it('does not run away', () => {
    assert.equal(compile('(a+)+b').matches('a'.repeat(20_000)), false);
  }).timeout(1_000);

  for (const source of ['(', '(?=x)', '(a)\\1', '(((a{1,1000}){1,1000}){1,1000})', 'a'.repeat(3_000)]) {
    it(`describes the problem of ${source.slice(0, 30)}`, () => {
      const result = createBoundedPattern(source);
      assert.ok(!result.ok && result.problem !== '');
    });
  }
});
