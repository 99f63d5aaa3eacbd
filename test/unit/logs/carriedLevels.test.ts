import assert from 'node:assert/strict';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';
import { recogniser } from './pikzelsRecogniser.ts';

const near = Date.UTC(2026, 4, 10);

/** How loggers write a level, and the level. */
const shapes: readonly (readonly [line: string, level: string])[] = [
  ['[main] ERROR c.s.Pump - leak', 'error'],
  ['shop.pump ERROR leak', 'error'],
  ['[pump] [error] leak', 'error'],
  ['error: leak', 'error'],
  ['(main) WARN leak', 'warn'],
  ['ERROR leak', 'error'],
  ['[ERROR] leak', 'error'],
  ['ERROR:shop.pump:leak', 'error'],
  ['level=warn msg=leak', 'warn'],
  ['ERRO leak', 'error'],
  ['E0504 12:00:00.123456       1 pump.go:12] leak', 'error'],
  ['<3>leak', 'error'],
  ['error: leak {"a":1}', 'error'],
  ['WARNING: leak', 'warn'],
  ['12:00:00.123 [main] WARN  c.s.Pump - leak', 'warn'],
  ['12:00:00 ERR leak', 'error'],
  ['INFO:     leak', 'info'],
  ['2026-05-04 12:00:00,200 ERROR leak', 'error'],
  ['E, [2026-05-04T12:00:00.200000 #12] ERROR -- : leak', 'error'],
  ['fail: Shop.Pump[0] leak', 'error'],
  ['ERROR [com.shop.Pump] (main) leak', 'error'],
  ['{"level":"error","msg":"leak"}', 'error'],
  ['[api] {"level":"error","msg":"leak"}', 'error'],
  ['api:dev: {"level":"error","msg":"leak"}', 'error'],
  ['INFO {"level":"error","msg":"leak"}', 'error'],
  ['WARN  [main] c.s.Pump: leak', 'warn'],
];

const time = '2026-05-04T12:00:00.200Z';
const carriers: Readonly<Record<string, (line: string) => string>> = {
  'a Kubernetes node': (line) => `${time} stderr F ${line}`,
  Docker: (log) => JSON.stringify({ log: `${log}\n`, stream: 'stderr', time }),
  syslog: (line) => `2026-05-04T12:00:00.200+00:00 web app[12]: ${line}`,
  'syslog of RFC 5424': (line) => `<14>1 ${time} web app 1 - - ${line}`,
  Heroku: (line) => `2026-05-04T12:00:00.200000+00:00 app[web.1]: ${line}`,
  'Docker Compose with times': (line) => `api-1  | ${time} ${line}`,
  'docker logs -t': (line) => `${time} ${line}`,
  'kubectl logs --prefix --timestamps': (line) => `[pod/api-7d9c5b6f4-bcdf2/api] ${time} ${line}`,
  journald: (MESSAGE) => JSON.stringify({ __REALTIME_TIMESTAMP: '1777896000200000', MESSAGE, _PID: '1', PRIORITY: '6' }),
  fluentd: (log) => JSON.stringify({ log, kubernetes: { pod_name: 'a' }, '@timestamp': time }),
  CloudWatch: (message) => JSON.stringify({ events: [{ timestamp: 1777896000200, message, ingestionTime: 1777896000300 }] }),
};
const untimed: Readonly<Record<string, (line: string) => string>> = {
  nothing: (line) => line,
  'Docker Compose': (line) => `api-1  | ${line}`,
  Foreman: (line) => `12:00:00 web.1    | ${line}`,
};

describe('levels behind carriers', () => {
  for (const [name, carry] of Object.entries({ ...untimed, ...carriers }))
    it(`are found behind ${name}`, () => {
      const wanted = shapes.map(([line, level]) => `${line}: ${level}`);
      assert.deepEqual(
        shapes.map(([line]) => `${line}: ${readOnly(carry(line)).level}`),
        wanted,
      );
    });

  for (const [name, carry] of Object.entries(carriers))
    it(`leave the time to ${name}`, () => {
      for (const [line] of shapes) assert.equal(new Date(readOnly(carry(line)).time?.ms ?? 0).toISOString(), time, line);
    });
});

function readOnly(text: string) {
  const records = readRecords(text, recogniser, { near });
  assert.equal(records.length, 1, text);
  return records[0] as NonNullable<(typeof records)[0]>;
}
