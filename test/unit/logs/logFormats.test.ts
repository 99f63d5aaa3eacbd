import assert from 'node:assert/strict';
import { recogniser, requestId } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

interface Expected {
  readonly format: string;
  readonly carrier?: string;
  readonly time?: string;
  readonly level?: string;
  readonly status?: number;
  readonly method?: string;
  readonly path?: string;
  readonly code?: string;
  readonly requestId?: string;
  readonly message?: string;
}

const near = Date.UTC(2026, 4, 10);

const lines: Readonly<Record<string, readonly [string, Expected]>> = {
  pino: [
    `{"level":50,"time":1777896131120,"pid":1,"req":{"id":"req-77aa","method":"POST","url":"/v1/thumbnails"},"res":{"statusCode":402},"msg":"failed"}`,
    {
      format: 'json',
      time: '2026-05-04T12:02:11.120Z',
      level: 'error',
      status: 402,
      method: 'POST',
      path: '/v1/thumbnails',
      requestId: 'req-77aa',
      message: 'failed',
    },
  ],
  'Elasticsearch, whose level has a space behind it': [
    '[2026-05-04T12:00:00,223][WARN ][o.e.x.Y] [node-1] slow',
    { format: 'text', time: '2026-05-04T12:00:00.223Z?', level: 'warn', message: '[o.e.x.Y] [node-1] slow' },
  ],
  structlog: [
    '2026-05-04 12:00:00 [error    ] failed',
    { format: 'text', time: '2026-05-04T12:00:00.000Z?', level: 'error', message: 'failed' },
  ],
  'a level in brackets with a number': [
    '2026-05-04 12:00:00 [ERROR 404] x',
    { format: 'text', time: '2026-05-04T12:00:00.000Z?', level: 'error', message: '[ERROR 404] x' },
  ],
  WebLogic: [
    '<May 4, 2026 12:00:00 PM CEST> <Warning> <HTTP> <failed>',
    { format: 'text', time: '2026-05-04T10:00:00.000Z', level: 'warn', message: '<HTTP> <failed>' },
  ],
  "log4j's XML": [
    '<Event timeMillis="1777896000123" level="ERROR"><Message>failed</Message></Event>',
    { format: 'xml', time: '2026-05-04T12:00:00.123Z', level: 'error', message: 'failed' },
  ],
  'the error envelope': [
    `{"error":{"code":"VALIDATION_ERROR","message":"Public message","details":[]},"request_id":"${requestId}"}`,
    { format: 'json', code: 'VALIDATION_ERROR', requestId, message: 'Public message' },
  ],
  bunyan: [
    '{"name":"app","hostname":"h","pid":7,"level":20,"msg":"Found","time":"2023-03-24T14:26:16.243Z","v":0}',
    { format: 'json', time: '2023-03-24T14:26:16.243Z', level: 'debug', message: 'Found' },
  ],
  winston: [
    '{"level":"warn","message":"slow","timestamp":"2026-05-04 12:00:00"}',
    { format: 'json', time: '2026-05-04T12:00:00.000Z?', level: 'warn', message: 'slow' },
  ],
  'zap with seconds': [
    '{"level":"info","ts":1693840791.7564995,"msg":"ok","status":200}',
    { format: 'json', time: '2023-09-04T15:19:51.756Z', level: 'info', status: 200, message: 'ok' },
  ],
  ECS: [
    '{"@timestamp":"2025-01-13T09:58:13.631Z","log.level":"debug","message":"m","http.response.status_code":429}',
    { format: 'json', time: '2025-01-13T09:58:13.631Z', level: 'debug', status: 429, message: 'm' },
  ],
  OpenTelemetry: [
    '{"timeUnixNano":"1544712660300000000","severityNumber":17,"body":{"stringValue":"down"}}',
    { format: 'otlp', time: '2018-12-13T14:51:00.300Z', level: 'error', message: 'down' },
  ],
  journald: [
    '{"__REALTIME_TIMESTAMP":"1534860261221373","PRIORITY":"3","MESSAGE":"disk"}',
    { format: 'journald', time: '2018-08-21T14:04:21.221Z', level: 'error', message: 'disk' },
  ],
  'Docker with an access log': [
    `{"log":"10.0.0.1 - - [24/Aug/2021:09:52:13 +0000] \\"GET / HTTP/1.1\\" 404 13 \\"-\\" \\"curl\\"\\n","stream":"stdout","time":"2021-08-24T09:52:13.20764059Z"}`,
    {
      format: 'access',
      carrier: 'docker',
      time: '2021-08-24T09:52:13.000Z',
      status: 404,
      method: 'GET',
      path: '/',
      message: 'GET / 404',
    },
  ],
  'JSON in a string': [
    `{"level":"error","msg":"upstream response={\\"error\\":{\\"code\\":\\"GENERATION_TIMEOUT\\"},\\"request_id\\":\\"${requestId}\\"}"}`,
    { format: 'json', level: 'error', code: 'GENERATION_TIMEOUT', requestId },
  ],
  logfmt: [
    `time="2021-09-15T21:17:10.220731Z" level=error msg="no \\"pod\\"" status=Pending http_status=503 request_id=${requestId}`,
    { format: 'logfmt', time: '2021-09-15T21:17:10.220Z', level: 'error', status: 503, requestId, message: 'no "pod"' },
  ],
  combined: [
    '192.168.0.1 - frank [10/Oct/2000:13:55:36 -0700] "POST /v1?x=1 HTTP/1.1" 429 2326 "http://e.com/" "curl/8"',
    {
      format: 'access',
      time: '2000-10-10T20:55:36.000Z',
      status: 429,
      method: 'POST',
      path: '/v1?x=1',
      message: 'POST /v1?x=1 429',
    },
  ],
  'common with a virtual host': [
    'api.example.com:443 ::1 - - [10/Oct/2000:13:55:36 +0000] "-" 408 -',
    { format: 'access', time: '2000-10-10T13:55:36.000Z', status: 408, message: '- 408' },
  ],
  'RFC 5424': [
    `<34>1 2003-10-11T22:14:15.003Z host app 11 ID47 [x@1 a="]\\"b"] failed request_id=${requestId}`,
    {
      format: 'syslog',
      time: '2003-10-11T22:14:15.003Z',
      level: 'fatal',
      requestId,
      message: `failed request_id=${requestId}`,
    },
  ],
  'RFC 3164 with JSON': [
    '<11>May  4 12:00:00 web-1 api[812]: {"level":"warn","msg":"m","statusCode":503}',
    { format: 'json', carrier: 'syslog', time: '2026-05-04T12:00:00.000Z?', level: 'warn', status: 503, message: 'm' },
  ],
  'Docker Compose with JSON': [
    'api-1  | {"level":"info","time":"2026-05-04T12:00:00Z","msg":"m"}',
    { format: 'json', carrier: 'container', time: '2026-05-04T12:00:00.000Z', level: 'info', message: 'm' },
  ],
  Kubernetes: [
    '2026-05-04T12:00:00.5+02:00 stderr F [error] something broke',
    { format: 'container', time: '2026-05-04T10:00:00.500Z', level: 'error', message: 'something broke' },
  ],
  Python: [
    '2026-05-04 12:00:00,123 ERROR client failed with INSUFFICIENT_CREDITS',
    { format: 'text', time: '2026-05-04T12:00:00.123Z?', level: 'error', code: 'INSUFFICIENT_CREDITS' },
  ],
  Rails: [
    `[${requestId}] Completed 402 Payment Required in 3ms`,
    { format: 'rails', status: 402, requestId, message: `[${requestId}] Completed 402 Payment Required in 3ms` },
  ],
  'zap console': [
    '2025-04-24T22:09:20.856Z\terror\tqueue.go:128\tHTTP Status Code 500',
    { format: 'zap', time: '2025-04-24T22:09:20.856Z', level: 'error', status: 500 },
  ],
  Lambda: [
    `2026-05-04T12:00:00.113Z\t${requestId}\tDEBUG\tm`,
    { format: 'lambda', time: '2026-05-04T12:00:00.113Z', level: 'debug', requestId },
  ],
  glog: [
    'E0504 12:00:00.619632 1952 logging.cc:253] Log every 3',
    { format: 'glog', time: '2026-05-04T12:00:00.619Z?', level: 'error', message: 'Log every 3' },
  ],
  'a level and a colon after an ISO time': [
    '2026-05-04T12:00:00Z ERROR failed: x',
    { format: 'text', time: '2026-05-04T12:00:00.000Z', level: 'error', message: 'failed: x' },
  ],
  'syslog with an ISO time': [
    '2026-05-04T12:00:00.123+00:00 web-1 api[812]: ready',
    { format: 'syslog', time: '2026-05-04T12:00:00.123Z', message: 'ready' },
  ],
  'a status before its code': [
    '2026-05-04T12:00:00Z WARN job failed: 504 GENERATION_TIMEOUT after 3 tries',
    { format: 'text', time: '2026-05-04T12:00:00.000Z', level: 'warn', status: 504, code: 'GENERATION_TIMEOUT' },
  ],
  'an error that begins its message': [
    '2026-05-04T12:00:00Z Error: it broke',
    { format: 'text', time: '2026-05-04T12:00:00.000Z', level: 'error', message: 'Error: it broke' },
  ],
  'a level and nothing else': ['ERROR', { format: 'text', level: 'error', message: 'ERROR' }],
  'a bare level': ['[warn] disk almost full', { format: 'text', level: 'warn', message: 'disk almost full' }],
  'a line of no format': ['listening on 3000', { format: 'text', message: 'listening on 3000' }],
  'terminal colours': ['\u001b[32mINFO\u001b[39m ready', { format: 'text', level: 'info', message: 'ready' }],
  'a status that is a state': ['level=info status=Pending', { format: 'logfmt', level: 'info' }],
};

describe('log formats', () => {
  for (const [name, [line, expected]] of Object.entries(lines)) {
    it(`reads ${name}`, () => {
      const records = readRecords(`${line}\n`, recogniser, { near });
      assert.equal(records.length, 1);
      const [record] = records;
      assert.ok(record);
      const { format, carrier, time, level, status, method, path, code, message } = record;
      const read = {
        format,
        carrier,
        time: time && `${new Date(time.ms).toISOString()}${time.zoneAssumed ? '?' : ''}`,
        level,
        status,
        method,
        path,
        code,
        requestId: record.requestId,
        message: expected.message === undefined ? undefined : message,
      };
      assert.deepEqual(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)), expected);
    });
  }
});
