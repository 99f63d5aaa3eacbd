import type { CorpusLog } from './corpusLog.ts';

export const sampleLogs: readonly CorpusLog[] = [
  {
    file: 'pamburus+hl/sample/cafe.log',
    records: 22,
    expected: `
      1 1+1 json 2025-03-22T08:00:00.000Z info - - -
      4 4+1 json 2025-03-22T08:16:45.000Z info - - -
      9 9+1 json 2025-03-22T10:02:54.000Z warn - - -
      12 12+1 json 2025-03-22T11:41:32.000Z debug - - -
      14 14+1 json 2025-03-22T11:47:20.000Z info - - -
      15 15+1 json 2025-03-22T11:50:34.000Z error - OvenMalfunction -
      16 16+1 json 2025-03-22T11:52:53.000Z warn - - -
      17 17+1 json 2025-03-22T11:58:11.000Z info - - -
      19 19+1 json 2025-03-22T12:07:12.000Z trace - - -
      22 22+1 json 2025-03-22T13:11:33.000Z info - - -
    `,
  },
  {
    file: 'pamburus+hl/sample/kitchen-sink.log',
    records: 23,
    expected: `
      1 1+1 json 2025-04-01T09:00:00.123Z trace - - -
      2 2+1 json 2025-04-01T09:00:01.456Z debug - - -
      7 7+1 json 2025-04-01T09:01:12.111Z trace - - abc-123
      9 9+1 json 2025-04-01T09:01:12.333Z info 200 - -
      10 10+1 json 2025-04-01T09:05:30.444Z warn - - -
      11 11+1 json 2025-04-01T09:10:45.555Z error - INSUFFICIENT_FUNDS -
      12 12+1 json 2025-04-01T09:15:00.666Z info - - -
      15 15+1 json 2025-04-01T09:20:15.999Z warn - - -
      18 18+1 json 2025-04-01T09:35:45.222Z error 503 - -
      23 23+1 json 2025-04-01T09:50:30.777Z info - - -
    `,
  },
  {
    file: 'rcoh+angle-grinder/test_files/test_json.log',
    records: 6,
    expected: `
      1 1+1 json - info - - -
      2 2+1 json - error - - -
      3 3+1 json - error - - -
      4 4+1 json - info - - -
      5 5+1 json - info - - -
      6 6+1 json - - - - -
    `,
  },
  {
    file: 'rcoh+angle-grinder/test_files/test_logfmt.log',
    records: 3,
    expected: `
      1 1+1 logfmt - info - - -
      2 2+1 logfmt - info - - -
      3 3+1 logfmt - warn - - -
    `,
  },
  {
    file: 'vectordotdev+vector/tests/data/gzipped.log',
    records: 5,
    expected: `
      1 1+1 text - - - - -
      2 2+1 text - - - - -
      3 3+1 text - - - - -
      4 4+1 text - - - - -
      5 5+1 text - - - - -
    `,
  },
  {
    file: 'vectordotdev+vector/tests/data/utf-16le.log',
    records: 5,
    expected: `
      1 1+1 text - - - - -
      2 2+1 text - - - - -
      3 3+1 text - - - - -
      4 4+1 text - - - - -
      5 5+1 text - - - - -
    `,
  },
  {
    file: 'wvanbergen+request-log-analyzer/spec/fixtures/rails_3_partials.log',
    records: 2,
    expected: `
      1 1+6 rails 2012-11-21T14:21:13.000Z - 200 - -
      2 9+5 rails 2012-11-21T14:21:31.000Z - 200 - -
    `,
  },
];
