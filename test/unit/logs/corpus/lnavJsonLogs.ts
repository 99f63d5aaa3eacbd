import type { CorpusLog } from './corpusLog.ts';

export const lnavJsonLogs: readonly CorpusLog[] = [
  {
    file: 'tstack+lnav/test/logfile_bunyan.0',
    records: 10,
    expected: `
      1 1+1 json 2023-03-24T14:26:16.243Z debug - - -
      2 2+1 json 2023-03-24T14:26:16.243Z debug - - -
      3 3+1 json 2023-03-24T14:26:16.243Z debug - - -
      4 4+1 json 2023-03-24T14:26:16.243Z info - - -
      5 5+1 json 2023-03-24T14:26:16.390Z debug - - -
      6 6+1 json 2023-03-24T14:26:17.493Z debug - - -
      7 7+1 json 2023-03-24T14:26:17.897Z debug - - -
      8 8+1 json 2023-03-24T14:26:17.897Z debug - - -
      9 9+1 json 2023-03-24T14:26:18.330Z debug - - -
      10 10+1 json 2023-03-24T14:26:18.331Z debug - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_caddy_log.0',
    records: 39,
    expected: `
      1 1+1 container>json 2025-10-21T04:10:22.315Z info - - -
      5 5+1 container>json 2025-10-21T04:10:22.315Z warn - - -
      7 7+1 container>json 2025-10-21T04:10:22.316Z warn - - -
      14 14+1 container>json 2025-10-21T04:10:22.318Z info - - -
      16 16+1 container>json 2025-10-21T04:10:28.615Z info 304 - -
      17 17+1 container>json 2025-10-21T04:10:31.827Z info - - -
      18 18+1 container>json 2025-10-21T04:10:31.827Z warn - - -
      26 26+1 container>json 2025-10-21T04:10:47.642Z warn - - -
      36 36+1 container>json 2025-10-21T04:10:47.644Z info - - -
      39 39+1 container>json 2025-10-21T04:12:37.924Z info 200 - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_cloudflare.json',
    records: 1,
    expected: `
      1 1+1 json 2022-10-30T00:00:02.000Z - 301 - 761fde4e984e5ab2
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_ecs_log.json',
    records: 5,
    expected: `
      1 1+1 json 2025-01-13T09:58:13.631Z debug - - -
      2 2+1 json 2025-01-13T09:58:13.632Z info - - -
      3 3+1 json 2025-01-13T09:58:13.633Z warn - - -
      4 4+1 json 2025-01-13T09:58:13.634Z error - - -
      5 5+1 json 2025-01-13T09:58:13.634Z fatal - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_invalid_json.json',
    records: 5,
    expected: `
      1 1+1 json 2013-09-06T20:00:48.124Z trace - - -
      2 2+1 json 2013-09-06T20:00:49.124Z info - - -
      3 3+1 json 2013-09-06T22:00:49.124Z info - - -
      4 4+1 json 2013-09-06T22:00:59.124Z debug - - -
      5 5+1 json 2013-09-06T22:00:59.222Z debug - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_journald.json',
    records: 2,
    expected: `
      1 1+1 journald 2018-08-21T14:04:21.221Z fatal - - -
      2 2+1 journald 2018-08-21T14:04:21.221Z info - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_otel_collector.jsonl',
    records: 11,
    expected: `
      1 1+1 otlp 2023-11-14T22:13:20.000Z info - - 5b8aa5a2d2c872e8321cf37308d69df2
      2 1+1 otlp 2023-11-14T22:13:21.000Z warn - - 5b8aa5a2d2c872e8321cf37308d69df2
      3 1+1 otlp 2023-11-14T22:13:22.000Z info - - 5b8aa5a2d2c872e8321cf37308d69df2
      4 2+1 otlp 2023-11-14T22:13:23.000Z error - - 6c9bb6b3e3d983f9432d048419e7ae03
      6 3+1 otlp 2023-11-14T22:13:25.000Z trace - - 7d0cc7c4f4e094fa543e059520f8bf14
      7 3+1 otlp 2023-11-14T22:13:26.000Z debug - - 7d0cc7c4f4e094fa543e059520f8bf14
      8 3+1 otlp 2023-11-14T22:13:27.000Z fatal - - 7d0cc7c4f4e094fa543e059520f8bf14
      9 4+1 otlp 2023-11-14T22:13:28.000Z info - - -
      10 5+1 otlp 2023-11-14T22:13:29.000Z - - - -
      11 6+1 otlp 2023-11-14T22:13:30.000Z info - - 8e1dd8d505f1a50b654f060631090c25
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_pino.0',
    records: 1,
    expected: `
      1 1+1 json 2025-04-24T22:08:37.537Z info - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_rust_tracing.0',
    records: 5,
    expected: `
      1 1+1 json 2025-10-28T19:15:10.821Z info - - -
      2 2+1 json 2025-10-28T19:15:10.821Z info - - -
      3 3+1 json 2025-10-28T19:15:10.821Z trace - - -
      4 4+1 json 2025-10-28T19:15:10.821Z warn - - -
      5 5+1 json 2025-10-28T19:15:10.821Z error - - -
    `,
  },
];
