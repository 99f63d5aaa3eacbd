import assert from 'node:assert/strict';
import { buildTimeline } from '../../../server/src/service/features/requestTimeline.ts';
import { findAllRecords } from './foundRecords.ts';

describe('buildTimeline', () => {
  it('orders records of several files by time, with the gaps between them', () => {
    const { entries, durationMs } = buildTimeline([
      ...findAllRecords('b.log', '2026-05-04T12:00:02.500Z INFO third\n'),
      ...findAllRecords('a.log', '2026-05-04T12:00:00Z INFO first\n2026-05-04T12:00:02Z INFO second\n'),
    ]);
    assert.deepEqual(
      entries.map(({ file, line, gapMs }) => [file, line, gapMs]),
      [
        ['a.log', 1, null],
        ['a.log', 2, 2_000],
        ['b.log', 1, 500],
      ],
    );
    assert.equal(durationMs, 2_500);
  });

  it('keeps a record without a time after its predecessor in the file', () => {
    const { entries } = buildTimeline([
      ...findAllRecords(
        'b.log',
        '{"time":"2026-05-04T12:00:01Z","msg":"one"}\n{"msg":"between"}\n{"time":"2026-05-04T12:00:09Z","msg":"two"}\n',
      ),
      ...findAllRecords('a.log', '{"time":"2026-05-04T12:00:05Z","msg":"other"}\n'),
      ...findAllRecords('untimed.log', 'hello\n'),
    ]);
    assert.deepEqual(
      entries.map(({ record }) => record.message),
      ['one', 'between', 'other', 'two', 'hello'],
    );
    assert.deepEqual(
      entries.map(({ gapMs }) => gapMs),
      [null, null, 4_000, 4_000, null],
    );
  });

  it('says how the request ended', () => {
    const { code, status, method, path } = buildTimeline(
      findAllRecords(
        'a.log',
        '{"time":"2026-05-04T12:00:01Z","method":"POST","url":"/v1/x"}\n{"time":"2026-05-04T12:00:02Z","status":402,"code":"INSUFFICIENT_CREDITS"}\n',
      ),
    );
    assert.deepEqual([code, status, method, path], ['INSUFFICIENT_CREDITS', 402, 'POST', '/v1/x']);
  });

  it('has nothing to say of nothing', () => {
    assert.deepEqual(buildTimeline([]), {
      entries: [],
      durationMs: null,
      code: undefined,
      status: undefined,
      method: undefined,
      path: undefined,
    });
  });
});
