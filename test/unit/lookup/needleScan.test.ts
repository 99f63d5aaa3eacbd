import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createNeedleFinder } from '../../../server/src/adapters/byteScan/needleFinder.ts';
import { createLogTextScan, createNeedleFinders } from '../../../server/src/adapters/logReading/logTextScan.ts';
import { createNeedleScan, createScanMemory, type NeedleScan } from '../../../server/src/adapters/byteScan/needleScan.ts';
import { decodeText, encodeText, type TextEncoding } from '../../../server/src/adapters/logFiles/textEncoding.ts';

const handOutAll = (scan: NeedleScan, isMore: boolean) => {
  for (let goesOn = isMore; goesOn; goesOn = scan.goOn());
};
const copyInto = (scan: NeedleScan, chunk: Buffer) => {
  for (let at = 0; at < chunk.length; ) {
    const copied = chunk.copy(scan.room(), 0, at);
    handOutAll(scan, scan.take(copied));
    at += copied;
  }
};

describe('createLogTextScan', () => {
  it('recognises the encoding of a text by its first bytes, however few come at a time', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const first of [1, 2, 15, 100]) {
        const bytes = encodeText('a line\nanother with needle\n', encoding);
        const lines: number[] = [];
        const sink = {
          ids: ['needle'],
          signal: new AbortController().signal,
          ready: () => Promise.resolve(),
          addHit: ({ line }: { readonly line: number }) => lines.push(line),
          keptUntil: () => 0,
          addFiles: () => undefined,
          addBytes: () => undefined,
          setOtherFiles: () => undefined,
          skip: assert.fail,
          isDone: () => false,
        };
        const file = { path: 'a.log', opens: 'a.log', size: 0, modified: 0, changed: 0, device: 0, inode: 0, walked: true };
        const scan = createLogTextScan(file, createNeedleFinders(sink.ids), createScanMemory(), sink);
        copyInto(scan, bytes.subarray(0, first));
        copyInto(scan, bytes.subarray(first));
        handOutAll(scan, scan.finish());
        assert.deepEqual(lines, [2], `${encoding} after ${first}`);
      }
    }
  });
});

describe('createNeedleScan', () => {
  const finder = createNeedleFinder([{ bytes: Buffer.from('needle') }]);

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
          finder: createNeedleFinder([{ bytes: encodeText('needle', encoding) }]),
          encoding,
          memory: createScanMemory(),
          onHit: ({ line, offset, bytes: window, start }) => {
            assert.equal(decodeText(window.subarray(offset - start, offset - start + 6 * width), encoding), 'needle');
            found.push([line, offset]);
            return 0;
          },
        });
        for (let at = 0; at < bytes.length; at += size) copyInto(scan, bytes.subarray(at, at + size));
        handOutAll(scan, scan.finish());
        const expected: [number, number][] = [];
        for (let at = text.indexOf('needle'); at >= 0; at = text.indexOf('needle', at + 6)) {
          expected.push([text.slice(0, at).split('\n').length, at * width]);
        }
        assert.deepEqual(found, expected);
      }),
    );
  });

  it('finds a long needle that begins before a short one, wherever the text is cut', () => {
    const needles = ['outer-inner-outer', 'inner', 'er-o', '-'].map((needle) => ({ bytes: Buffer.from(needle) }));
    const text = Buffer.from(`${'x'.repeat(30)}outer-inner-outer${'x'.repeat(30)}`);
    const memory = createScanMemory(16);
    for (let cut = 1; cut < text.length; cut++) {
      const found: number[] = [];
      const finder = createNeedleFinder(needles);
      const scan = createNeedleScan({
        finder,
        encoding: 'utf-8',
        memory,
        onHit: ({ needle, offset }) => (found.push(needle), offset + 1),
      });
      copyInto(scan, text.subarray(0, cut));
      copyInto(scan, text.subarray(cut));
      handOutAll(scan, scan.finish());
      assert.deepEqual(found, [0, 3, 1, 2, 3], `cut at ${cut}`);
    }
  });

  it('counts lines by itself where the search counts none, after any earlier use of the memory', () => {
    const memory = createScanMemory();
    const lines: number[] = [];
    for (const [text, ids] of [
      ['\n'.repeat(1_000), ['7f3c9a52-41de-4b0c-9a83-d2e6c01f5b77']],
      [`${'x'.repeat(2_000)}d\n`, ['a', 'b', 'c', 'd']],
    ] as const) {
      const finder = createNeedleFinder(ids.map((needle) => ({ bytes: Buffer.from(needle) })));
      const scan = createNeedleScan({ finder, encoding: 'utf-8', memory, onHit: ({ line }) => lines.push(line) });
      copyInto(scan, Buffer.from(text));
      handOutAll(scan, scan.finish());
    }
    assert.deepEqual(lines, [1]);
  });

  it('finds every place in megabytes, wherever it is cut between two blocks', () => {
    const size = 2_000_000;
    const wanted = 'needle in it';
    const memory = createScanMemory();
    const gaps = fc.array(fc.integer({ min: 12, max: 150_000 }), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1_000, max: 700_000 }), (between, chunk) => {
        const bytes = Buffer.alloc(size, 'needle in\n');
        const expected: [number, number][] = [];
        for (let at = 0, turn = 0; at < size - 12; at += between[turn++ % between.length] ?? 12) {
          bytes.write(wanted, at);
          expected.push([at, 0]);
        }
        for (let at = bytes.indexOf(10), place = 0, line = 1; place < expected.length; at = bytes.indexOf(10, at + 1), line++) {
          for (; place < expected.length && (at < 0 || (expected[place]?.[0] ?? 0) < at); place++)
            expected[place]?.splice(1, 1, line);
        }
        const found: [number, number][] = [];
        const scan = createNeedleScan({
          finder: createNeedleFinder([{ bytes: Buffer.from(wanted) }]),
          encoding: 'utf-8',
          memory,
          onHit: ({ offset, line }) => {
            found.push([offset, line]);
            return offset + 1;
          },
        });
        for (let at = 0; at < size; at += chunk) copyInto(scan, bytes.subarray(at, at + chunk));
        handOutAll(scan, scan.finish());
        assert.deepEqual(found, expected);
      }),
      { numRuns: 10 },
    );
  });

  it('hands out the beginning of a line that began long before, however the text is cut', () => {
    const line = (head: string) => `${head} ${'x'.repeat(150_000)} needle ${'y'.repeat(700_000)} needle\n`;
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const bytes = encodeText(line('Ċ first') + line('second') + 'third needle', encoding);
      for (const size of [1_001, 65_536, 600_000, bytes.length]) {
        const heads: (string | undefined)[] = [];
        const scan = createNeedleScan({
          finder: createNeedleFinder([{ bytes: encodeText('needle', encoding) }]),
          encoding,
          memory: createScanMemory(),
          onHit: ({ lineHead, offset }) => {
            assert.ok(lineHead === undefined || lineHead.length === 4_096);
            heads.push(lineHead && decodeText(lineHead, encoding).replace(/ x*$/, ''));
            return offset + 1;
          },
        });
        for (let at = 0; at < bytes.length; at += size) copyInto(scan, bytes.subarray(at, at + size));
        handOutAll(scan, scan.finish());
        // The window around the last one begins in the line before.
        assert.deepEqual(heads, ['Ċ first', 'Ċ first', 'second', 'second', 'second'], `${encoding} ${size}`);
      }
    }
  });

  it('hands out bounded text around a place far into a large file, and ends on request', () => {
    const chunk = Buffer.alloc(700_000, 'abc\n');
    let hits = 0;
    const scan = createNeedleScan({
      finder,
      encoding: 'utf-8',
      memory: createScanMemory(),
      onHit: ({ offset, line, bytes, start }) => {
        hits++;
        assert.equal(offset, 2_800_000);
        assert.equal(line, 700_001);
        assert.ok(bytes.length <= 131_072 && start === offset - 65_536);
        return undefined;
      },
    });
    for (let turn = 0; turn < 4; turn++) copyInto(scan, chunk);
    copyInto(scan, Buffer.from('needle needle'));
    for (let turn = 0; turn < 4; turn++) copyInto(scan, chunk);
    handOutAll(scan, scan.finish());
    assert.equal(hits, 1);
  });
});
