import type { FormatCase } from './formatCases.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

/** Lines of one record each, by the subject of their message. */
export const messageCases: Readonly<Record<string, FormatCase>> = {
  'an error that a client of an API threw': [
    `2026-05-04T12:00:00Z ERROR ApiError: 402 {"error":{"code":"INSUFFICIENT_CREDITS"},"request_id":"${id}"}`,
    `text 2026-05-04T12:00:00.000Z error 402 - - ${id}`,
  ],
  'a status by its name': [
    '2026-05-04T12:00:00Z ERROR HTTPError: 402 Client Error: Payment Required for url: https://api.pikzels.com/v1/x',
    'text 2026-05-04T12:00:00.000Z error 402 - - -',
  ],
  'a status before its name': [
    "2026-05-04T12:00:00Z WARN answered '404 Not Found'",
    'text 2026-05-04T12:00:00.000Z warn 404 - - -',
  ],
  'a status after an arrow': [
    '2026-05-04T12:00:00Z INFO POST /v1/x -> 429',
    'text 2026-05-04T12:00:00.000Z info 429 POST /v1/x -',
  ],
  "a status in Python's words": [
    "2026-05-04T12:00:00Z ERROR Error code: 402 - {'error': {'code': 'INSUFFICIENT_CREDITS'}}",
    'text 2026-05-04T12:00:00.000Z error 402 - - -',
  ],
  'a number before a word': [
    '2026-05-04T12:00:00Z INFO found 404 notes, 500 internal, 200 okay, v1.404 Not Found',
    'text 2026-05-04T12:00:00.000Z info - - - -',
  ],
  'an error about a number': ['2026-05-04T12:00:00Z ERROR Error: 402 items left', 'text 2026-05-04T12:00:00.000Z error - - - -'],
  'Docker with escaped colours': [
    String.raw`{"log":"\u001b[36mrequest_id=\u001b[0m${id} \u001b[36mstatus=\u001b[0m402\n","stream":"stdout","time":"2026-05-04T12:00:00.1Z"}`,
    `docker>logfmt 2026-05-04T12:00:00.100Z - 402 - - ${id}`,
  ],
  'lines in a string': [
    String.raw`{"level":"error","msg":"failed\n${id}\nstatus: 402\nGET /v1/x"}`,
    `json - error 402 GET /v1/x ${id}`,
  ],
  'a status in brackets behind its code': [
    '2026-05-04T12:00:00Z ERROR client: INSUFFICIENT_CREDITS (402)',
    'text 2026-05-04T12:00:00.000Z error 402 - - -',
  ],
  'a status in brackets before its code': [
    '2026-05-04T12:00:00Z ERROR [402] INSUFFICIENT_CREDITS',
    'text 2026-05-04T12:00:00.000Z error 402 - - -',
  ],
  'a number beside a code that is not its status': [
    '2026-05-04T12:00:00Z ERROR [412] INSUFFICIENT_CREDITS (300)',
    'text 2026-05-04T12:00:00.000Z error - - - -',
  ],
  "winston's own words": ['2026-05-04T12:00:00.123Z - error: failed', 'text 2026-05-04T12:00:00.123Z error - - - -'],
  'a level in the columns of loguru': [
    '2026-05-04 12:00:00.123 | INFO     | api.client:send:12 - x',
    'python 2026-05-04T12:00:00.123Z? info - - - -',
  ],
  "log4j's elapsed time": ['1203 [main] ERROR com.example.Api  - failed', 'logback - error - - - -'],
  'logrus in a terminal': [
    `\u001b[31mERRO\u001b[0m[0012] failed      \u001b[31mstatus\u001b[0m=402 request_id=${id}`,
    `logrus - error 402 - - ${id}`,
  ],
  'logrus with a time': ['WARN[2026-05-04T12:00:00+02:00] slow', 'logrus 2026-05-04T10:00:00.000Z warn - - - -'],
  "PHP's process manager": [
    '[04-May-2026 12:00:00] WARNING: [pool www] child 12 exited',
    'php 2026-05-04T12:00:00.000Z? warn - - - -',
  ],
  "Caddy's console": [
    '2026/05/04 12:00:00.123\tERROR\thttp.log.error\tfailed\t{"request": {"method": "GET", "uri": "/v1/x"}, "status": 502}',
    'zap 2026-05-04T12:00:00.123Z? error 502 GET /v1/x -',
  ],
  'a quote in a request': [
    String.raw`192.0.2.1 - - [04/May/2026:12:00:00 +0000] "GET /x\"y HTTP/1.1" 402 13`,
    String.raw`access 2026-05-04T12:00:00.000Z - 402 GET /x\"y -`,
  ],
  'TLS where HTTP was expected': [
    String.raw`192.0.2.1 - - [04/May/2026:12:00:00 +0000] "\x16\x03\x01" 400 157 "-" "-"`,
    'access 2026-05-04T12:00:00.000Z - 400 - - -',
  ],
  Postgres: ['2026-05-04 12:00:00.123 UTC [42] LOG:  ready', 'text 2026-05-04T12:00:00.123Z info - - - -'],
  'Traefik in JSON': [
    '{"DownstreamStatus":402,"RequestMethod":"GET","RequestPath":"/v1/x","StartUTC":"2026-05-04T12:00:00.123Z","level":"info"}',
    'json 2026-05-04T12:00:00.123Z info 402 GET /v1/x -',
  ],
  'an API gateway of AWS': [
    `{"requestId":"${id}","requestTime":"04/May/2026:12:00:00 +0000","httpMethod":"GET","status":"402"}`,
    `json 2026-05-04T12:00:00.000Z - 402 GET - ${id}`,
  ],
  'a path that ends its sentence': [
    '2026-05-04T12:00:00Z ERROR GET /v1/x: failed',
    'text 2026-05-04T12:00:00.000Z error - GET /v1/x -',
  ],
  'a level between a time and JSON': [
    `2026-05-04T12:00:00Z [error] {"request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.000Z error 402 - - ${id}`,
  ],
  'a level before a bar': ['ERROR | api | failed', 'text - error - - - -'],
  'a service that is called as a level is': [
    'http  | 2026-05-04T12:00:00Z ERROR HTTP 402',
    'container 2026-05-04T12:00:00.000Z error 402 - - -',
  ],
  'a sentence about HTTP': ['HTTP 402 from the gateway', 'text - - 402 - - -'],
  "Postgres' level without a time": ['LOG:  statement: select', 'text - info - - - -'],
  'logfmt with dots in its names': [
    `level=error http.method=GET http.path=/v1/x http.status_code=402 msg=failed`,
    'logfmt - error 402 GET /v1/x -',
  ],
  "Python's own notation": [
    `{'level': 'error', 'status': 402, 'request_id': '${id}', 'ok': False}`,
    `json - error 402 - - ${id}`,
  ],
  Phoenix: ['12:00:00.123 request_id=F17f3c1a2b [info] Sent 402 in 12ms', 'text - info 402 - - F17f3c1a2b'],
  'logcat with a year and a zone': [
    '2026-05-04 12:00:00.811 +0200  1702  2395 E Api: failed',
    'logcat 2026-05-04T10:00:00.811Z error - - - -',
  ],
  'logcat with a user': ['05-04 12:00:00.811 u0_a12  1702  2395 W Api: slow', 'logcat 2026-05-04T12:00:00.811Z? warn - - - -'],
  'logcat -v time': ['05-04 12:00:00.811 E/Api     ( 1702): failed', 'logcat 2026-05-04T12:00:00.811Z? error - - - -'],
  'logcat -v brief': ['W/ActivityManager(  585): slow', 'logcat - warn - - - -'],
  'svlogd of GitLab': [
    '2026-05-04_12:00:00.12345 time="2026-05-04T14:00:00+02:00" level=error msg=failed status=402',
    'container>logfmt 2026-05-04T12:00:00.000Z error 402 - - -',
  ],
  'svlogd before text': ['2026-05-04_12:00:00.12345 ready', 'container 2026-05-04T12:00:00.123Z - - - - -'],
  WebSphere: ['[5/4/26 12:00:00:123 CEST] 0000001a SystemOut ERROR x', 'text - error - - - -'],
  "Nest's own level": [
    '[Nest] 404  - 05/04/2026, 1:02:03 PM     LOG [Api] started',
    'text 2026-05-04T13:02:03.000Z? info - - - -',
  ],
  'Nest where the day comes first, perhaps': ['[Nest] 404  - 04/05/2026, 13:02:03   ERROR [Api] failed', 'text - error - - - -'],
  'colours as rsyslog writes them': [
    'May  4 12:00:00 host app[1]: #033[31mERROR#033[0m failed #033[36mstatus=#033[0m402',
    'syslog 2026-05-04T12:00:00.000Z? error 402 - - -',
  ],
};
