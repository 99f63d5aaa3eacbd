import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createUuidFilter, createUuidQuestion } from '../../../server/src/adapters/logIndex/uuidFilter.ts';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });

function addDashes(plain: string): string {
  return plain.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

describe('createUuidFilter', () => {
  it('never denies a UUID that is there, with dashes or without, in any case and among any text', () => {
    const around = fc.string({ unit: fc.constantFrom('a', 'F', '0', '-', ' ', '\n', 'x'), maxLength: 100 });
    const write = fc.constantFrom(
      (plain: string) => plain,
      (plain: string) => plain.toUpperCase(),
      (plain: string) => addDashes(plain),
      (plain: string) => addDashes(plain).replace('a', 'A'),
    );
    fc.assert(
      fc.property(digits, write, around, around, (id, spell, before, after) => {
        const text = before + spell(id) + after;
        const filter = createUuidFilter(Buffer.from(text), text.length);
        assert.ok(createUuidQuestion(id)(filter), text);
        // An id that begins in the next block belongs to that block.
        const own = createUuidFilter(Buffer.from(`${spell(id)} `), 1);
        assert.ok(createUuidQuestion(id)(own));
        assert.equal(createUuidQuestion(id)(createUuidFilter(Buffer.from(` ${spell(id)}`), 1)), false);
      }),
    );
  });

  it('denies nearly all that are not there', () => {
    const hex = (seed: number) =>
      Array.from({ length: 4 }, (_, word) =>
        (Math.imul(seed * 4 + word + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0'),
      ).join('');
    const text = Array.from({ length: 2_000 }, (_, seed) => `id=${seed % 2 ? hex(seed) : addDashes(hex(seed))}\n`).join('');
    const filter = createUuidFilter(Buffer.from(text), text.length);
    const wrong = Array.from({ length: 2_000 }, (_, seed) => hex(seed + 10_000)).filter((id) => createUuidQuestion(id)(filter));
    assert.ok(wrong.length < 40, `${wrong.length} of 2,000`);
  });

  it('takes no more room for a text of only digits, and denies nothing of it', () => {
    const text = Buffer.alloc(1_000_000, '0123456789abcdef0');
    const filter = createUuidFilter(text, text.length);
    assert.ok(filter.length < 200_000);
    assert.ok(createUuidQuestion(text.toString('latin1', 700_001, 700_033))(filter));
  });
});
