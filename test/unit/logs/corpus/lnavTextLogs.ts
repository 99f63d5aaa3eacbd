import type { CorpusLog } from './corpusLog.ts';

export const lnavTextLogs: readonly CorpusLog[] = [
  {
    file: 'tstack+lnav/test/logfile_access_log.0',
    records: 3,
    expected: `
      1 1+1 access 2009-07-20T22:59:26.000Z - 200 - -
      2 2+1 access 2009-07-20T22:59:29.000Z - 404 - -
      3 3+1 access 2009-07-20T22:59:29.000Z - 200 - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_ansi.1',
    records: 10,
    expected: `
      1 1+1 syslog 2025-09-19T09:24:04.000Z? - - - -
      2 2+1 syslog 2025-09-19T09:24:04.000Z? - - - -
      3 3+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      4 4+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      5 5+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      6 6+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      7 7+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      8 8+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      9 9+1 syslog 2025-09-19T09:24:20.000Z? - - - -
      10 10+1 syslog 2025-09-19T09:24:20.000Z? - - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_crlf.0',
    records: 2,
    expected: `
      1 1+1 python 2012-07-02T10:22:40.672Z? debug - - -
      2 2+1 python 2014-10-08T16:56:38.344Z? warn - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_glog.0',
    records: 7,
    expected: `
      1 1+1 glog 2025-05-17T15:04:22.619Z? error - - -
      2 2+1 glog 2025-05-17T15:04:22.619Z? info - - -
      3 3+1 glog 2025-05-17T15:04:22.619Z? info - - -
      4 4+1 glog 2025-05-17T15:04:22.619Z? warn - - -
      5 5+1 glog 2025-05-17T15:04:22.619Z? info - - -
      6 6+1 glog 2025-05-17T15:04:22.619Z? info - - -
      7 7+1 glog 2025-05-17T15:04:22.619Z? error - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_haproxy.0',
    records: 17,
    expected: `
      1 1+1 syslog 2025-02-25T16:19:38.000Z? - - - -
      3 3+1 syslog 2025-02-25T16:19:38.000Z? - - - -
      4 4+1 syslog>haproxy 2019-02-25T16:19:48.143Z? - 200 - -
      5 5+1 syslog>haproxy 2019-02-25T16:19:49.851Z? - 200 - -
      8 8+1 syslog>haproxy 2019-02-25T16:20:03.208Z? - 200 - -
      10 10+1 syslog>haproxy 2019-02-25T16:20:08.872Z? - 200 - -
      11 11+1 syslog>haproxy 2019-02-25T16:20:11.910Z? - 200 - -
      13 13+1 syslog>haproxy 2019-02-25T16:20:14.317Z? - 200 - -
      14 14+1 syslog>haproxy 2019-02-25T16:20:10.111Z? - - - -
      17 17+1 syslog>haproxy 2019-02-25T16:20:12.331Z? - 200 - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_invalid_utf8.0',
    records: 1,
    expected: `
      1 1+6 text 2015-03-12T23:16:52.071Z? info - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_java.0',
    records: 20,
    expected: `
      1 1+1 logback 2025-01-24T07:00:30.139Z? info - - -
      2 2+1 logback 2025-01-24T07:00:30.227Z? info - - -
      3 3+1 logback 2025-01-24T07:00:30.237Z? info - - -
      5 5+1 logback 2025-01-24T07:00:36.200Z? info - - -
      7 7+1 logback 2025-01-24T07:00:38.878Z? info - - -
      8 8+1 logback 2025-01-24T07:00:40.040Z? info - - -
      12 12+1 logback 2025-01-24T07:00:42.838Z? info - - -
      15 15+1 logback 2025-01-24T07:00:42.884Z? info - - -
      19 19+1 logback 2025-01-24T07:00:43.950Z? info - - -
      20 20+1 logback 2025-01-24T07:05:38.884Z? info - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_laravel.1',
    records: 4,
    expected: `
      1 1+31 laravel 2025-01-02T11:19:06.000Z? fatal - - -
      2 32+31 laravel 2025-01-02T11:19:06.000Z? fatal - - -
      3 63+1 laravel 2025-01-02T11:19:06.000Z? info - - -
      4 64+1 laravel 2025-01-02T11:19:06.000Z? info - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_logfmt.0',
    records: 5,
    expected: `
      1 1+1 logfmt 2021-09-15T21:17:10.220Z error - PodNotFound -
      2 2+1 logfmt 2021-09-15T21:17:11.674Z warn - PodNotFound -
      3 3+1 logfmt 2021-09-15T21:17:11.678Z info - - -
      4 4+1 logfmt 2021-09-15T21:17:11.679Z info - - -
      5 5+1 logfmt 2021-09-15T21:18:20.335Z error - PodNotFound -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_multiline.0',
    records: 2,
    expected: `
      1 1+2 python 2009-07-20T22:59:27.672Z? debug - - -
      2 3+1 python 2009-07-20T22:59:30.221Z? error - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_syslog.0',
    records: 4,
    expected: `
      1 1+1 syslog 2025-11-03T09:23:38.000Z? - - - -
      2 2+1 syslog 2025-11-03T09:23:38.000Z? - - - -
      3 3+1 syslog 2025-11-03T09:23:38.000Z? - - - -
      4 4+1 syslog 2025-11-03T09:47:02.000Z? - - - -
    `,
  },
  {
    file: 'tstack+lnav/test/logfile_zap_console.0',
    records: 3,
    expected: `
      1 1+1 zap 2025-04-24T22:09:20.854Z info - - -
      2 2+7 zap 2025-04-24T22:09:20.856Z error 500 - -
      3 9+1 zap 2025-04-24T22:09:21.256Z info - - -
    `,
  },
];
