import type { FormatCase } from './formatCases.ts';

/** Whose field counts: the record's own before those of what it is about, and JSON behind a prefix. */
export const fieldCases: Readonly<Record<string, FormatCase>> = {
  'own-cri': [
    '2026-05-04T09:15:00.200Z stdout F order 12 due 2030-05-05T00:00:00Z will lapse',
    'container 2026-05-04T09:15:00.200Z - - - - -',
  ],
  'own-docker': [
    '{"log":"session valid until 2031-01-01 00:00:00 UTC\\n","stream":"stdout","time":"2026-05-04T09:15:00.2Z"}',
    'docker 2026-05-04T09:15:00.200Z - - - - -',
  ],
  'own-heroku': [
    '2026-05-04T09:15:00.2+00:00 app[web.1]: cert expires 2030-01-01T00:00:00Z',
    'heroku 2026-05-04T09:15:00.200Z - - - - -',
  ],
  'own-syslog': [
    'May  4 09:15:00 web1 app[12]: certificate valid until 2029-05-05T00:00:00Z',
    'syslog 2026-05-04T09:15:00.000Z? - - - - -',
  ],
  'own-syslog5424': [
    '<14>1 2026-05-04T09:15:00Z h app 1 - - backup from 2026-11-19T00:00:00Z done',
    'syslog 2026-05-04T09:15:00.000Z info - - - -',
  ],
  'own-text-level': ['INFO certificate valid until 2029-05-05T00:00:00Z', 'text - info - - - -'],
  'own-text-sentence': ['Lease of node 7 ends 2029-05-05T00:00:00Z', 'text - - - - - -'],
  'own-text-after': ['2026-05-04 09:15:00 lease of node 7 ends 2029-05-05T00:00:00Z', 'text 2026-05-04T09:15:00.000Z? - - - - -'],
  'own-compose': ['api-1  | backup of 2025-01-01T00:00:00Z restored', 'container - - - - - -'],
  'own-compose-ts': [
    'api-1  | 2026-05-04T09:15:00.200Z backup of 2025-01-01T00:00:00Z restored',
    'container 2026-05-04T09:15:00.200Z - - - - -',
  ],
  'own-cri-own': [
    '2026-05-04T09:15:00.200Z stdout F 2026-05-04 10:14:59,900 ERROR failed',
    'container 2026-05-04T09:15:00.200Z error - - - -',
  ],
  'own-cri-far': [
    '2026-05-04T09:15:00.200Z stdout F 2026-12-25T00:00:00Z is the release day',
    'container 2026-05-04T09:15:00.200Z - - - - -',
  ],
  'own-cri-json-far': [
    '2026-05-04T09:15:00.200Z stdout F {"level":"info","msg":"x","valid":{"time":"2019-01-01T00:00:00Z"}}',
    'container>json 2026-05-04T09:15:00.200Z info - - - -',
  ],
  'own-req-time': [
    '{"request":{"time":"2019-01-01T00:00:00Z"},"ts":"2026-05-04T09:15:00Z"}',
    'json 2026-05-04T09:15:00.000Z - - - - -',
  ],
  'own-level-nested': ['{"account":{"level":"error"},"log":{"level":"warn"},"severity":"INFO"}', 'json - info - - - -'],
  'own-level-dotted-after': ['{"level":"info","game.level":"fatal"}', 'json - info - - - -'],
  'own-status-nested': [
    '{"payment":{"status":404},"http":{"status_code":200},"msg":"x","level":"info"}',
    'json - info 200 - - -',
  ],
  'own-status-order': ['{"order.status":"404","statusCode":201,"level":"info"}', 'json - info 201 - - -'],
  'own-id-parent': ['{"parent_request_id":"aaaa1111","request_id":"bbbb2222","level":"info"}', 'json - info - - - bbbb2222'],
  'own-id-original': [
    '{"original":{"request_id":"aaaa1111"},"requestId":"bbbb2222","level":"info"}',
    'json - info - - - bbbb2222',
  ],
  'own-msg-ecs': [
    '{"@timestamp":"2026-05-04T09:15:00.123Z","ecs.version":"1.6.0","error.message":"boom","error.type":"java.lang.X","log.level":"ERROR","log.logger":"a.b","message":"pump failed"}',
    'json 2026-05-04T09:15:00.123Z error - - - -',
  ],
  'own-msg-nested': [
    '{"error":{"message":"boom"},"level":"error","msg":"pump failed","time":"2026-05-04T09:15:00.123Z"}',
    'json 2026-05-04T09:15:00.123Z error - - - -',
  ],
  'own-method': [
    '{"level":"info","msg":"x","method":"sepa_debit","time":"2026-05-04T09:15:00.123Z"}',
    'json 2026-05-04T09:15:00.123Z info - - - -',
  ],
  'own-method2': ['{"level":"info","msg":"x","method":"get","path":"/a","payment":{"method":"post"}}', 'json - info - GET /a -'],
  'own-job-time': [
    '{"job.time":"13ms","time":"2026-05-04T09:15:00.123Z","level":"info"}',
    'json 2026-05-04T09:15:00.123Z info - - - -',
  ],
  'own-logfmt-dotted': [
    'job.level=error user.status=500 level=info status=200 ts=2026-05-04T09:15:00.123Z',
    'logfmt 2026-05-04T09:15:00.123Z info 200 - - -',
  ],
  'own-logfmt-under': ['upstream_status=502 status=200 level=info msg=ok', 'logfmt - info 200 - - -'],
  'own-start-end': [
    '{"start_time":"2026-05-04T09:14:00Z","time":"2026-05-04T09:15:00Z","level":"info"}',
    'json 2026-05-04T09:15:00.000Z info - - - -',
  ],
  'own-created': [
    '{"created_at":"2019-05-04T09:14:00Z","@timestamp":"2026-05-04T09:15:00Z","level":"info"}',
    'json 2026-05-04T09:15:00.000Z info - - - -',
  ],
  'own-date-field': [
    '{"date":"2030-01-01","timestamp":"2026-05-04T09:15:00Z","level":"info","message":"x"}',
    'json 2026-05-04T09:15:00.000Z info - - - -',
  ],
  'own-expires': [
    '{"level":"info","message":"x","timestamp":"2026-05-04T09:15:00Z","user":{"date":"2001-01-01T00:00:00Z"}}',
    'json 2026-05-04T09:15:00.000Z info - - - -',
  ],
  'pre/[api] ': [
    '[api] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[0] ': [
    '[0] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/api:dev: ': [
    'api:dev: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/@acme/api:dev: ': [
    '@shop/api:dev: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[uuid-3f0e3b0a-8a51-4d6f-9d2e-2f1c3a4b5c6d] ': [
    '[uuid-18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/INFO ': [
    'INFO {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/api | ': [
    'api | {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/10:15:00 web.1 | ': [
    '10:15:00 web.1 | {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[build : step] ': [
    '[build : step] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[pod/api-7d9c/api] ': [
    '[pod/api-7d9c/api] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/api-7d9c5b6f4-bcdf2 api ': [
    'api-7d9c5b6f4-bcdf2 api {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/web.1  | ': [
    'web.1  | {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/info: ': [
    'info: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[INFO] ': [
    '[INFO] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/DEBUG - ': [
    'DEBUG - {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/(api) ': [
    '(api) {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/<api> ': [
    '<api> {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/api> ': [
    'api> {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/ns/pod-x[api]: ': [
    'ns/pod-x[api]: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[2] api: ': [
    '[2] api: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/- ': [
    '- {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[api:dev] ': [
    '[api:dev] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/packages/api dev: ': [
    'packages/api dev: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/[www] ': [
    '[www] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre/│ ': [
    '│ {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12","time":"2026-05-04T09:15:00.123Z"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z ': [
    '2026-05-04T09:15:00.123Z {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z [api] ': [
    '2026-05-04T09:15:00.123Z [api] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20 09:15:00.123Z INFO ': [
    '2026-05-04 09:15:00.123Z INFO {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/[2026-11-20T09:15:00.123Z] ': [
    '[2026-05-04T09:15:00.123Z] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z app[web.1]: ': [
    '2026-05-04T09:15:00.123Z app[web.1]: {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/<14>1 2026-11-20T09:15:00.123Z h app 1 - - ': [
    '<14>1 2026-05-04T09:15:00.123Z h app 1 - - {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'syslog>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z\t3f0e3b0a-8a51-4d6f-9d2e-2f1c3a4b5c6d\tINFO\t': [
    '2026-05-04T09:15:00.123Z\t18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234\tINFO\t{"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'lambda 2026-05-04T09:15:00.123Z error 402 - - 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  ],
  'tpre/2026-11-20T09:15:00.123+00:00 ecs/web/0a1b ': [
    '2026-05-04T09:15:00.123+00:00 ecs/web/0a1b {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z  info  ': [
    '2026-05-04T09:15:00.123Z  info  {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z stdout F [api] ': [
    '2026-05-04T09:15:00.123Z stdout F [api] {"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'container>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'tpre/2026-11-20T09:15:00.123Z app[d891] fra [info]': [
    '2026-05-04T09:15:00.123Z app[d891] fra [info]{"level":"error","msg":"pump failed","status":402,"request_id":"req-77ab12"}',
    'text>json 2026-05-04T09:15:00.123Z error 402 - - req-77ab12',
  ],
  'pre-neg': [
    '2026-05-04T09:15:00.123Z sending payload {"level":"error","status":500}',
    'text 2026-05-04T09:15:00.123Z - 500 - - -',
  ],
  'pre-neg2': [
    '2026-05-04T09:15:00.123Z INFO response body: {"level":"error","timestamp":"2020-01-01T00:00:00Z"}',
    'text 2026-05-04T09:15:00.123Z info - - - -',
  ],
  'lograge-tagged': [
    '[18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234] [kim] method=POST path=/v1/x format=json status=402 duration=12.3',
    'rails - - 402 POST /v1/x 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  ],
  'lograge-logger': [
    'I, [2026-05-04T10:15:00.123456 #12]  INFO -- : method=POST path=/v1/x format=json status=402 duration=12.3 request_id=18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
    'rails>logfmt 2026-05-04T10:15:00.123Z? info 402 POST /v1/x 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  ],
};
