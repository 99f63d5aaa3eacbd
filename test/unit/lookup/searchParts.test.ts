import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createNeedleScan } from '../../../server/src/adapters/needleScan.ts';
import { createRipgrepOutput, readRipgrepError } from '../../../server/src/adapters/ripgrepOutput.ts';

describe('createRipgrepOutput', () => {
  const output =
    'a b.log\u0000 \n'.replace(' \n', '3:120:id-1\n') +
    'über.log\u00007:9:id-1\n\n2 matches\n5 files searched\n1234 bytes searched\n0.1 seconds total\n';

  it('reads hits and statistics, however the output is cut', () => {
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
        assert.deepEqual(reader.finish(), { files: 5, bytes: 1234 });
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
  const needle = Buffer.from('needle');

  it('finds each place with its line, offset and surroundings, however the text is cut', () => {
    const part = fc.constantFrom('needle', 'need', 'le', '\n', 'x', 'need\nle');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 50 }), fc.integer({ min: 1, max: 30 }), (parts, size) => {
        const text = Buffer.from(parts.join(''));
        const found: [number, number][] = [];
        const scan = createNeedleScan({
          path: 'x',
          needle,
          onHit: ({ line, offset }, { bytes, start }) => {
            assert.equal(bytes.toString('utf8', offset - start, offset - start + 6), 'needle');
            found.push([line, offset]);
            return 0;
          },
        });
        for (let at = 0; at < text.length; at += size) scan.push(text.subarray(at, at + size));
        scan.finish();
        const expected: [number, number][] = [];
        for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 6)) {
          expected.push([text.subarray(0, at).toString().split('\n').length, at]);
        }
        assert.deepEqual(found, expected);
      }),
    );
  });

  it('hands out bounded text around a place far into a large file, and ends when told', () => {
    const chunk = Buffer.alloc(700_000, 'abc\n');
    let hits = 0;
    const scan = createNeedleScan({
      path: 'x',
      needle,
      onHit: ({ offset, line }, { bytes, start, reachesEnd }) => {
        hits++;
        assert.equal(offset, 2_800_000);
        assert.equal(line, 700_001);
        assert.ok(bytes.length <= 131_072 && start === offset - 65_536 && !reachesEnd);
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
