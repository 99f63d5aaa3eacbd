import assert from 'node:assert/strict';
import { findLeadingCount, findTime, readEpoch, readTime } from '../../../server/src/service/logs/logTime.ts';

const near = Date.UTC(2026, 4, 10);

/** A time as a log writes it; ISO 8601 in UTC, with a question mark when the log gives no zone. */
const times: readonly (readonly [string, string])[] = [
  ['2025-04-01T09:00:00.123Z', '2025-04-01T09:00:00.123Z'],
  ['2025-04-01T09:00:00.123456789Z', '2025-04-01T09:00:00.123Z'],
  ['2025-04-01T09:00:00+02:00', '2025-04-01T07:00:00.000Z'],
  ['2025-04-01T09:00:00-0530', '2025-04-01T14:30:00.000Z'],
  ['2025-04-01T09:00:00+02', '2025-04-01T07:00:00.000Z'],
  ['2012-11-21 15:21:13 +0100', '2012-11-21T14:21:13.000Z'],
  ['2012-07-02 10:22:40,672', '2012-07-02T10:22:40.672Z?'],
  ['2009/11/10 23:00:00', '2009-11-10T23:00:00.000Z?'],
  ['2026-05-04 12:00:00 UTC', '2026-05-04T12:00:00.000Z'],
  ['10/Oct/2000:13:55:36 -0700', '2000-10-10T20:55:36.000Z'],
  ['25/Feb/2019:16:19:48.143', '2019-02-25T16:19:48.143Z?'],
  ['May  4 12:00:00', '2026-05-04T12:00:00.000Z?'],
  ['Nov  3 09:23:38', '2025-11-03T09:23:38.000Z?'],
  ['Fri Sep 09 10:42:29.902022 2011', '2011-09-09T10:42:29.902Z?'],
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['Sun, 06 Nov 1994 08:49 +0100', '1994-11-06T07:49:00.000Z'],
  ['2026-05-04T12:00Z', '2026-05-04T12:00:00.000Z'],
  ['2026-05-04 12:00', '2026-05-04T12:00:00.000Z?'],
  ['2026-05-04T12:00+0200', '2026-05-04T10:00:00.000Z'],
  ['20260504T120000Z', '2026-05-04T12:00:00.000Z'],
  ['20260504T120000.123+0200', '2026-05-04T10:00:00.123Z'],
  ['20260504 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['04.05.2026 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['4.5.2026, 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['31.12.2025 23:59:59,250 +0100', '2025-12-31T22:59:59.250Z'],
  ['2026.05.04 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['Mon May 04 2026 12:00:01 GMT+0200 (Central European Summer Time)', '2026-05-04T10:00:01.000Z'],
  ['2026-05-04 12:00:01 UTC-3', '2026-05-04T15:00:01.000Z'],
  ['Mon May  4 12:00:01 CEST 2026', '2026-05-04T10:00:01.000Z'],
  ['May  4 12:00:01 CEST', '2026-05-04T10:00:01.000Z'],
  ['May 04 2024 12:00:01', '2024-05-04T12:00:01.000Z?'],
  ['2026-05-04 01:00:00 PM', '2026-05-04T13:00:00.000Z?'],
  ['04-May-2026 12:30:00 AM', '2026-05-04T00:30:00.000Z?'],
  ['2026-05-04 01:00:00 PM2 started', '2026-05-04T01:00:00.000Z?'],
  ['2026-05-04 01:00:00 pm', '2026-05-04T13:00:00.000Z?'],
  ['2026-05-04 12:00:00 AEST', '2026-05-04T02:00:00.000Z'],
  ['2026-05-04 12:00:00 ACST', '2026-05-04T02:30:00.000Z'],
  ['2026-05-04 12:00:00 MSK', '2026-05-04T09:00:00.000Z'],
  ['2026-05-04 12:00:00 IST', '2026-05-04T12:00:00.000Z?'],
  ['2026-5-4 9:02:03', '2026-05-04T09:02:03.000Z?'],
  ['2026/5/4 12:00:00', '2026-05-04T12:00:00.000Z?'],
  ['25/12/2025 13:02:03', '2025-12-25T13:02:03.000Z?'],
  ['12/25/2025 13:02:03 PST', '2025-12-25T21:02:03.000Z'],
  ['12-25-2025 13:02', '2025-12-25T13:02:00.000Z?'],
  ['05/04/2026, 1:02:03 PM', '2026-05-04T13:02:03.000Z?'],
  ['05/04/2026, 1:02:03 PM +0200', '2026-05-04T11:02:03.000Z'],
  ['13/04/2026, 1:02:03 pm', '2026-04-13T13:02:03.000Z?'],
  ['04/04/2026 13:02:03', '2026-04-04T13:02:03.000Z?'],
  // Not August: the log was written before.
  ['05/08/2026 13:02:03', '2026-05-08T13:02:03.000Z?'],
  ['08/05/2026 13:02:03', '2026-05-08T13:02:03.000Z?'],
  ['May 4, 2026 1:02:03,250 PM CEST', '2026-05-04T11:02:03.250Z'],
  ['2026-05-04, 12:00:01 UTC', '2026-05-04T12:00:01.000Z'],
  // Years of two digits: nothing of the last years but one reading.
  ['26/05/04 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['26-05-04 12:00:01,250 +0200', '2026-05-04T10:00:01.250Z'],
  ['31/12/25 12:00:01', '2025-12-31T12:00:01.000Z?'],
  ['12/31/25 12:00:01', '2025-12-31T12:00:01.000Z?'],
  ['25/12/31 12:00:01', '2025-12-31T12:00:01.000Z?'],
  ['5/5/26 1:02:03', '2026-05-05T01:02:03.000Z?'],
  ['5/4/26, 1:02:03 PM', '2026-05-04T13:02:03.000Z?'],
  ['04.05.26 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['04-May-26 12:00:01', '2026-05-04T12:00:01.000Z?'],
  ['2026-05-04 12:00:00 -9999 bytes', '2026-05-04T12:00:00.000Z?'],
  ['2024-02-29T24:00:00Z', '2024-03-01T00:00:00.000Z'],
  ['1745532517', '2025-04-24T22:08:37.000Z'],
  ['1745532517537', '2025-04-24T22:08:37.537Z'],
  ['1534860261221373', '2018-08-21T14:04:21.221Z'],
  ['1544712660300000000', '2018-12-13T14:51:00.300Z'],
];

describe('readTime', () => {
  for (const [text, expected] of times) {
    it(`reads ${text}`, () => {
      const time = readTime(text, { near });
      assert.ok(time);
      assert.equal(`${new Date(time.ms).toISOString()}${time.zoneAssumed ? '?' : ''}`, expected);
    });
  }

  for (const text of [
    '',
    'today',
    '2025-13-01T00:00:00Z',
    '2025-01-40T00:00:00Z',
    '2025-01-01T00:99:00Z',
    '2026-02-31T12:00:00Z',
    '2025-02-29T12:00:00Z',
    '2026-05-04T24:30:00Z',
    '31/Apr/2026:12:00:00 +0000',
    '31.02.2026 12:00:00',
    '04.13.2026 12:00:00',
    '20260431T120000Z',
    // The fifth of April, or the fourth of May.
    '05/04/2026 12:00:01',
    '05/04/2026, 1:02:03 pm',
    '13/13/2026 12:00:01',
    // The fourth of May, or the fifth of April; the 25th, or the 26th; long ago.
    '04/05/26 12:00:01',
    '25/04/26 12:00:01',
    '17/06/09 12:00:01',
    '25/31/12 12:00:01',
    '31.02.26 12:00:01',
    '10.0.26 12:00:01',
    '26/05/04 12:00',
    '1/05/04/2026 12:00:01',
    'backup-20260504T120000Z.tar',
    '20260504T1200005Z',
    '10.0.2026 12:00:01',
    '2026-05-04T12:00:7',
    '0001-01-01T00:00:00Z',
    '12345',
    'x'.repeat(100),
  ]) {
    it(`takes ${text.slice(0, 30) || 'nothing'} for no time`, () => assert.equal(readTime(text, { near }), undefined));
  }

  it('needs to know when the log was written for a time without a year', () => {
    assert.equal(readTime('May  4 12:00:00', {}), undefined);
    assert.equal(readTime('26/05/04 12:00:01', {}), undefined);
  });

  it('finds a leap year for the 29th of February', () => {
    assert.equal(readTime('Feb 29 12:00:00', { near })?.ms, Date.UTC(2024, 1, 29, 12));
    assert.equal(readTime('Feb 30 12:00:00', { near }), undefined);
  });
});

describe('findTime', () => {
  it('gives the place of the time', () => {
    const found = findTime('[2026-05-04T12:00:00Z] x', 60, {});
    assert.deepEqual([found?.start, found?.end], [1, 21]);
  });

  it('takes the first of several, and none that begins too late', () => {
    assert.equal(findTime('2026-05-04T12:00:00Z 2020-01-01T00:00:00Z', 60, {})?.time.ms, Date.UTC(2026, 4, 4, 12));
    assert.equal(findTime(`${'x'.repeat(50)} 2026-05-04T12:00:00Z`, 20, {}), undefined);
  });
});

describe('findLeadingCount', () => {
  for (const [line, ms, rest] of [
    ['1777896000.123    157 10.0.0.1 TCP_MISS/200', 1777896000123, '    157 10.0.0.1 TCP_MISS/200'],
    ['1777896000123 request failed', 1777896000123, ' request failed'],
    ['1777896000123456|failed', 1777896000123, '|failed'],
    ['[1777896000] SERVICE ALERT: web', 1777896000000, '] SERVICE ALERT: web'],
    ['[1777896000.5021] dhcp4: failed', 1777896000502, '] dhcp4: failed'],
    ['1777896000 ERROR failed', 1777896000000, ' ERROR failed'],
    ['1777896000123\tfailed', 1777896000123, '\tfailed'],
    ['1700000000000 ERROR failed', 1700000000000, ' ERROR failed'],
    ['1700000000000 order of years ago', undefined, ''],
    ['1700000000123456789 id of a trace', undefined, ''],
    ['1777896000 [warn] failed', undefined, ''],
    ['1777896000 items failed', undefined, ''],
    ['4015630000123 item not found', undefined, ''],
    ['1999999999 ERROR not yet', undefined, ''],
    ['1000000000123 long ago', undefined, ''],
    ['17778960001234 one digit too many', undefined, ''],
    ['1777896000.12.3 version', undefined, ''],
  ] as const) {
    it(`${ms === undefined ? 'takes no time from' : 'reads'} ${line}`, () => {
      const found = findLeadingCount(line, { near });
      assert.equal(found?.time.ms, ms);
      if (found) assert.equal(line.slice(found.end), rest);
    });
  }

  it('needs to know when the log was written', () => {
    assert.equal(findLeadingCount('1777896000123 request failed', {}), undefined);
  });
});

describe('readEpoch', () => {
  it('takes small and impossible numbers for none', () => {
    for (const value of [0, -1, 42, Number.NaN, Number.POSITIVE_INFINITY, 1e25]) assert.equal(readEpoch(value), undefined);
  });

  it('keeps the milliseconds of fractional seconds', () => {
    assert.equal(readEpoch(1693840791.7565)?.ms, 1693840791756);
  });
});
