import assert from 'node:assert/strict';
import { createCodeTimeline } from '../../../server/src/service/summary/codeTimeline.ts';
import { findCodeFields } from '../../../server/src/service/summary/codeFields.ts';
import { createLogSummariser } from '../../../server/src/service/summary/logSummariser.ts';
import { createRecordStream } from '../../../server/src/service/logs/reading/recordStream.ts';
import { renderLogSummaryMarkdown } from '../../../server/src/service/summary/logSummaryMarkdown.ts';
import { renderLogSummaryPage } from '../../../server/src/service/summary/logSummaryHtml.ts';
import { recogniser } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

const line = (time: string, id: string, rest: Readonly<Record<string, unknown>> = {}) =>
  `${JSON.stringify({ level: 'info', time, request_id: id, ...rest })}\n`;
const log = [
  line('2026-05-04T12:00:00Z', 'req-1000001'),
  line('2026-05-04T12:00:03Z', 'req-1000001', { level: 'error', status: 402, code: 'INSUFFICIENT_CREDITS' }),
  line('2026-05-04T12:01:00Z', 'req-1000002', { level: 'error', error_code: 'QUOTA_GONE' }),
  line('2026-05-04T12:07:00Z', 'req-1000003', { level: 'error', code: 'GENERATION_TIMEOUT', msg: '<script>alert(1)</script>' }),
].join('');

function summarise(text: string, options: { since?: number; until?: number; mostOpenRequests?: number } = {}) {
  const summariser = createLogSummariser({ recogniser, ...options });
  for (const record of readRecords(text, recogniser)) summariser.add(record, text.slice(record.span.start, record.span.end));
  return summariser.result({ files: 1, bytes: text.length, skipped: [], cancelled: false });
}

describe('createLogSummariser', () => {
  it('counts records, levels, codes, requests and unknown codes', () => {
    const summary = summarise(log);
    assert.equal(summary.records, 4);
    assert.equal(summary.first, '2026-05-04T12:00:00.000Z');
    assert.equal(summary.last, '2026-05-04T12:07:00.000Z');
    assert.deepEqual(
      summary.codes.map(({ code, count, status }) => [code, count, status]),
      [
        ['GENERATION_TIMEOUT', 1, '504'],
        ['INSUFFICIENT_CREDITS', 1, '402'],
      ],
    );
    assert.deepEqual(summary.unknown, [{ name: 'QUOTA_GONE', count: 1 }]);
    assert.deepEqual(
      summary.failing.map(({ requestId, code }) => [requestId, code]),
      [
        ['req-1000003', 'GENERATION_TIMEOUT'],
        // A code that is in no catalogue is named as well.
        ['req-1000002', 'QUOTA_GONE'],
        ['req-1000001', 'INSUFFICIENT_CREDITS'],
      ],
    );
    assert.deepEqual(
      summary.slowest.map(({ requestId, durationMs }) => [requestId, durationMs]),
      [['req-1000001', 3_000]],
    );
    assert.deepEqual([summary.requests, summary.failed], [3, 3]);
  });

  const ends: Readonly<
    Record<string, readonly [records: readonly Readonly<Record<string, unknown>>[], failed: number, code?: string]>
  > = {
    'a retry that went well': [[{ status: 429, code: 'RATE_LIMITED', level: 'error' }, { status: 200 }], 0],
    'an error that was got over': [[{ level: 'error', msg: 'upstream gone' }, { status: 201 }], 0],
    'an error after an answer': [[{ status: 200 }, { level: 'error', code: 'LEAK_FOUND' }], 1, 'LEAK_FOUND'],
    'an error without a code': [[{ level: 'error', msg: 'pump gone' }], 1],
    'a status of a server': [[{ status: 502 }], 1],
    'a status of a server with a strange code': [[{ status: 502, error_code: 'PUMP_GONE' }], 1, 'PUMP_GONE'],
    'a warning': [[{ level: 'warn', msg: 'slow' }], 0],
    'a code beside a good status': [[{ status: 200, code: 'INSUFFICIENT_CREDITS' }], 0, 'INSUFFICIENT_CREDITS'],
  };
  for (const [name, [records, failed, code]] of Object.entries(ends))
    it(`says how a request ended: ${name}`, () => {
      const summary = summarise(records.map((rest, n) => line(`2026-05-04T12:00:0${n}Z`, 'req-1000001', rest)).join(''));
      assert.equal(summary.failed, failed);
      if (failed > 0) assert.equal(summary.failing[0]?.code, code ?? null);
      // Files of a rotation may come in any order: the times decide.
      const backwards = records.map((rest, n) => line(`2026-05-04T12:00:0${n}Z`, 'req-1000001', rest)).reverse();
      assert.equal(summarise(backwards.join('')).failed, failed);
    });

  it('takes what a record says of its duration where that is longer than its records', () => {
    const { slowest } = summarise(
      line('2026-05-04T12:00:00Z', 'req-1000001', { status: 200, responseTime: 2500 }) +
        line('2026-05-04T12:00:01Z', 'req-1000002', { duration_ms: 4 }) +
        line('2026-05-04T12:00:03Z', 'req-1000002', {}),
    );
    assert.deepEqual(
      slowest.map(({ requestId, durationMs }) => [requestId, durationMs]),
      [
        ['req-1000001', 2_500],
        ['req-1000002', 2_000],
      ],
    );
  });

  it('writes numbers with separators, and shares in per cent', () => {
    const text = Array.from({ length: 12_345 }, (_, n) =>
      line('2026-05-04T12:00:00Z', `req-${10_000 + n}`, n < 3 ? { status: 500 } : {}),
    );
    const markdown = renderLogSummaryMarkdown('Logs', summarise(text.join('')));
    assert.match(markdown, /12,345, 3 of them fail \(0\.024%\)/);
    assert.match(markdown, /12,345 \| 100%/);
    const one = summarise(line('2026-05-04T12:00:00Z', 'req-1', { status: 500 }));
    assert.match(renderLogSummaryMarkdown('Logs', one), /1, 1 of them fails \(100%\)/);
  });

  it('counts requests that end with a status of an error as failing, whether the code is known or not', () => {
    const { failed, requests, failing } = summarise(
      [
        line('2026-05-04T12:00:00Z', 'req-1', { status: 503, code: 'QUOTA_GONE' }),
        line('2026-05-04T12:00:01Z', 'req-20001', { status: 503 }),
        line('2026-05-04T12:00:02Z', 'req-20002', { status: 503 }),
        line('2026-05-04T12:00:03Z', 'req-20002', { status: 200 }),
      ].join(''),
    );
    assert.deepEqual([failed, requests], [2, 3]);
    assert.deepEqual(
      failing.map(({ requestId, status }) => [requestId, status]),
      [
        ['req-20001', 503],
        ['req-1', 503],
      ],
    );
  });

  it('takes a UUID in capitals for the same request', () => {
    const uuid = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
    const text = line('2026-05-04T12:00:00Z', uuid) + line('2026-05-04T12:00:03Z', uuid.toUpperCase(), { status: 402 });
    assert.deepEqual(
      summarise(text).failing.map(({ requestId, records }) => [requestId, records]),
      [[uuid, 2]],
    );
  });

  it('leaves out what is outside of a time range', () => {
    const summary = summarise(log, { since: Date.parse('2026-05-04T12:01:00Z'), until: Date.parse('2026-05-04T12:07:00Z') });
    assert.deepEqual([summary.records, summary.leftOut], [1, 3]);
  });

  it('reports when requests were closed to make room', () => {
    assert.match(summarise(log, { mostOpenRequests: 1 }).limits.join(' '), /very many requests/);
  });

  it('follows a request over many others as long as it has news', () => {
    const line = (second: number, id: string) =>
      `2026-05-04T12:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z INFO request_id=${id}\n`;
    const lines = Array.from({ length: 300 }, (_, second) =>
      line(second, second % 3 === 0 ? 'req-900001' : `req-${second + 1_000}`),
    );
    const { requests, slowest, limits } = summarise(lines.join(''), { mostOpenRequests: 10 });
    assert.equal(requests, 201);
    assert.deepEqual(
      slowest.map(({ requestId, durationMs, records }) => [requestId, durationMs, records]),
      [['req-900001', 297_000, 100]],
    );
    assert.match(limits.join(' '), /very many requests/);
  });
});

describe('createCodeTimeline', () => {
  const cases: readonly (readonly [string, number, number, number])[] = [
    ['minutes', 119 * 60_000, 60_000, 120],
    ['five minutes', 120 * 60_000, 300_000, 25],
    ['a day', 24 * 3_600_000, 1_800_000, 49],
    ['a year, over changes of the clock', 365 * 86_400_000, 604_800_000, 53],
  ];
  for (const [name, span, stepMs, steps] of cases) {
    it(`takes steps for ${name}`, () => {
      const timeline = createCodeTimeline();
      const start = Date.UTC(2026, 0, 1);
      timeline.add('A', start + span);
      timeline.add('A', start);
      timeline.add('B', start);
      const result = timeline.result(['A']);
      assert.equal(result.stepMs, stepMs);
      assert.ok(Math.abs((result.series[0]?.counts.length ?? 0) - steps) <= 1);
      const total = result.series.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
      assert.equal(total, 3);
      assert.equal(result.series[1]?.code, null);
    });
  }

  const day = 86_400_000;
  const start = Date.UTC(2026, 4, 4);
  const count = (times: readonly number[]) => {
    const timeline = createCodeTimeline();
    for (const ms of times) timeline.add('A', ms);
    const { stepMs, start: begin, series, strays } = timeline.result(['A']);
    const total = series.flatMap(({ counts }) => counts).reduce((sum, each) => sum + each, 0);
    assert.equal(total + strays, times.length);
    assert.ok((series[0]?.counts.length ?? 0) <= 120);
    return { stepMs, begin, strays };
  };
  const hour = Array.from({ length: 60 }, (_, minute) => start + minute * 60_000);

  it('leaves out the few records whose year is wrong, before, behind or both', () => {
    const wanted = { stepMs: 60_000, begin: '2026-05-04T00:00:00.000Z' };
    assert.deepEqual(count([...hour, Date.UTC(1970, 0, 1)]), { ...wanted, strays: 1 });
    assert.deepEqual(count([Date.UTC(2106, 1, 7), ...hour]), { ...wanted, strays: 1 });
    assert.deepEqual(count([...hour, ...hour, Date.UTC(1970, 0, 1), Date.UTC(2106, 1, 7)]), { ...wanted, strays: 2 });
  });

  it('keeps records that are apart without being few or far', () => {
    // Too few to decide which are the strays.
    assert.equal(count([start, start + 60_000, start - 400 * day]).strays, 0);
    // One a day, the last a week later.
    assert.equal(count([...Array.from({ length: 30 }, (_, index) => start + index * day), start + 37 * day]).strays, 0);
    // A quarter of them.
    assert.equal(count([...hour, ...hour.slice(0, 20).map((ms) => ms - 400 * day)]).strays, 0);
    // Once a year.
    assert.equal(count(Array.from({ length: 12 }, (_, index) => start + index * 365 * day)).strays, 0);
  });

  it('counts years of minutes in bounded steps', () => {
    const times = Array.from({ length: 5_000 }, (_, index) => start + index * 7 * 3_600_000);
    assert.deepEqual(count(times), { stepMs: 20_160 * 60_000, begin: '2026-04-23T00:00:00.000Z', strays: 0 });
  });
});

describe('findCodeFields', () => {
  for (const [text, found] of [
    ['{"code":"QUOTA_GONE"}', ['QUOTA_GONE']],
    ['error_code=rate_limited', ['rate_limited']],
    ['{\\"errorCode\\":\\"NoSuchBucket\\"}', ['NoSuchBucket']],
    ['code: ECONNRESET', ['ECONNRESET']],
    ['country_code=US code=200 code=OK code: the zipcode=AB_CD', []],
  ] as const) {
    it(`reads ${text}`, () => assert.deepEqual(findCodeFields(text), found));
  }
});

describe('createRecordStream', () => {
  it('reads the same records, wherever the pieces end', () => {
    const text = `${log}2026-05-04 13:00:00 ERROR failed\n    at one\n    at two\n`.repeat(800);
    const wanted = readRecords(text, recogniser).map(({ span }) => text.slice(span.start, span.end));
    const read: string[] = [];
    const stream = createRecordStream(recogniser, {}, (_, record) => read.push(record));
    for (let at = 0; at < text.length; at += 7_777) stream.push(text.slice(at, at + 7_777));
    stream.finish();
    assert.deepEqual(read, wanted);
  });
});

describe('A summary, as a document', () => {
  const hostile = summarise(
    line('2026-05-04T12:00:00Z', 'req-1000001', { code: 'INSUFFICIENT_CREDITS', url: '/<img src=x onerror=a>|`' }),
  );

  it('keeps the texts of a log inside of its cells', () => {
    const html = renderLogSummaryPage({
      title: '</title><script>',
      summary: hostile,
      contentSecurityPolicy: "default-src 'none'",
      script: { text: '' },
      linkOf: () => undefined,
    });
    assert.ok(!html.includes('<img'));
    assert.ok(!html.includes('</title><script>'));
    assert.match(html, /&lt;img src=x/);
    assert.match(html, /<th scope="row"><code>INSUFFICIENT_CREDITS<\/code><\/th><td class="number">1<\/td>/);
  });

  it('is a Markdown table too', () => {
    assert.match(renderLogSummaryMarkdown('x', hostile), /^\| `INSUFFICIENT_CREDITS` \| 1 \| 402 \|/m);
  });

  it('shows by their numbers the characters that would turn the text around', () => {
    const text = line('2026-05-04T12:00:00Z', 'req-1000009', { status: 500, method: 'GET', path: '/v1/\u202Etxt.exe' });
    assert.match(renderLogSummaryMarkdown('a.log', summarise(text)), /\/v1\/\\\[U\+202E\\\]txt/);
    const page = {
      title: 'a.log',
      summary: summarise(text),
      contentSecurityPolicy: '',
      script: { text: '' },
      linkOf: () => undefined,
    };
    assert.ok(renderLogSummaryPage(page).includes('/v1/[U+202E]txt.exe'));
  });
});
