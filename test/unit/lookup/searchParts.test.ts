import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPlainMemory, createSearchMemory } from '../../../server/src/adapters/byteScan/byteSearch.ts';
import { createNeedleFinder } from '../../../server/src/adapters/byteScan/needleFinder.ts';
import { countEncodedBytes, decodeText, detectEncoding, encodeText } from '../../../server/src/adapters/logFiles/textEncoding.ts';

const memories = [
  ['in memory that is searched by WebAssembly', createSearchMemory],
  ['in memory that is searched without it', (size: number) => createPlainMemory(Buffer.alloc(size))],
] as const;

for (const [name, createMemory] of memories)
  describe(`createNeedleFinder ${name}`, () => {
    const memory = createMemory(200_000);

    it('finds all places of all needles, like a search for each of them', () => {
      const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 30 });
      fc.assert(
        fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.array(word, { maxLength: 40 }), (needles, words) => {
          const text = Buffer.from(words.join(''));
          const { find, matchesAt } = createNeedleFinder(needles.map((needle) => ({ bytes: Buffer.from(needle) })));
          const found: string[] = [];
          memory.bytes.set(text);
          for (let at = find(memory, 0, text.length); at >= 0; at = find(memory, at + 1, text.length)) {
            for (const index of matchesAt(text, at)) found.push(`${at}:${index}`);
          }
          const expected = needles.flatMap((needle, index) => {
            const places: string[] = [];
            for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) places.push(`${at}:${index}`);
            return places;
          });
          assert.deepEqual(found.sort(), expected.sort());
        }),
      );
    });

    it('finds a needle of any length at any place, and none that is cut', () => {
      const needle = fc.string({ unit: fc.constantFrom('a', 'A', '0', '-', 'é', '\n'), minLength: 1, maxLength: 80 });
      const around = fc.string({ unit: fc.constantFrom('a', 'A', '0', '-', 'é', '\n'), maxLength: 300 });
      fc.assert(
        fc.property(needle, around, around, fc.integer({ min: 0, max: 40 }), (wanted, before, after, from) => {
          const bytes = Buffer.from(before + wanted + after);
          memory.bytes.set(bytes);
          const { find } = createNeedleFinder([{ bytes: Buffer.from(wanted) }]);
          assert.equal(find(memory, from, bytes.length), bytes.indexOf(wanted, from));
          const first = bytes.indexOf(wanted);
          assert.equal(find(memory, 0, first + Buffer.byteLength(wanted) - 1), -1);
        }),
      );
    });

    it('finds each spelling of an id, and reports which it is', () => {
      const id = '7f3c9a52-41de-4b0c-9a83-d2e6c01f5b77';
      const { find, matchesAt } = createNeedleFinder([id, id.toUpperCase()].map((text) => ({ bytes: Buffer.from(text) })));
      const mixed = id.replace('f', 'F');
      const text = `${'x'.repeat(70_000)}${mixed} ${id.toUpperCase()} ${id}`;
      memory.bytes.write(text);
      const upper = find(memory, 0, text.length);
      const lower = find(memory, upper + 1, text.length);
      assert.deepEqual([upper, lower], [text.indexOf(id.toUpperCase()), text.indexOf(id)]);
      assert.deepEqual([matchesAt(memory.bytes, upper), matchesAt(memory.bytes, lower)], [[1], [0]]);
      assert.equal(find(memory, lower + 1, text.length), -1);
    });

    it('finds letters in any case where the case is free, like a pattern that leaves it free', () => {
      const letters = fc.constantFrom('a', 'A', 'b', 'B', '-', '\r', '[', '{', '0', '\u0010', 'é');
      const id = fc.string({ unit: fc.constantFrom('a', 'b', '-', '0'), minLength: 1, maxLength: 40 });
      const ids = fc.array(id, { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(ids, fc.string({ unit: letters, maxLength: 300 }), fc.nat(11), (wanted, around, turn) => {
          const shown = (wanted[turn % wanted.length] ?? '').replace(/a/g, (letter, at: number) => (at % 2 ? letter : 'A'));
          const text = Buffer.from(around + shown + around, 'latin1');
          memory.bytes.set(text);
          const finder = createNeedleFinder(wanted.map((each) => ({ bytes: Buffer.from(each), anyCase: true })));
          const found: string[] = [];
          for (let at = finder.find(memory, 0, text.length); at >= 0; at = finder.find(memory, at + 1, text.length))
            for (const index of finder.matchesAt(text, at)) found.push(`${at}:${index}`);
          const expected = wanted.flatMap((each, index) =>
            [...text.keys()].flatMap((at) =>
              text.toString('latin1', at, at + each.length).replace(/[A-Z]/g, (capital) => capital.toLowerCase()) === each
                ? `${at}:${index}`
                : [],
            ),
          );
          assert.deepEqual(found.sort(), expected.sort());
        }),
      );
    });

    it('finds a few needles that are longer than what is searched at a time', () => {
      const needles = ['a', 'b', 'c'].map((letter) => ({ bytes: Buffer.from(letter.repeat(70_000)) }));
      const { find, matchesAt } = createNeedleFinder(needles);
      const text = Buffer.from(`${'x'.repeat(60_000)}${'b'.repeat(70_000)}x`);
      memory.bytes.set(text);
      assert.equal(find(memory, 0, text.length), 60_000);
      assert.deepEqual(matchesAt(memory.bytes, 60_000), [1]);
    });
  });

describe('createPlainMemory', () => {
  it('looks a short way for a spelling that is nowhere, even when a different one is everywhere', () => {
    const bytes = Buffer.alloc(1_000_000, 'req1 ');
    const looked: number[] = [];
    const subarray = bytes.subarray.bind(bytes);
    bytes.subarray = (from, to) => {
      looked.push(to ?? bytes.length);
      return subarray(from, to);
    };
    const { find } = createPlainMemory(bytes);
    const needles = (...texts: string[]) => texts.map((text) => ({ bytes: Buffer.from(text) }));
    assert.equal(find(needles('REQ1', 'req1'), 3, bytes.length), 5);
    assert.ok(Math.max(...looked) < 100_000, String(looked));
    assert.equal(find(needles('REQ1', 'req2'), 0, bytes.length), -1);
  });
});

for (const [name, createMemory] of memories)
  describe(`line feeds ${name}`, () => {
    it('are counted between any two bytes', () => {
      const memory = createMemory(50_000);
      const text = Buffer.alloc(50_000, '\n\n\n\n\r a\n');
      memory.bytes.set(text);
      fc.assert(
        fc.property(fc.nat(50_000), fc.nat(50_000), (one, other) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          assert.equal(memory.countLineFeeds(from, to), text.subarray(from, to).filter((byte) => byte === 10).length);
        }),
      );
    });
  });

describe('detectEncoding', () => {
  it('recognises UTF-16 among other text, with a byte order mark and without', () => {
    const text = '2026-05-04T12:00:00Z INFO größer\r\n';
    assert.equal(detectEncoding(encodeText(`\uFEFF${text}`, 'utf-16le')), 'utf-16le');
    assert.equal(detectEncoding(encodeText(text, 'utf-16le')), 'utf-16le');
    assert.equal(detectEncoding(encodeText(text, 'utf-16be')), 'utf-16be');
    assert.equal(detectEncoding(Buffer.from(text)), 'utf-8');
    assert.equal(detectEncoding(Buffer.alloc(5_000)), 'utf-8');
    assert.equal(detectEncoding(Buffer.alloc(0)), 'utf-8');
  });
});

describe('countEncodedBytes', () => {
  it('counts the bytes of characters, invalid ones too', () => {
    const bytes = Buffer.from([0x61, 0xff, 0xc3, 0x28, 0xc3, 0xa9, 0x62]);
    const text = decodeText(bytes, 'utf-8');
    assert.equal(text, 'a\uFFFD\uFFFD(éb');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((characters) => countEncodedBytes(bytes, characters, 'utf-8')),
      [0, 1, 2, 3, 4, 6, 7],
    );
  });
});
