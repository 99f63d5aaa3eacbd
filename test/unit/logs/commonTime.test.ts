import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCommonTime } from '../../../server/src/service/logs/times/commonTime.ts';
import { findTime } from '../../../server/src/service/logs/times/logTime.ts';

const digits = (from: number, to: number, width = 2) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(width, '0'));
const clock = fc.tuple(digits(0, 25), digits(0, 61), digits(0, 61)).map((parts) => parts.join(':'));
const fraction = fc.constantFrom('', '.1', '.123', ',123', ':123', '.123456', '.999999999', '.1234567890', '.');
const zones = ['', 'Z', 'ZX', '+02:00', '-0530', '+15:00', '+02', ' Z', ' +0200', ' UTC', ' PST', ' pm', ' PM', '  INFO'];
const zone = fc.constantFrom(...zones, ' WARN', ' ERROR x', ' [info]', ']', ' x', '-', '+02:001', 'CET', '\tCEST', 'x');
const rfc3339 = fc
  .tuple(
    fc.constantFrom('', '['),
    digits(1900, 2100, 4),
    digits(0, 13),
    digits(0, 32),
    fc.constantFrom('T', ' ', '_'),
    clock,
    fraction,
    zone,
  )
  .map(
    ([before, year, month, day, separator, time, rest, end]) =>
      `${before}${year}-${month}-${day}${separator}${time}${rest}${end}`,
  );
const months = fc.constantFrom('Jan', 'Feb', 'May', 'Dec', 'may', 'Mays');
const ncsa = fc
  .tuple(digits(0, 32), months, digits(1900, 2100, 4), clock, fc.constantFrom(' +0000', ' -0730', ' +1500', ' +02', ' Z', ''))
  .map(([day, month, year, time, end]) => `${day}/${month}/${year}:${time}${end}`);

describe('readCommonTime', () => {
  it('reads what the patterns read', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(rfc3339, ncsa), (text) => {
        const common = readCommonTime(text);
        if (common === undefined) return;
        read++;
        // Behind another sign only the patterns find it.
        const found = findTime(`;${text}`, 2, {});
        assert.deepEqual(found && { ...found, start: found.start - 1, end: found.end - 1 }, common);
      }),
      { numRuns: 2_000 },
    );
    assert.ok(read > 100);
  });

  it('reads the usual ones', () => {
    for (const [text, iso, end] of [
      ['2026-05-04T12:00:01.123Z INFO x', '2026-05-04T12:00:01.123Z', 24],
      ['2026-05-04 12:00:01,123 WARN x', '2026-05-04T12:00:01.123Z', 23],
      ['[2026-05-04T14:00:01+02:00] x', '2026-05-04T12:00:01.000Z', 26],
      ['04/May/2026:12:00:01 +0000', '2026-05-04T12:00:01.000Z', 26],
    ] as const) {
      const found = readCommonTime(text);
      assert.equal(found && new Date(found.time.ms).toISOString(), iso, text);
      assert.equal(found?.end, end, text);
    }
  });

  it('leaves to the patterns the times that it cannot read', () => {
    for (const text of [
      '',
      '2026-05-04',
      '2026-05-04 12:00:01 PM',
      '2026-02-31T12:00:01Z',
      '04/May/2026:12:00:01 +0000 ',
      'May 4',
    ])
      assert.equal(readCommonTime(text), undefined, text);
  });
});
