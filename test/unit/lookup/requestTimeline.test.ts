import assert from 'node:assert/strict';
import { buildTimeline } from '../../../server/src/service/requests/requestTimeline.ts';
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

  it('sorts a request of Rails by the zone of its first line, beside a log in UTC', () => {
    const head = (clock: string) => `I, [2026-05-04T${clock} #12]  INFO -- : [req-1]`;
    const rails =
      `${head('07:00:00.100000')} Started GET "/" for 192.0.2.1 at 2026-05-04 07:00:00 -0500\n` +
      `${head('07:00:00.300000')} Completed 200 OK in 200ms\n`;
    const [first, last] = [rails.indexOf('\n'), rails.length].map((end) => rails.slice(0, end));
    const { entries, durationMs } = buildTimeline([
      ...findAllRecords('web.log', first ?? ''),
      // A look-up reads each record by itself.
      ...findAllRecords('web.log', `\n${(last ?? '').slice((first ?? '').length + 1)}`),
      ...findAllRecords('api.log', '2026-05-04T12:00:00.200Z INFO charge\n'),
    ]);
    assert.deepEqual(
      entries.map(({ file, gapMs }) => [file, gapMs]),
      [
        ['web.log', null],
        ['api.log', 100],
        ['web.log', 100],
      ],
    );
    assert.equal(durationMs, 200);
  });

  it('shows how the request ended', () => {
    const { code, status, method, path } = buildTimeline(
      findAllRecords(
        'a.log',
        '{"time":"2026-05-04T12:00:01Z","method":"POST","url":"/v1/x"}\n{"time":"2026-05-04T12:00:02Z","status":402,"code":"INSUFFICIENT_CREDITS"}\n',
      ),
    );
    assert.deepEqual([code, status, method, path], ['INSUFFICIENT_CREDITS', 402, 'POST', '/v1/x']);
  });

  it('shows the answer of the API, not the one that the gateway made of it', () => {
    const { code, status, method, path } = buildTimeline(
      findAllRecords(
        'a.log',
        '{"time":"2026-05-04T12:00:01Z","method":"POST","url":"/generate"}\n' +
          '{"time":"2026-05-04T12:00:02Z","method":"PUT","url":"https://api.pikzels.com/v1/x","status":402,"code":"INSUFFICIENT_CREDITS"}\n' +
          '{"time":"2026-05-04T12:00:03Z","method":"POST","url":"/generate","status":502}\n',
      ),
    );
    assert.deepEqual([code, status, method, path], ['INSUFFICIENT_CREDITS', 402, 'PUT', 'https://api.pikzels.com/v1/x']);
  });

  it('leaves out requests whose longer ids begin or end alike, where the id is there by itself', () => {
    const found = findAllRecords(
      'a.log',
      [
        'req-1 a',
        'req-12 b',
        '"req-1",c',
        'x7req-1 d',
        'k%3Dreq-1&e',
        '{"m":"f\\nreq-1"}',
        'req-1/2 g',
        '\u001b[36mreq-1\u001b[0m h',
      ]
        .map((line) => `2026-05-04T12:00:00Z INFO ${line}\n`)
        .join(''),
    );
    const { entries, leftOut } = buildTimeline(found, 'req-1');
    assert.deepEqual([entries.map(({ line }) => line), leftOut], [[1, 3, 5, 6, 7, 8], 2]);
    // A look-up of a part of an id finds all.
    assert.equal(buildTimeline(found, 'eq-1').entries.length, 8);
  });

  it('keeps an id with quotes and backslashes where JSON has put others before them', () => {
    const id = 'a"b\\c';
    const found = findAllRecords(
      'a.log',
      `2026-05-04T12:00:00Z INFO ${id}\n{"time":"2026-05-04T12:00:01Z","requestId":${JSON.stringify(id)}}\n`,
    );
    const { entries, leftOut } = buildTimeline(found, id);
    assert.deepEqual([entries.map(({ line }) => line), leftOut], [[1, 2], 0]);
  });

  for (const before of [
    '\\u001b[32m',
    '\\x1b[1;32m',
    '\\033[0m',
    '\\e[36m',
    '#033[32m',
    '^[[32m',
    '\u001b[38:2:1:2:3m',
    '%253D',
  ]) {
    it(`keeps an id behind ${JSON.stringify(before)}, which is not part of a longer id`, () => {
      const found = findAllRecords('a.log', `2026-05-04T12:00:00Z INFO req-1\n2026-05-04T12:00:01Z INFO ${before}req-1 done\n`);
      assert.equal(buildTimeline(found, 'req-1').leftOut, 0);
    });
  }

  it('is empty without records', () => {
    assert.deepEqual(buildTimeline([]), {
      entries: [],
      durationMs: null,
      code: undefined,
      status: undefined,
      method: undefined,
      path: undefined,
      leftOut: 0,
    });
  });
});
