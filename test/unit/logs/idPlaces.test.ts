import assert from 'node:assert/strict';
import { recogniser, requestId } from './pikzelsRecogniser.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

/** Lines with the one id that is to be found in them, or none. */
const lines: readonly (readonly [line: string, id?: string])[] = [
  // Lists of pairs.
  [`{"name":"X-Request-Id","value":"${requestId}"}`, requestId],
  [`{"headers":[{"name": "x-request-id", "value": "A1206F460EXAMPLE"}]}`, 'A1206F460EXAMPLE'],
  [`"x-request-id":[{"key":"X-Request-Id","value":"${requestId}"}]`, requestId],
  [`"X-Request-Id":[{"value":"${requestId}"}]`, requestId],
  ['{"key":"request_id","value":{"stringValue":"abc-123-def-9"}}', 'abc-123-def-9'],
  [`{\\"key\\":\\"trace_id\\",\\"value\\":\\"${trace}\\"}`, trace],
  [`{"name":"user_id","value":"${requestId}"}`],
  ['{"name":"request_id","values":"abc-123-def-9"}'],
  // A name in colours.
  [`\u001b[36mrequest_id\u001b[0m=${requestId}`, requestId],
  [`\u001b[36muser_id\u001b[0m=${requestId}`],
  // A name and a space.
  [`(trace_id ${trace})`, trace],
  [`trace.id ${trace} done`, trace],
  [`trace_id ${trace}${trace}`],
  ['trace id of the request was lost'],
  // Zeros mean that there is none.
  ['trace_id=00000000000000000000000000000000 span_id=0000000000000000'],
  ['traceparent: 00-00000000000000000000000000000000-0000000000000000-00'],
  ['request_id=00000000-0000-0000-0000-000000000000'],
  ['handled 00000000-0000-0000-0000-000000000000'],
];

describe('ids in lines', () => {
  for (const [line, id] of lines)
    it(`${id === undefined ? 'finds none' : `finds ${id}`} in ${JSON.stringify(line).slice(0, 80)}`, () =>
      assert.deepEqual(
        recogniser.findRequestIds(line).map((mention) => mention.id),
        id === undefined ? [] : [id],
      ));

  it('are found in linear time', () => {
    const time = (text: string): number => {
      const began = performance.now();
      recogniser.findRequestIds(text);
      return performance.now() - began;
    };
    for (const part of [
      'request_id","value":',
      'trace_id ',
      'trace_id":[{',
      'request_id" , ',
      'trace_id',
      '"value":{"stringValue":',
      ' ',
    ]) {
      const text = part.repeat(300_000 / part.length);
      assert.ok(time(text.repeat(4)) < 10 * time(text) + 300, part);
    }
  }).timeout(20_000);
});
