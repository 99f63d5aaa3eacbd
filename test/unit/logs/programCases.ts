import type { FormatCase } from './formatCases.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const hex = '0123456789abcdef0123456789abcdef';
const edge = '1pkpNfBQ39sYMnjjUQjmH2w1wdJnbHYTbag21o_3OfcQgPzdL2RSSQ==';

/** Records of popular programs and services. */
export const programCases: Readonly<Record<string, FormatCase>> = {
  'Traefik as nginx has it': [
    '192.0.2.1 - - [04/May/2026:12:00:00 +0000] "POST /v1/x HTTP/2.0" 502 88 "-" "curl/8" 7 "api@docker" "http://10.0.0.1:80" 15ms',
    'access 2026-05-04T12:00:00.000Z - 502 POST /v1/x -',
  ],
  'Kong with its id': [
    `192.0.2.1 - - [04/May/2026:12:00:00 +0000] "GET /v1/x HTTP/1.1" 503 92 "-" "curl/8.0" kong_request_id: "${hex}"`,
    `access 2026-05-04T12:00:00.000Z - 503 GET /v1/x ${hex}`,
  ],
  "Kong's JSON": [
    `{"started_at":1777896000123,"request":{"method":"GET","uri":"/v1/x","id":"${hex}"},"response":{"status":503},"latencies":{"request":15}}`,
    `json 2026-05-04T12:00:00.123Z - 503 GET /v1/x ${hex}`,
  ],
  "Istio's ztunnel": [
    '2026-05-04T12:00:00.123456Z\terror\taccess\tconnection complete\tsrc.addr=10.0.0.1:5544 error="connection refused"',
    'zap 2026-05-04T12:00:00.123Z error - - - -',
  ],
  'Fastly through syslog': [
    '<134>2026-05-04T12:00:00Z cache-fra19128 logs[123456]: 192.0.2.1 "-" "-" [04/May/2026:12:00:00 +0000] "GET /v1/x HTTP/1.1" 503 450',
    'syslog>access 2026-05-04T12:00:00.000Z info 503 GET /v1/x -',
  ],
  'HTTP logs of an Azure App Service in JSON': [
    '{"time":"2026-05-04T12:00:00.1234567Z","category":"AppServiceHTTPLogs","properties":{"CsMethod":"GET","CsUriStem":"/v1/x","ScStatus":503}}',
    'json 2026-05-04T12:00:00.123Z - 503 GET /v1/x -',
  ],
  'API Management of Azure': [
    `{"time":"2026-05-04T12:00:00Z","category":"GatewayLogs","level":4,"correlationId":"${id}","properties":{"method":"GET","url":"https://e.com/v1/x","responseCode":429}}`,
    `json 2026-05-04T12:00:00.000Z - 429 GET https://e.com/v1/x ${id}`,
  ],
  'a request of Cloud Run': [
    '{"httpRequest":{"requestMethod":"GET","requestUrl":"https://x.run.app/v1/x","status":503,"latency":"0.4s"},"timestamp":"2026-05-04T12:00:00.123456Z","severity":"ERROR","receiveTimestamp":"2026-05-04T12:00:01Z"}',
    'json 2026-05-04T12:00:00.123Z error 503 GET https://x.run.app/v1/x -',
  ],
  'CloudFront in JSON': [
    `{"date":"2026-05-04","time":"12:00:00","cs-method":"GET","cs-uri-stem":"/v1/x","sc-status":"502","x-edge-request-id":"${edge}"}`,
    `json 2026-05-04T12:00:00.000Z - 502 GET /v1/x ${edge}`,
  ],
  "nginx's own names of times": [
    `{"time_local":"04/May/2026:12:00:00 +0200","request":"GET /v1/x HTTP/1.1","status":"502","request_time":"0.123","request_id":"${hex}"}`,
    `json 2026-05-04T10:00:00.000Z - 502 GET /v1/x ${hex}`,
  ],
  Okta: [
    '{"published":"2026-05-04T12:00:00.123Z","severity":"WARN","debugContext":{"debugData":{"requestId":"XnQ0","requestUri":"/api/v1/authn"}}}',
    'json 2026-05-04T12:00:00.123Z warn - - /api/v1/authn XnQ0',
  ],
  'kubectl logs --timestamps of a program that writes its own time': [
    '2026-05-04T12:00:00.123456789Z 2026-05-04 14:00:00 ERROR failed',
    'text 2026-05-04T12:00:00.123Z error - - - -',
  ],
  'kubectl logs --prefix --timestamps of a traceback': [
    `[pod/web-6d4b75cb6d-hwnl9/app] 2026-05-04T12:00:00.1Z ERROR failed ${id}\n[pod/web-6d4b75cb6d-hwnl9/app] 2026-05-04T12:00:00.1Z Traceback (most recent call last):\n[pod/web-6d4b75cb6d-hwnl9/app] 2026-05-04T12:00:00.1Z   File "/app/x.py", line 404, in f`,
    `container 2026-05-04T12:00:00.100Z error - - - ${id}`,
  ],
  PM2: [
    '0|api      | 2026-05-04T12:00:00: Error: failed\n0|api      |     at f (/srv/x.js:404:1)',
    'container 2026-05-04T12:00:00.000Z? error - - - -',
  ],
  'Celery with the id of a task': [
    `[2026-05-04 12:00:00,123: ERROR/ForkPoolWorker-1] Task app.send[${id}] raised unexpected: ValueError('402')`,
    `python 2026-05-04T12:00:00.123Z? error - - - ${id}`,
  ],
  Sidekiq: [
    '2026-05-04T12:00:00.123Z pid=4 tid=abc class=HardJob jid=b4a577edbccf1d805744efa9 elapsed=0.404 INFO: done',
    'text 2026-05-04T12:00:00.123Z info - - - -',
  ],
  "Elixir's error": [
    '2026-05-04 12:00:00.123 [error] GenServer X terminating\n** (RuntimeError) failed\n    (my_app 0.1.0) lib/x.ex:404: X.f/1',
    'text 2026-05-04T12:00:00.123Z? error - - - -',
  ],
  "Serilog's compact JSON": [
    '{"@t":"2026-05-04T12:00:00.1234567Z","@mt":"HTTP {RequestMethod} responded {StatusCode}","@l":"Error","RequestMethod":"POST","RequestPath":"/v1/x","StatusCode":500,"RequestId":"0HMVD9FJ3C2AB:00000002"}',
    'json 2026-05-04T12:00:00.123Z error 500 POST /v1/x 0HMVD9FJ3C2AB:00000002',
  ],
  "Serilog's compact JSON without a level": [
    '{"@t":"2026-05-04T12:00:00.1234567Z","@m":"ERROR is a word"}',
    'json 2026-05-04T12:00:00.123Z info - - - -',
  ],
  NLog: ['2026-05-04 12:00:00.1234|ERROR|MyApp.Home|failed|404', 'text 2026-05-04T12:00:00.123Z? error - - - -'],
  log4net: ['2026-05-04 12:00:00,123 [12] ERROR MyApp.X [(null)] - failed', 'logback 2026-05-04T12:00:00.123Z? error - - - -'],
  "log4j 2's XML": [
    `<Event xmlns="http://logging.apache.org/log4j/2.0/events" thread="main" level="ERROR" loggerName="a.B"><Instant epochSecond="1777896000" nanoOfSecond="123000000"/><Message>failed, request_id=${id}</Message></Event>`,
    `xml 2026-05-04T12:00:00.123Z error - - - ${id}`,
  ],
  "log4j 1's XML": [
    '<log4j:event logger="a.B" timestamp="1777896000123" level="WARN" thread="main">\n  <log4j:message><![CDATA[failed]]></log4j:message>\n</log4j:event>',
    'xml 2026-05-04T12:00:00.123Z warn - - - -',
  ],
  "log4j 2's XML with its time further down": [
    '<Event xmlns="http://logging.apache.org/log4j/2.0/events" thread="main" level="INFO" loggerName="a.B">\n  <Instant epochSecond="1777896000" nanoOfSecond="1"/>\n</Event>',
    'xml - info - - - -',
  ],
  "Windows' event log": [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager'/><EventID>404</EventID><Level>2</Level><TimeCreated SystemTime='2026-05-04T12:00:00.1234567Z'/></System><EventData><Data Name='param1'>Spooler</Data></EventData></Event>",
    'xml 2026-05-04T12:00:00.123Z error - - - -',
  ],
  'XML that is no event': ['<event>x</event>', 'text - - - - - -'],
  "Guzzle's error in Laravel": [
    '[2026-05-04 12:00:00] local.ERROR: Client error: `POST https://api.pikzels.com/v1/x` resulted in a `402 Payment Required` response:\n{"code":"INSUFFICIENT_CREDITS"}\n#0 /srv/app/x.php(12): f()',
    'laravel 2026-05-04T12:00:00.000Z? error 402 POST https://api.pikzels.com/v1/x -',
  ],
  Vercel: [
    '{"id":"1777896000123456","message":"failed","timestamp":1777896000123,"path":"/api/x","level":"error","requestId":"fra1::abc12-1777896000123-0123456789ab","proxy":{"timestamp":1777896000100,"method":"GET","path":"/api/x?y=1","statusCode":500}}',
    'json 2026-05-04T12:00:00.123Z error 500 GET /api/x fra1::abc12-1777896000123-0123456789ab',
  ],
  'Fly.io': [
    '2026-05-04T12:00:00Z proxy[148e444c] fra [error][PC01] instance refused connection.',
    'text 2026-05-04T12:00:00.000Z error - - - -',
  ],
  Supabase: [
    '{"metadata":[{"request":[{"method":"POST","path":"/rest/v1/x"}],"response":[{"status_code":402}]}],"timestamp":1777896000123456}',
    'json 2026-05-04T12:00:00.123Z - 402 POST /rest/v1/x -',
  ],
  'journalctl -o short-iso': [
    '2026-05-04T12:00:00+0200 web app[12]: ERROR failed status=402',
    'syslog 2026-05-04T10:00:00.000Z error 402 - - -',
  ],
  Redis: ['1:M 04 May 2026 12:00:00.123 # failed', 'redis 2026-05-04T12:00:00.123Z? warn - - - -'],
  WebLogic: [
    '####<May 4, 2026 12:00:00,123 PM CEST> <Error> <HTTP> <host> <srv> <[ACTIVE] ExecuteThread> <1777896000123> <BEA-101020> <failed>',
    'text 2026-05-04T10:00:00.123Z error - - - -',
  ],
  Airflow: ['[2026-05-04, 12:00:00 UTC] {x.py:404} ERROR - failed', 'text 2026-05-04T12:00:00.000Z error - - - -'],
  'Bunyan in a terminal': [
    `[2026-05-04T12:00:00.123Z] ERROR: api/404 on host: failed (req_id=${id})\n    POST /v1/x HTTP/1.1\n    --\n    HTTP/1.1 402 Payment Required`,
    `text 2026-05-04T12:00:00.123Z error 402 POST /v1/x ${id}`,
  ],
  Chromium: ['[404:505:0504/120000.123456:ERROR:gpu_init.cc(12)] failed', 'chromium 2026-05-04T12:00:00.123Z? error - - - -'],
  'an Android health application': [
    '20171223-22:15:29:606|Step_LSC|30002312|onStandStepChanged 3579',
    'health-app 2017-12-23T22:15:29.606Z? - - - - -',
  ],
  'an Android health application, without leading zeros': [
    '20171224-0:0:5:1|Step_StandReportReceiver|30002312|REPORT : 7028 5017 150539 240',
    'health-app 2017-12-24T00:00:05.001Z? - - - - -',
  ],
  'Blue Gene/L': [
    '- 1117838570 2005.06.03 R02-M1-N0-C:J12-U11 2005-06-03-15.42.50.675872 R02-M1-N0-C:J12-U11 RAS KERNEL INFO instruction cache parity error corrected',
    'supercomputer 2005-06-03T22:42:50.675Z info - - - -',
  ],
  'Blue Gene/L, an alert': [
    'APPREAD 1117869872 2005.06.04 R04-M1-N4-I:J18-U11 2005-06-04-00.24.32.432192 R04-M1-N4-I:J18-U11 RAS APP FATAL ciod: failed to read message prefix',
    'supercomputer 2005-06-04T07:24:32.432Z fatal - - - -',
  ],
  Thunderbird: [
    '- 1131566461 2005.11.09 dn228 Nov 9 12:01:01 dn228/dn228 crond(pam_unix)[2915]: session closed for user root',
    'supercomputer 2005-11-09T20:01:01.000Z - - - - -',
  ],
  'HPC of Los Alamos': [
    '134681 node-246 unix.hw state_change.unavailable 1077804742 1 Component State Change: Component "alt0" is in the unavailable state (HWID=2439)',
    'supercomputer 2004-02-26T14:12:22.000Z - - - - -',
  ],
  'HPC of Los Alamos, an error': [
    '2554893 node-70 action error 1100784335 1 clusterAddMember  (command 1908)',
    'supercomputer 2004-11-18T13:25:35.000Z error - - - -',
  ],
  "PostgreSQL's csvlog": [
    '2026-05-04 12:00:00.123 UTC,"app","shop",4242,"10.0.0.9:51000",673d1a2b.1092,3,"SELECT",2026-05-04 10:14:00 UTC,4/12,0,ERROR,23505,"duplicate key ""x""","Key (id)=(12)",,,,,"INSERT INTO orders",,,"api","client backend",,0',
    'postgres-csv 2026-05-04T12:00:00.123Z error - - - -',
  ],
  'logcat in Android Studio': [
    '2026-05-04 12:00:00.123  4242-4260  OkHttp                  com.shop.app                         E  <-- 402 https://api.test/v1/pay',
    'logcat 2026-05-04T12:00:00.123Z? error 402 - - -',
  ],
  'an event of Windows with data and what they say': [
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Level>2</Level><TimeCreated SystemTime='2026-05-04T12:00:00.1234567Z'/></System><EventData><Data Name='AppName'>api.exe</Data></EventData><RenderingInfo Culture='en-US'><Message>Faulting application</Message></RenderingInfo></Event>`,
    'xml 2026-05-04T12:00:00.123Z error - - - -',
  ],
  'a step that failed in curl': [
    '2026-05-04T12:00:00.223456Z [step] curl: (22) The requested URL returned error: 502',
    'text 2026-05-04T12:00:00.223Z - 502 - - -',
  ],
  Proxifier: [
    '[10.30 16:49:06] chrome.exe - proxy.cse.cuhk.edu.hk:5070 open through proxy proxy.cse.cuhk.edu.hk:5070 HTTPS',
    'proxifier 2025-10-30T16:49:06.000Z? - - - - -',
  ],
  'Proxifier, an error': [
    '[10.30 16:54:08] YunBrowser64.exe *64 - 183.131.1.1:80 error : Could not connect through proxy proxy.cse.cuhk.edu.hk:5070',
    'proxifier 2025-10-30T16:54:08.000Z? error - - - -',
  ],
  Zabbix: ['  404:20260504:120000.123 failed', 'zabbix 2026-05-04T12:00:00.123Z? - - - - -'],
  "Erlang's report": [
    '=ERROR REPORT==== 4-May-2026::12:00:00.123 ===\n** Generic server x terminating\n** Reason == {badmatch,404}',
    'erlang 2026-05-04T12:00:00.123Z? error - - - -',
  ],
  Plex: ['May 04, 2026 12:00:00.123 [0x7f] ERROR - failed', 'text 2026-05-04T12:00:00.123Z? error - - - -'],
  Nextcloud: [
    '{"reqId":"aB3dE5fG7hI9","level":3,"time":"2026-05-04T12:00:00+00:00","remoteAddr":"192.0.2.1","app":"core","method":"GET","url":"/x","message":"failed"}',
    'json 2026-05-04T12:00:00.000Z error - GET /x aB3dE5fG7hI9',
  ],
  "Postgres' JSON": [
    '{"timestamp":"2026-05-04 12:00:00.123 UTC","pid":404,"error_severity":"ERROR","state_code":"42P01","message":"failed"}',
    'json 2026-05-04T12:00:00.123Z error - - - -',
  ],
  'an access log with every field in quotes': [
    '"2026-05-04T12:00:00Z","192.0.2.1","GET /x HTTP/1.1","404","12"',
    'text 2026-05-04T12:00:00.000Z - 404 GET /x -',
  ],
  'RFC 3339 in small letters': ['2026-05-04t12:00:00z ERROR pump gone', 'text 2026-05-04T12:00:00.000Z error - - - -'],
  'an offset behind slashes': ['2026/05/04 12:00:00 +0530 pump started', 'go 2026-05-04T06:30:00.000Z - - - - -'],
  'an offset behind the name of a month': [
    'May  4 12:00:00.123 +0200 ERROR pump gone',
    'text 2026-05-04T10:00:00.123Z error - - - -',
  ],
  'a level of the record beside one of a user': [
    '{"user.level":"debug","job.status":404,"request":{"time":"2019-01-01T00:00:00Z"},"level":"error","status":502,"timestamp":"2026-05-04T12:00:00Z"}',
    'json 2026-05-04T12:00:00.000Z error 502 - - -',
  ],
  'a method that is none of HTTP': [
    '{"time":"2026-05-04T12:00:00Z","method":"card","level":"info"}',
    'json 2026-05-04T12:00:00.000Z info - - - -',
  ],
  'single quotes in logfmt': [
    "event='order lost' level='error' timestamp='2026-05-04T12:00:00Z'",
    'logfmt 2026-05-04T12:00:00.000Z error - - - -',
  ],
  'syslog without a host': [
    '<131>May  4 12:00:00 haproxy[7]: Proxy web stopped.',
    'syslog 2026-05-04T12:00:00.000Z? error - - - -',
  ],
  'blanks in the target of a request': [
    '192.0.2.1 - - [04/May/2026:12:00:00 +0000] "GET /a[ ]b HTTP/1.1" 404 7 "-" "x"',
    'access 2026-05-04T12:00:00.000Z - 404 GET /a[ ]b -',
  ],
  "an id in nginx's own fields": [
    '192.0.2.1 - - [04/May/2026:12:00:00 +0000] "GET /a HTTP/1.1" 402 7 "-" "x" rt=0.1 rid="18b2ad5e2a9e4d3fb9a89f2a1e0b1234"',
    'access 2026-05-04T12:00:00.000Z - 402 GET /a 18b2ad5e2a9e4d3fb9a89f2a1e0b1234',
  ],
  'Nginx Proxy Manager': [
    '[04/May/2026:12:00:00 +0000] - 502 504 - POST https shop.test "/v1/x" [Client 192.0.2.1] [Length 150] [Gzip -] [Sent-to 10.0.0.5] "curl/8" "-"',
    'access 2026-05-04T12:00:00.000Z - 504 POST /v1/x -',
  ],
  fiber: ['12:00:00 | 402 |      12.3ms |       127.0.0.1 | POST    | /v1/x       | -', 'go - - 402 POST /v1/x -'],
  'the notes of MySQL': [
    '2026-05-04T12:00:00.123456Z 0 [Note] [MY-012487] [InnoDB] recovery begins',
    'text 2026-05-04T12:00:00.123Z info - - - -',
  ],
  ESXi: [
    '2026-05-04T12:00:00.123Z Er(163) Hostd[1001]: [Originator@6876 sub=Pump] span lost',
    'text 2026-05-04T12:00:00.123Z error - - - -',
  ],
  CUPS: ['W [04/May/2026:12:00:00 +0000] No printer', 'text 2026-05-04T12:00:00.000Z warn - - - -'],
  "a record that AWS Lambda's runtime calls INFO": [
    '2026-05-04T12:00:00.123Z\t18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234\tINFO\t{"level":"error","statusCode":402}',
    'lambda 2026-05-04T12:00:00.123Z error 402 - - 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  ],
  "Hadoop's short dates": [
    '260504 120000 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 terminating',
    'compact-date 2026-05-04T12:00:00.000Z? info - - - -',
  ],
  'older MySQL': ['260504  9:00:00 [Warning] Aborted connection', 'compact-date 2026-05-04T09:00:00.000Z? warn - - - -'],
  'a date and a clock with a dash between': [
    '20260504-12:00:00:615|Step_LSC|onStandStepChanged 3579',
    'text 2026-05-04T12:00:00.615Z? - - - - -',
  ],
};
