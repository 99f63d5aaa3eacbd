import type { FormatCase } from './formatCases.ts';

/** Times with zones in all the places where programs write them. */
export const zoneCases: Readonly<Record<string, FormatCase>> = {
  'z-rails': [
    'Started POST "/v1/x" for 127.0.0.1 at 2026-05-04 10:15:00 +0100\nProcessing by PayController#create as JSON\nCompleted 402 Payment Required in 12ms',
    'rails 2026-05-04T09:15:00.000Z - 402 POST /v1/x -',
  ],
  'z-php': [
    '[04-May-2026 10:15:00 Europe/Berlin] PHP Warning:  x in /a.php on line 3',
    'php 2026-05-04T08:15:00.000Z warn - - - -',
  ],
  'z-php-ny': [
    '[04-May-2026 04:15:00 America/New_York] PHP Fatal error:  Uncaught x',
    'php 2026-05-04T08:15:00.000Z fatal - - - -',
  ],
  'z-ruby-old': ['Mon May  4 10:15:00 +0100 2026 ERROR failed', 'text 2026-05-04T09:15:00.000Z error - - - -'],
  'z-git': ['Mon May  4 10:15:00 2026 +0100 deploy done', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-date-cmd': ['Mon May  4 10:15:00 CET 2026: backup failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-date-cmd2': ['Fri 04 May 2026 10:15:00 AM CET backup failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-name': ['2026-05-04 10:15:00 Europe/Berlin ERROR failed', 'text 2026-05-04T08:15:00.000Z error - - - -'],
  'z-name-bracket': ['2026-05-04T10:15:00.123[Europe/Berlin] ERROR failed', 'text 2026-05-04T08:15:00.123Z error - - - -'],
  'z-java-zdt': ['2026-05-04T10:15:00.123+01:00[Europe/Berlin] ERROR failed', 'text 2026-05-04T09:15:00.123Z error - - - -'],
  'z-clf-name': ['2026-05-04 18:15:00 Asia/Tokyo INFO ok', 'text 2026-05-04T09:15:00.000Z info - - - -'],
  'z-space-offset': ['2026-05-04 10:15:00 +01:00 ERROR failed', 'text 2026-05-04T09:15:00.000Z error - - - -'],
  'z-comma-offset': ['2026-05-04 10:15:00,123 +0100 ERROR failed', 'text 2026-05-04T09:15:00.123Z error - - - -'],
  'z-slash-offset': ['2026/05/04 04:15:00 -05:00 x', 'go 2026-05-04T09:15:00.000Z - - - - -'],
  'z-slash-frac-offset': ['2026/05/04 04:15:00.123 -0500 x', 'go 2026-05-04T09:15:00.123Z - - - - -'],
  'z-month-offset': ['May  4 03:15:00 -0600 ERROR failed', 'text 2026-05-04T09:15:00.000Z error - - - -'],
  'z-month-year-offset': ['May  4 2026 03:15:00 -0600 ERROR failed', 'text 2026-05-04T09:15:00.000Z error - - - -'],
  'z-month-year-offset2': ['May  4 03:15:00 2026 -0600 ERROR failed', 'text 2026-05-04T09:15:00.000Z error - - - -'],
  'z-utc-suffix': ['2026-05-04 09:15:00 UTC ERROR failed', 'text 2026-05-04T09:15:00.000Z error - - - -'],
  'z-gmt': ['Fri, 04 May 2026 09:15:00 GMT failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-gmt+1': ['2026-05-04 10:15:00 GMT+1 failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-utc+1': ['2026-05-04 10:15:00 UTC+01:00 failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-z-space': ['2026-05-04 09:15:00 Z failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-lower': ['2026-05-04t09:15:00.123z failed', 'text 2026-05-04T09:15:00.123Z - - - - -'],
  'z-basic': ['20260504T091500Z failed', 'text 2026-05-04T09:15:00.000Z - - - - -'],
  'z-cri-syslog': [
    '2024-05-04T09:15:00.200Z stdout F May  4 09:15:00 web1 app[12]: ERROR failed',
    'container>syslog 2024-05-04T09:15:00.200Z error - - - -',
  ],
  'z-compose-klog': [
    'api-1  | 2024-05-04T09:15:00.200Z E0504 09:15:00.123456       1 x.go:12] failed',
    'container>glog 2024-05-04T09:15:00.200Z error - - - -',
  ],
  'z-json-zone-field': ['{"time":"2026-05-04 10:15:00","level":"info","msg":"x"}', 'json 2026-05-04T10:15:00.000Z? info - - - -'],
  'z-json-name': [
    '{"time":"2026-05-04T10:15:00[Europe/Berlin]","level":"info","msg":"x"}',
    'json 2026-05-04T08:15:00.000Z info - - - -',
  ],
  'z-java-millis-colon': ['2026-05-04 10:15:00:123 +0100 ERROR failed', 'text 2026-05-04T09:15:00.123Z error - - - -'],
  'z-iso-hour': ['2026-05-04T10:15:00.123+01 ERROR failed', 'text 2026-05-04T09:15:00.123Z error - - - -'],
  'z-weekday-tz-year': ['[Mon May  4 04:15:00.123456 EST 2026] failed', 'text 2026-05-04T09:15:00.123Z - - - - -'],
};
