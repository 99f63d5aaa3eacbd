import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createNeedleFinder } from '../../../server/src/adapters/needleFinder.ts';
import { createNeedleScan, createScanBuffer } from '../../../server/src/adapters/needleScan.ts';
import { createRipgrepOutput, readRipgrepError } from '../../../server/src/adapters/ripgrepOutput.ts';
import {
  countEncodedBytes,
  decodeText,
  detectEncoding,
  encodeText,
  type TextEncoding,
} from '../../../server/src/adapters/textEncoding.ts';

describe('createRipgrepOutput', () => {
  const output = 'a b.log\u0000 \n'.replace(' \n', '3:120:id-1\n') + 'über.log\u00007:9:id-1\n';

  it('reads hits, however the output is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sizes) => {
        const bytes = Buffer.from(output);
        const reader = createRipgrepOutput();
        const hits = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const end = at + (sizes[turn % sizes.length] ?? 1);
          hits.push(...reader.push(bytes.subarray(at, end)));
          at = end;
        }
        assert.deepEqual(hits, [
          { path: 'a b.log', line: 3, offset: 120 },
          { path: 'über.log', line: 7, offset: 9 },
        ]);
      }),
    );
  });

  it('reads the files that could not be read', () => {
    assert.deepEqual(readRipgrepError('rg: C:\\x: y.log: Permission denied (os error 13)'), {
      file: 'C:\\x: y.log',
      reason: 'Permission denied.',
    });
    assert.deepEqual(readRipgrepError('something else'), { file: '', reason: 'something else' });
  });
});

describe('createNeedleScan', () => {
  const finder = createNeedleFinder([Buffer.from('needle')]);

  it('finds each place with its line, offset and surroundings, however the text is cut', () => {
    const part = fc.constantFrom('needle', 'need', 'le', '\n', 'x', 'need\nle');
    const encodings = fc.constantFrom<TextEncoding>('utf-8', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 50 }), fc.integer({ min: 1, max: 30 }), encodings, (parts, size, encoding) => {
        const text = parts.join('');
        const bytes = encodeText(text, encoding);
        const width = encoding === 'utf-8' ? 1 : 2;
        const found: [number, number][] = [];
        const scan = createNeedleScan({
          finder: createNeedleFinder([encodeText('needle', encoding)]),
          encoding,
          buffer: createScanBuffer(),
          onHit: ({ line, offset, bytes: window, start }) => {
            assert.equal(decodeText(window.subarray(offset - start, offset - start + 6 * width), encoding), 'needle');
            found.push([line, offset]);
            return 0;
          },
        });
        for (let at = 0; at < bytes.length; at += size) scan.push(bytes.subarray(at, at + size));
        scan.finish();
        const expected: [number, number][] = [];
        for (let at = text.indexOf('needle'); at >= 0; at = text.indexOf('needle', at + 6)) {
          expected.push([text.slice(0, at).split('\n').length, at * width]);
        }
        assert.deepEqual(found, expected);
      }),
    );
  });

  it('hands out the beginning of a line that began long before, however the text is cut', () => {
    const line = (head: string) => `${head} ${'x'.repeat(150_000)} needle ${'y'.repeat(700_000)} needle\n`;
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const bytes = encodeText(line('Ċ first') + line('second') + 'third needle', encoding);
      for (const size of [1_001, 65_536, 600_000, bytes.length]) {
        const heads: (string | undefined)[] = [];
        const scan = createNeedleScan({
          finder: createNeedleFinder([encodeText('needle', encoding)]),
          encoding,
          buffer: createScanBuffer(),
          onHit: ({ lineHead, offset }) => {
            assert.ok(lineHead === undefined || lineHead.length === 4_096);
            heads.push(lineHead && decodeText(lineHead, encoding).replace(/ x*$/, ''));
            return offset + 1;
          },
        });
        for (let at = 0; at < bytes.length; at += size) scan.push(bytes.subarray(at, at + size));
        scan.finish();
        // What is handed out around the last one begins in the line before.
        assert.deepEqual(heads, ['Ċ first', 'Ċ first', 'second', 'second', 'second'], `${encoding} ${size}`);
      }
    }
  });

  it('hands out bounded text around a place far into a large file, and ends when told', () => {
    const chunk = Buffer.alloc(700_000, 'abc\n');
    let hits = 0;
    const scan = createNeedleScan({
      finder,
      encoding: 'utf-8',
      buffer: createScanBuffer(),
      onHit: ({ offset, line, bytes, start }) => {
        hits++;
        assert.equal(offset, 2_800_000);
        assert.equal(line, 700_001);
        assert.ok(bytes.length <= 131_072 && start === offset - 65_536);
        return undefined;
      },
    });
    for (let turn = 0; turn < 4; turn++) scan.push(chunk);
    scan.push(Buffer.from('needle needle'));
    for (let turn = 0; turn < 4; turn++) scan.push(chunk);
    scan.finish();
    assert.equal(hits, 1);
  });
});

describe('createNeedleFinder', () => {
  it('finds all places of all needles, like a search for each of them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.array(word, { maxLength: 40 }), (needles, words) => {
        const text = Buffer.from(words.join(''));
        const { find, matchesAt } = createNeedleFinder(needles.map((needle) => Buffer.from(needle)));
        const found: string[] = [];
        for (let at = find(text, 0); at >= 0; at = find(text, at + 1)) {
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
});

describe('detectEncoding', () => {
  it('tells UTF-16 from other text, with a byte order mark and without', () => {
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
