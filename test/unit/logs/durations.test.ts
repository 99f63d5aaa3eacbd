import assert from 'node:assert/strict';
import { findDuration } from '../../../server/src/service/summary/durations.ts';

/** A record's text, and the milliseconds that it says. */
const cases: readonly (readonly [text: string, milliseconds: number | undefined])[] = [
  ['{"responseTime":12.345678,"res":{"statusCode":200}}', 12.345_678],
  ['{"response_time":12,"status":200}', 12],
  ['{"duration_ms":250}', 250],
  ['{"durationMs":250.5}', 250.5],
  ['{"elapsedMs":250}', 250],
  ['{"duration":"1.5s"}', 1_500],
  ['{"duration":0.012345,"status":404}', 12.345],
  ['method=GET status=200 duration=12.34 view=3.1', 12.34],
  ['level=info msg=done elapsed=1.25s', 1_250],
  ['class=LeakJob jid=1 elapsed=0.404', 404],
  ['{"took":37,"timed_out":false}', 37],
  ['took 37 ms to close the valve', 37],
  ['{"latency":123456,"latency_human":"123.456µs"}', 0.123_456],
  ['{"latency_ms":12}', 12],
  ['{"request_time":"0.123","status":"502"}', 123],
  ['{"event.duration":123000000}', 123],
  ['{"DownstreamStatus":200,"Duration":98123000}', 98.123],
  ['Completed 200 OK in 12ms (Views: 0.3ms)', 12],
  ['[info] Sent 402 in 1.5s', 1_500],
  ['HTTP POST /v1/x responded 402 in 12.3456 ms', 12.3456],
  [' GET /shop 200 in 31ms', 31],
  ['POST /v1/x 402 12.345 ms - 42', 12.345],
  ['[GIN] 2026/05/04 - 12:00:00 | 402 |   12.345ms |  192.0.2.1 | POST "/v1/x"', 12.345],
  ['at=info method=GET connect=1ms service=30001ms status=503', 30_001],
  ['REPORT RequestId: x Duration: 102.25 ms Billed Duration: 103 ms', 103],
  ['Request finished HTTP/1.1 POST http://e.test/ - 402 - application/json 12.3ms', undefined],
  ['retry in 12s', undefined],
  ['5 of 7 pumps in 3 m', undefined],
  ['{"timestamp":1777896000123,"timeout":30}', undefined],
  ['overtook=5 postcode=12', undefined],
];

describe('findDuration', () => {
  for (const [text, milliseconds] of cases)
    it(`${milliseconds === undefined ? 'finds none in' : 'finds that of'} ${text}`, () => {
      const found = findDuration(text, true);
      assert.equal(found === undefined ? undefined : Math.round(found * 1e6), milliseconds && Math.round(milliseconds * 1e6));
    });

  it('takes linear time for a long text', () => {
    const start = performance.now();
    for (const part of ['duration:', 'completed in ', 'elapsed time ', '| 402 |  ']) findDuration(part.repeat(100_000), true);
    assert.ok(performance.now() - start < 2_000);
  });
});
