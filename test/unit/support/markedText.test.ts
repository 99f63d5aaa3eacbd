import assert from 'node:assert/strict';
import { readMarkedText } from './markedText.ts';

describe('marked text', () => {
  it('finds the cursor and takes it out', () => {
    assert.deepEqual(readMarkedText('a⟦|⟧b'), { text: 'ab', cursor: 1, ranges: [] });
  });

  it('finds ranges', () => {
    assert.deepEqual(readMarkedText('a⟦bc⟧d', { ranges: 1 }), { text: 'abcd', cursor: -1, ranges: [{ start: 1, end: 3 }] });
  });

  it('fails on none, on too many and on half a marker', () => {
    assert.throws(() => readMarkedText('ab'));
    assert.throws(() => readMarkedText('a⟦|⟧b⟦|⟧'));
    assert.throws(() => readMarkedText('a⟦b', { ranges: 1 }));
    assert.throws(() => readMarkedText('a⟧b', { ranges: 1 }));
    assert.throws(() => readMarkedText('a⟦b⟧⟦c⟧', { ranges: 1 }));
  });
});
