/**
 * The facts read out of a line: carrier and format, time (with a question mark where the line gives no zone), level, status,
 * method, path, id.
 */
export type FormatCase = readonly [line: string, expected: string];

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

/** Lines of one record each, by what writes them. */
export const formatCases: Readonly<Record<string, FormatCase>> = {
  'an Application Load Balancer': [
    `https 2026-05-04T12:00:00.186641Z app/api/50dc 10.0.0.9:2817 - -1 -1 -1 503 - 204 167 "POST https://api.example.com:443/v1/x HTTP/1.1" "curl/8 404" - - - "Root=1-58337281-1d84f3d73c47ec4e58577259" "-" "-" 0 2026-05-04T12:00:00.0Z "forward" "-" "-" "-" "-" "-" "-"`,
    'alb 2026-05-04T12:00:00.186Z - 503 POST https://api.example.com:443/v1/x 1-58337281-1d84f3d73c47ec4e58577259',
  ],
  'a classic load balancer': [
    '2026-05-04T12:00:00.945958Z my-lb 10.0.0.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 404 0 29 "GET http://e.com:80/ HTTP/1.1" "curl/8" - -',
    'alb 2026-05-04T12:00:00.945Z - 200 GET http://e.com:80/ -',
  ],
  CloudFront: [
    '2026-05-04\t12:00:00\tFRA50\t703\t192.0.2.1\tGET\td.cloudfront.net\t/v1/x\t429\t-\tcurl/8\t-\t-\tError\tabc-123==\te.com',
    'cloudfront 2026-05-04T12:00:00.000Z - 429 GET /v1/x abc-123==',
  ],
  'logfmt behind a time': [
    `2026-05-04T12:00:00.123456789Z level=error msg="failed" request_id=${id} status=402`,
    `text 2026-05-04T12:00:00.123Z error 402 - - ${id}`,
  ],
  'JSON behind something else': [
    `worker 2026-05-04T12:00:00Z {"level":"warn","request_id":"${id}","status":429}`,
    `text>json 2026-05-04T12:00:00.000Z warn 429 - - ${id}`,
  ],
  'kubectl logs --timestamps': [
    `2026-05-04T12:00:00.123456789Z {"level":"error","msg":"failed","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.123Z error 402 - - ${id}`,
  ],
  'kubectl logs --prefix': [
    `[pod/web-6d4b75cb6d-hwnl9/app] {"level":"error","time":"2026-05-04T12:00:00Z","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.000Z error 402 - - ${id}`,
  ],
  'kubectl logs --prefix --timestamps': [
    `[pod/web-6d4b75cb6d-hwnl9/app] 2026-05-04T12:00:00.123456789Z {"level":"error","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.123Z error 402 - - ${id}`,
  ],
  stern: [
    `web-6d4b75cb6d-hwnl9 app {"level":"error","time":"2026-05-04T12:00:00Z","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.000Z error 402 - - ${id}`,
  ],
  'stern on a stateful set': [
    `default db-0 app {"level":"error","time":"2026-05-04T12:00:00Z","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.000Z error 402 - - ${id}`,
  ],
  'docker compose logs -t': [
    `web-1  | 2026-05-04T12:00:00.123456789Z {"level":"error","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.123Z error 402 - - ${id}`,
  ],
  'aws logs tail': [
    `2026-05-04T12:00:00.123000+00:00 ecs/web/0a1b2c {"level":"error","request_id":"${id}","status":402}`,
    `container>json 2026-05-04T12:00:00.123Z error 402 - - ${id}`,
  ],
  'journalctl -o short-full': [
    `Mon 2026-05-04 12:00:00 CEST web app[12]: {"level":"error","request_id":"${id}","status":402}`,
    `syslog>json 2026-05-04T10:00:00.000Z error 402 - - ${id}`,
  ],
  'journalctl -o short-unix': ['1777896000.123456 web app[12]: ERROR failed', 'syslog 2026-05-04T12:00:00.123Z error - - - -'],
  "zerolog's console": [`12:00PM ERR failed request_id=${id}`, `text - error - - - ${id}`],
  IIS: [
    '2026-05-04 12:00:00 10.0.0.1 POST /v1/x a=b 443 - 192.0.2.1 Mozilla/5.0+(Windows+NT) https://e.com/ 402 0 0 157',
    'w3c 2026-05-04T12:00:00.000Z - 402 POST /v1/x?a=b -',
  ],
  'IIS with its status before the agent': [
    '2026-05-04 12:00:00 192.0.2.1 - 10.0.0.1 443 GET /v1/x - 429 1215 312 15 curl/8 -',
    'w3c 2026-05-04T12:00:00.000Z - 429 GET /v1/x -',
  ],
  'IIS with a number for a user': [
    '2026-05-04 12:00:00 10.0.0.1 POST /v1/x - 443 1234 192.0.2.1 curl/8 - 402 0 0 157',
    'w3c 2026-05-04T12:00:00.000Z - 402 POST /v1/x -',
  ],
  'an Azure App Service': [
    '2026-05-04 12:00:00 SHOP GET /v1/x - 443 - 192.0.2.1 curl/8 - - shop.example.net 503 0 64 1520 1094 29998',
    'w3c 2026-05-04T12:00:00.000Z - 503 GET /v1/x -',
  ],
  'plain text that names a request and ends with numbers': [
    '2026-05-04 12:00:00 slow: GET /v1/x took 404 ms, then 12 20 30',
    'text 2026-05-04T12:00:00.000Z? - - GET /v1/x -',
  ],
  'a date that there is not': ['2026-02-31T12:00:00Z ERROR failed', 'text - error - - - -'],
  'a day before its month': [
    '04.05.2026 12:00:01,250 [main] ERROR a.b.C - failed',
    'text 2026-05-04T12:00:01.250Z? error - - - -',
  ],
  "JavaScript's dates": [
    '[Mon May 04 2026 12:00:01 GMT+0200 (Central European Summer Time)] ERROR failed',
    'text 2026-05-04T10:00:01.000Z error - - - -',
  ],
  'seconds since 1970': ['[1777896000] WARNING: failed', 'text 2026-05-04T12:00:00.000Z warn - - - -'],
  Squid: [
    '1777896000.123    157 192.0.2.1 TCP_MISS/502 412 GET http://e.com/x - DIRECT/192.0.2.7 text/html',
    'squid 2026-05-04T12:00:00.123Z - 502 GET http://e.com/x -',
  ],
  'Squid with a tunnel that nobody answered': [
    '1777896000.123   5003 192.0.2.1 TCP_TUNNEL/000 0 CONNECT e.com:443 jo HIER_DIRECT/192.0.2.7 -',
    'squid 2026-05-04T12:00:00.123Z - - CONNECT e.com:443 -',
  ],
  Envoy: [
    `[2026-05-04T12:00:00.310Z] "POST /v1/x HTTP/2" 503 UF 154 0 226 - "10.0.0.8" "agent 200" "${id}" "e.com" "-"`,
    `envoy 2026-05-04T12:00:00.310Z - 503 POST /v1/x ${id}`,
  ],
  Istio: [
    `[2026-05-04T12:00:00.310Z] "GET /status/418 HTTP/1.1" 418 - via_upstream - "-" 0 135 5 4 "-" "curl/8" "${id}" "b:80" "127.0.0.1:80" inbound|80||`,
    `envoy 2026-05-04T12:00:00.310Z - 418 GET /status/418 ${id}`,
  ],
  HAProxy: [
    '<134>May  4 12:00:02 lb haproxy[7]: 10.0.0.9:5333 [04/May/2026:12:00:01.143] in~ api/s1 0/0/7/1457/1487 504 194 - - sH-- 2/1/0/0/0 0/0 {e.com} "PUT /v1/x HTTP/1.1"',
    'syslog>haproxy 2026-05-04T12:00:01.143Z? info 504 PUT /v1/x -',
  ],
  'HAProxy with a request that it could not read': [
    '10.0.0.9:5333 [04/May/2026:12:00:01.143] in in/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 1/1/0/0/0 0/0 "<BADREQ>"',
    'haproxy 2026-05-04T12:00:01.143Z? - 400 - - -',
  ],
  "Heroku's router": [
    `2026-05-04T12:00:00.677020+00:00 heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/v1/x" host=e.com request_id=${id} fwd="192.0.2.1" dyno=web.1 connect=0ms service=30000ms status=503 bytes=0 protocol=https`,
    `heroku 2026-05-04T12:00:00.677Z error 503 GET /v1/x ${id}`,
  ],
  "Heroku's router through a drain": [
    `277 <158>1 2026-05-04T12:00:00+00:00 host heroku router - at=info method=POST path="/v1/x" host=e.com request_id=${id} fwd="192.0.2.1" dyno=web.1 connect=0ms service=3ms status=201 bytes=0`,
    `syslog>heroku 2026-05-04T12:00:00.000Z info 201 POST /v1/x ${id}`,
  ],
  "nginx's error log": [
    '2026/05/04 12:00:00 [crit] 31#31: *1 connect() failed (111: Connection refused), client: 192.0.2.1, server: e.com, request: "GET /v1/x HTTP/1.1", upstream: "http://10.0.0.1:404/"',
    'nginx 2026-05-04T12:00:00.000Z? fatal - GET /v1/x -',
  ],
  "Apache's error log": [
    '[Mon May 04 12:00:00.123456 2026] [proxy:error] [pid 35708:tid 4328636416] [client 192.0.2.1:80] AH00898: Error reading',
    'apache 2026-05-04T12:00:00.123Z? error - - - -',
  ],
  'nginx of Kubernetes': [
    '192.0.2.1 - - [04/May/2026:12:00:00 +0200] "GET /v1/x HTTP/1.1" 502 13 "-" "curl/8" 502 0.001 [ns-svc-80] [] 10.0.0.7:80 13 0.000 502 04f1619cfb5e02b6455c19b860427758',
    'access 2026-05-04T10:00:00.000Z - 502 GET /v1/x 04f1619cfb5e02b6455c19b860427758',
  ],
  "Lambda's Node": [
    `2026-05-04T12:00:00.113Z\t${id}\tERROR\tInvoke Error \t{"errorType":"Error","statusCode":402}`,
    `lambda 2026-05-04T12:00:00.113Z error 402 - - ${id}`,
  ],
  "Lambda's Python": [`[WARNING]\t2026-05-04T12:00:00.113Z\t${id}\tslow`, `lambda 2026-05-04T12:00:00.113Z warn - - - ${id}`],
  "Lambda's report": [`REPORT RequestId: ${id}\tDuration: 404 ms\tMemory Size: 128 MB`, `lambda - - - - - ${id}`],
  'a Lambda that ran out of time': [
    `2026-05-04T12:00:00.113Z ${id} Task timed out after 3.00 seconds`,
    `lambda 2026-05-04T12:00:00.113Z - - - - ${id}`,
  ],
  'Spring Boot': [
    '2026-05-04T12:00:00.123+02:00 ERROR 4242 --- [app] [nio-8080-exec-1] c.e.d.ThumbnailController          : failed',
    'logback 2026-05-04T10:00:00.123Z error - - - -',
  ],
  "log4j's JSON": [
    '{"instant":{"epochSecond":1777896000,"nanoOfSecond":123456789},"thread":"main","level":"ERROR","loggerName":"a.B","message":"x"}',
    'json 2026-05-04T12:00:00.123Z error - - - -',
  ],
  "log4j's older JSON": [
    '{"timeMillis":1777896000123,"thread":"main","level":"WARN","loggerName":"a.B","message":"x"}',
    'json 2026-05-04T12:00:00.123Z warn - - - -',
  ],
  'log4j with a thread': [
    '2026-05-04 12:00:00,123 [http-nio-1] WARN  com.example.Api - took 404 ms',
    'logback 2026-05-04T12:00:00.123Z? warn - - - -',
  ],
  'Logback with an MDC': [
    `2026-05-04 12:00:00.123 ERROR [main] [requestId=${id}] com.example.Api - failed`,
    `logback 2026-05-04T12:00:00.123Z? error - - - ${id}`,
  ],
  'Logback without a date': ['12:00:00.123 [main] ERROR com.example.Api - failed', 'logback - error - - - -'],
  Kafka: ['[2026-05-04 12:00:00,123] WARN Connection lost (kafka.server)', 'logback 2026-05-04T12:00:00.123Z? warn - - - -'],
  'Python without a format': ['ERROR:django.request:Not Found: /v1/x', 'python - error - - - -'],
  'Python as its documentation has it': [
    '2026-05-04 12:00:00,123 - api.client - CRITICAL - down',
    'python 2026-05-04T12:00:00.123Z? fatal - - - -',
  ],
  uvicorn: ['INFO:     127.0.0.1:40404 - "POST /v1/x HTTP/1.1" 422 Unprocessable Entity', 'python - info 422 POST /v1/x -'],
  Gunicorn: ['[2026-05-04 12:00:00 +0200] [31] [INFO] Booting worker', 'python 2026-05-04T10:00:00.000Z info - - - -'],
  Celery: ['[2026-05-04 12:00:00,123: ERROR/MainProcess] Task failed', 'python 2026-05-04T12:00:00.123Z? error - - - -'],
  loguru: ['2026-05-04 12:00:00.123 | ERROR    | api.client:send:12 - failed', 'python 2026-05-04T12:00:00.123Z? error - - - -'],
  "Django's server": [
    '[04/May/2026 12:00:00] "GET /v1/x HTTP/1.1" 404 2345',
    'python 2026-05-04T12:00:00.000Z? - 404 GET /v1/x -',
  ],
  "Go's log": ['2026/05/04 12:00:00.123456 main.go:23: took 404 ms', 'go 2026-05-04T12:00:00.123Z? - - - - -'],
  "slog's default handler": [
    `2026/05/04 12:00:00 WARN failed status=402 method=GET request_id=${id}`,
    `go 2026-05-04T12:00:00.000Z? warn 402 GET - ${id}`,
  ],
  gin: [
    '[GIN] 2026/05/04 - 12:00:00 | 402 |   1.2ms |  ::1 | POST     "/v1/x"',
    'go 2026-05-04T12:00:00.000Z? - 402 POST /v1/x -',
  ],
  klog: ['W0504 12:00:00.619632       1 reflector.go:324] failed', 'glog 2026-05-04T12:00:00.619Z? warn - - - -'],
  'Rust tracing': [
    `2026-05-04T12:00:00.123456Z ERROR request{id=7}: api::client: failed request_id=${id}`,
    `tracing 2026-05-04T12:00:00.123Z error - - - ${id}`,
  ],
  'Rust tracing in colours': [
    '\u001b[2m2026-05-04T12:00:00.123456Z\u001b[0m \u001b[33m WARN\u001b[0m \u001b[2mapi\u001b[0m\u001b[2m:\u001b[0m slow \u001b[3mstatus\u001b[0m\u001b[2m=\u001b[0m503',
    'tracing 2026-05-04T12:00:00.123Z warn 503 - - -',
  ],
  env_logger: ['[2026-05-04T12:00:00Z ERROR api::client] failed', 'tracing 2026-05-04T12:00:00.000Z error - - - -'],
  Laravel: [
    `[2026-05-04 12:00:00] production.ERROR: failed {"request_id":"${id}","status":402}`,
    `laravel 2026-05-04T12:00:00.000Z? error 402 - - ${id}`,
  ],
  Monolog: ['[2026-05-04T12:00:00.123456+02:00] app.NOTICE: m [] []', 'laravel 2026-05-04T10:00:00.123Z info - - - -'],
  'PHP itself': ['[04-May-2026 12:00:00 UTC] PHP Fatal error:  Uncaught Error', 'php 2026-05-04T12:00:00.000Z fatal - - - -'],
  'zap console with a logger': [
    '2026-05-04T12:00:00.123+0200\tWARN\tapi\tapi/client.go:12\tslow\t{"status": 503}',
    'zap 2026-05-04T10:00:00.123Z warn 503 - - -',
  ],
  'zap console with seconds': ['1.777896e+09\tINFO\tm', 'zap 2026-05-04T12:00:00.000Z info - - - -'],
  "Ruby's logger": [
    `E, [2026-05-04T12:00:00.123456 #4242] ERROR -- : [${id}] Completed 422 Unprocessable Entity in 3ms`,
    `rails 2026-05-04T12:00:00.123Z? error 422 - - ${id}`,
  ],
  'macOS syslog': ['May  4 12:00:00 mac prog[1] (com.example) <Error>: m', 'syslog 2026-05-04T12:00:00.000Z? error - - - -'],
  'syslog with structured data': [
    `<11>1 2026-05-04T12:00:00Z h app - - [req@1 request_id="${id}" status="503"] failed`,
    `syslog 2026-05-04T12:00:00.000Z error 503 - - ${id}`,
  ],
  'Postgres in a zone of California': [
    '2026-05-04 12:00:00.123 PDT [4242] ERROR:  duplicate key',
    'text 2026-05-04T19:00:00.123Z error - - - -',
  ],
  'Kubernetes with pino': [
    `2026-05-04T12:00:00.5Z stdout F {"level":50,"time":1777896131120,"reqId":"req-1a","err":{"statusCode":429},"msg":"m"}`,
    'container>json 2026-05-04T12:02:11.120Z error 429 - - req-1a',
  ],
  'Docker with JSON': [
    String.raw`{"log":"{\"level\":\"warn\",\"msg\":\"m\",\"request_id\":\"${id}\"}\n","stream":"stdout","time":"2026-05-04T12:00:00.1Z"}`,
    `docker>json 2026-05-04T12:00:00.100Z warn - - - ${id}`,
  ],
  'ECS with nested fields': [
    `{"@timestamp":"2026-05-04T12:00:00Z","log":{"level":"error"},"http":{"request":{"id":"${id}","method":"get"},"response":{"status_code":402}},"url":{"path":"/v1/x"},"message":"m"}`,
    `json 2026-05-04T12:00:00.000Z error 402 GET /v1/x ${id}`,
  ],
  GELF: [
    '{"version":"1.1","host":"h","short_message":"m","timestamp":1777896000.5,"level":3}',
    'json 2026-05-04T12:00:00.500Z error - - - -',
  ],
  'winston in colours': ['{"level":"\\u001b[31merror\\u001b[39m","message":"m"}', 'json - error - - - -'],
  'a JSON object that is cut off': [
    '{"time":"2026-05-04T12:00:00Z","level":"error","status":503,"msg":"it broke and then the',
    'json 2026-05-04T12:00:00.000Z error 503 - - -',
  ],
  'an audit logger without a message': [
    '2026-05-04 12:00:00,116 INFO [com.example.Audit] - Mon May 04 12:00:00 CEST 2026|x',
    'logback 2026-05-04T12:00:00.116Z? info - - - -',
  ],
  Spark: ['26/05/04 12:00:00 WARN executor.Backend: slow', 'logback 2026-05-04T12:00:00.000Z? warn - - - -'],
  logcat: ['05-04 12:00:00.811  1702  2395 E Api: failed', 'logcat 2026-05-04T12:00:00.811Z? error - - - -'],
  'OpenStack, below the name of its file': [
    `nova-api.log 2026-05-04 12:00:00.008 25746 INFO nova.api [req-${id} - - -] 10.0.0.1 "GET /v2/x HTTP/1.1" status: 200 len: 404`,
    `text 2026-05-04T12:00:00.008Z? info 200 GET /v2/x req-${id}`,
  ],
  'Windows servicing': [
    '2026-05-04 12:00:00, Error                 CBS    failed',
    'text 2026-05-04T12:00:00.000Z? error - - - -',
  ],
  'a name server': ['04-May-2026 12:00:00.235 security: error: client denied', 'text 2026-05-04T12:00:00.235Z? error - - - -'],
  'a program with a name in brackets after a space': [
    ' [BACKEND][2026-05-04 12:00:00] 10.0.0.1:0 - "POST /v1/x HTTP/1.1" 401',
    'text 2026-05-04T12:00:00.000Z? - 401 POST /v1/x -',
  ],
  Sinatra: [
    '127.0.0.1 - - [04/May/2026 12:00:00] "GET /x HTTP/1.1" 304 - 0.0016',
    'access 2026-05-04T12:00:00.000Z? - 304 GET /x -',
  ],
  'an access log in JSON with a level': [
    String.raw`{"timestamp":1777896000,"level":"INFO","message":"nginx: 192.0.2.1 - - [04/May/2026:12:00:00 +0000] \"GET /x HTTP/1.1\" 502 15 \"-\""}`,
    'json 2026-05-04T12:00:00.000Z info 502 GET /x -',
  ],
  'Rails 2': [
    'Processing PageController#demo (for 127.0.0.1 at 2026-05-04 12:00:00) [POST]\nRendered x (0.2ms)\nCompleted in 614ms (View: 120, DB: 31) | 302 Found [http://e.com/demo]',
    'rails 2026-05-04T12:00:00.000Z? - 302 POST - -',
  ],
  'Rails 3.0': [
    'Started GET "/x" for 127.0.0.1 at 2026-05-04 12:00:00\n SQL (0.2ms)  SELECT 404\nCompleted in 9ms (Views: 4.9ms | ActiveRecord: 0.5ms) with 201',
    'rails 2026-05-04T12:00:00.000Z? - 201 GET /x -',
  ],
  MongoDB: [
    '{"t":{"$date":"2026-05-04T12:00:00.123+02:00"},"s":"E","c":"NETWORK","id":404,"ctx":"conn1","msg":"m"}',
    'json 2026-05-04T10:00:00.123Z error - - - -',
  ],
  'Serilog without a date': ['[12:00:00 ERR] HTTP GET /x failed', 'text - error - GET /x -'],
  structlog: [`2026-05-04 12:00:00 [error    ] failed request_id=${id}`, `text 2026-05-04T12:00:00.000Z? error - - - ${id}`],
  Nest: ['[Nest] 404  - 05/04/2026, 1:02:03 PM   ERROR [Api] failed', 'text 2026-05-04T13:02:03.000Z? error - - - -'],
};
