import type { FormatCase } from './formatCases.ts';

/** Lines of servers and tools that write time or level in ways of their own. */
export const toolCases: Readonly<Record<string, FormatCase>> = {
  'a letter in round brackets': ['(W) 2026-05-04T10:15:00 - pump is slow', 'text 2026-05-04T10:15:00.000Z? warn - - - -'],
  'a letter for the usual level': ['(N) 2026-05-04T10:15:00 - pump runs', 'text 2026-05-04T10:15:00.000Z? info - - - -'],
  'a level with a capital behind a name': [
    'May  4 10:15:00 mail dovecot: pop3-login: Error: pump failed',
    'syslog 2026-05-04T10:15:00.000Z? error - - - -',
  ],
  "Elixir's metadata before the level": [
    '10:15:00.123 project=pumps user=kim region=local mode=transaction type=single app_name=psql peer_ip=192.0.2.7 request_id=GBxabc1234567890 some_longer_name=some_longer_value [error] Pump.Handler: failed',
    'text - error - - - GBxabc1234567890',
  ],
  'a request that took and returned': [
    '[info] o.t.s.AccessLogFilter [1e60d1e5e2a1741f|2989d0704d3c364c] 192.0.2.1 POST /v1/x took 8ms and returned 401 65 bytes',
    'text - info 401 POST /v1/x -',
  ],
  'the Java Service Wrapper': [
    'INFO   | jvm 1    | 2026/05/04 10:15:00 | 2026-05-04 10:15:00,123 [main] WARN  com.shop.Pump - slow',
    'wrapper>logback 2026-05-04T10:15:00.123Z? warn - - - -',
  ],
  'the Java Service Wrapper itself': [
    'STATUS | wrapper  | 2026/05/04 10:15:00 | --> Wrapper Started as Daemon',
    'wrapper 2026-05-04T10:15:00.000Z? info - - - -',
  ],
  'a host and an id before an access log': [
    'www.shop.test 192.0.2.1 - 95386da81aa13b6ab3ce9c989e1e470e - [04/May/2026:09:15:00 +0000] "POST /v1/x HTTP/2.0" 402 249 "-" "x"',
    'access 2026-05-04T09:15:00.000Z - 402 POST /v1/x -',
  ],
  'ESXi with a mark': ['2026-05-04T09:15:00Z Wa(12)[+] hostd[1001]: pump slow', 'text 2026-05-04T09:15:00.000Z warn - - - -'],
  'a letter before a thread': [
    '2026-05-04T10:15:00.123+01:00 D t0 pump.cc:47 opens',
    'text 2026-05-04T09:15:00.123Z debug - - - -',
  ],
  'logcat with a colon in the tag': [
    '05-04 10:15:00.123  1000  1215  1215 W [10:15:00.123][dhd]pump_log: mark is reached',
    'logcat 2026-05-04T10:15:00.123Z? warn - - - -',
  ],
  'a dash behind the name of the month': [
    'Nov-20 10:15:00.123 [main] DEBUG shop.Launcher - starts',
    'text 2025-11-20T10:15:00.123Z? debug - - - -',
  ],
  'a name with a colon before the time': [
    'pumpMonitor:05/04/2026 09:15:00:123 AM UTC: Thread[http-80-1,5,main]',
    'text 2026-05-04T09:15:00.123Z - - - - -',
  ],
  'nanoseconds by their name': [
    '{"timestamp_ns":"1777886100123000000","severity":"WARN","body":"pump is slow"}',
    'json 2026-05-04T09:15:00.123Z warn - - - -',
  ],
  'facility and severity in syslog': [
    'May  4 10:15:00 router user.warn kernel: [ 979.679369] IN=br46 OUT=',
    'syslog 2026-05-04T10:15:00.000Z? warn - - - -',
  ],
  "Solaris' facility and severity": [
    'May  4 10:15:00 web1 pump[26783]: [ID 702911 user.error] full',
    'syslog 2026-05-04T10:15:00.000Z? error - - - -',
  ],
  'a thread in hexadecimal before the level': [
    "[2026-05-04 10:15:00.123 F5A5AB90 warning 'vm:/a.vmx' opID=F6-d] slow",
    'text 2026-05-04T10:15:00.123Z? warn - - - -',
  ],
  "Serilog's short names": [
    '{"@t":"2026-05-04T09:15:00Z","@l":"VRB","@m":"pump is read"}',
    'json 2026-05-04T09:15:00.000Z trace - - - -',
  ],
  'a level of one letter in JSON': [
    '{"ts":"2026-05-04T09:15:00Z","level":"E","msg":"pump failed"}',
    'json 2026-05-04T09:15:00.000Z error - - - -',
  ],
  'gin with bars before the path': [
    '[GIN] 2026/05/04 - 10:15:00 | 403 |        1.79s |  192.0.2.1 | DELETE  | /v1/x |no access | 53 bytes',
    'go 2026-05-04T10:15:00.000Z? - 403 DELETE /v1/x -',
  ],
  'an endpoint': [
    '{"level":"info","method":"PUT","endpoint":"/v1/x","status":400,"time":"2026-05-04T09:15:00Z","message":"done"}',
    'json 2026-05-04T09:15:00.000Z info 400 PUT /v1/x -',
  ],
  'day and month without year and seconds': [
    '20-Nov 10:15 pump-host JobId 26: Created new volume',
    'text 2025-11-20T10:15:00.000Z? - - - - -',
  ],
  "winston's level for requests": [
    '[2026-05-04 10:15:00.123] http: POST /v1/x (12 ms) 402',
    'text 2026-05-04T10:15:00.123Z? info 402 POST /v1/x -',
  ],
  "MongoDB's dash for a component": [
    '2026-05-04T09:15:00.123+0000 F -        [conn11] Got signal: 11',
    'text 2026-05-04T09:15:00.123Z fatal - - - -',
  ],
};
