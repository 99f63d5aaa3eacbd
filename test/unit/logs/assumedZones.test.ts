import assert from 'node:assert/strict';
import { createZoneOf, isZone } from '../../../server/src/service/logs/times/assumedZones.ts';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';
import { readSettings } from '../../../server/src/service/settings/settings.ts';
import { zoneOffset } from '../../../server/src/service/logs/times/zones.ts';
import { recogniser } from './pikzelsRecogniser.ts';

const hour = 3_600_000;

describe('zones of logs that name none', () => {
  it('are read in the zone that is assumed, by name in summer and winter, and by offset', () => {
    const read = (zone: string | undefined, line: string) => {
      const [record] = readRecords(`${line} ERROR leak\n`, recogniser, { zone });
      assert.deepEqual(readRecordAt(`${line} ERROR leak\n`, 3, recogniser, { zone }), record);
      const { time } = record ?? {};
      return time && [new Date(time.ms).toISOString().slice(0, 16), time.zoneAssumed, time.assumed?.zone];
    };
    assert.deepEqual(read('Europe/Berlin', '2026-07-04 12:00:00'), ['2026-07-04T10:00', true, 'Europe/Berlin']);
    assert.deepEqual(read('Europe/Berlin', '2026-01-04 12:00:00'), ['2026-01-04T11:00', true, 'Europe/Berlin']);
    assert.deepEqual(read('-05:30', '2026-01-04 12:00:00'), ['2026-01-04T17:30', true, '-05:30']);
    assert.deepEqual(read('Europe/Berlin', '2026-01-04T12:00:00Z'), ['2026-01-04T12:00', false, undefined]);
    assert.deepEqual(read(undefined, '2026-01-04 12:00:00'), ['2026-01-04T12:00', true, undefined]);
  });

  it('are right around a change of the clocks', () => {
    // Berlin's clocks go forward at 2:00 on 29 March, and back at 3:00 on 25 October.
    const east = (...time: readonly [number, number, number, number]) =>
      (zoneOffset('Europe/Berlin', Date.UTC(...time)) ?? 0) / hour;
    assert.deepEqual([east(2026, 2, 29, 1), east(2026, 2, 29, 3), east(2026, 2, 29, 12)], [1, 2, 2]);
    assert.deepEqual([east(2026, 9, 25, 1), east(2026, 9, 25, 2), east(2026, 9, 25, 3)], [2, 2, 1]);
  });

  it('are chosen by the first glob that matches a path', () => {
    const zoneOf = createZoneOf([
      { glob: 'api*.log', zone: 'Europe/Berlin' },
      { glob: 'logs/**', zone: 'Asia/Tokyo' },
    ]);
    assert.deepEqual(['/srv/api-1.log', '/srv/logs/web.log', 'C:\\srv\\logs\\api.log', '/srv/web.log'].map(zoneOf), [
      'Europe/Berlin',
      'Asia/Tokyo',
      'Europe/Berlin',
      undefined,
    ]);
  });

  it('are checked where they are set', () => {
    assert.deepEqual(['Europe/Berlin', 'UTC', '+02:00', 'Mars/Base', '', '+99:00'].map(isZone), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    const { settings, problems } = readSettings({
      logs: { assumedTimeZone: { '*.log': 'Europe/Berlin', 'b.log': 'Moon', 'c.log': 5 } },
    });
    assert.deepEqual(settings.assumedZones, [{ glob: '*.log', zone: 'Europe/Berlin' }]);
    assert.deepEqual(
      problems.map(({ key }) => key),
      ['logs.assumedTimeZone.b.log', 'logs.assumedTimeZone.c.log'],
    );
    assert.equal(readSettings({ logs: { assumedTimeZone: 'UTC' } }).problems.length, 1);
  });
});
