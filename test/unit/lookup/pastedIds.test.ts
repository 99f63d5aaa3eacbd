import assert from 'node:assert/strict';
import { readPastedIds } from '../../../server/src/shared/requestIds/pastedIds.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const other = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

/** Texts as they are copied, with the ids in them. */
const pasted: readonly (readonly [text: string, ...ids: string[]])[] = [
  [id, id],
  [`  ${id}\r\n`, id],
  [`"${id}",`, id],
  [`“${id}”.`, id],
  [`(${id}).`, id],
  [`<${id}>`, id],
  [`{${id}}`, id],
  [`「${id}」`, id],
  ['`req_7sK2mVx0KcY5nL`', 'req_7sK2mVx0KcY5nL'],
  [`**${id}**`, id],
  [`Request ID: ${id}`, id],
  [`X-Request-Id:${id}`, id],
  [`"request_id": "${id}",`, id],
  [`requestId=${id}`, id],
  [`my request id is ${id}`, id],
  [`Hello, it failed again.\nThe id was ${id}, since noon. Thanks!`, id],
  [`${id}\u200B`, id],
  [`\u00A0${id}\u00A0`, id],
  [id.replaceAll('-', '\u2011'), id],
  [id.replaceAll('-', '–'), id],
  ['req_7sK2mVx0KcY5nL.', 'req_7sK2mVx0KcY5nL'],
  ['Request id: req-1', 'req-1'],
  [id.toUpperCase(), id.toUpperCase()],
  [`req-${id}`, `req-${id}`],
  ['c2VjcmV0LWlk==', 'c2VjcmV0LWlk=='],
  ['a/b:c', 'a/b:c'],
  ['order 12 failed', 'order 12 failed'],
  ['...', '...'],
  [''],
  // Labels in any language.
  [`ID запроса: ${id}`, id],
  [`リクエストID：${id}`, id],
  [`请求 ID：req_7sK2mVx0KcY5nL`, 'req_7sK2mVx0KcY5nL'],
  [`Anfrage-ID: 01HF3ZK7Q2V9X8WYB4T6N5M3RC`, '01HF3ZK7Q2V9X8WYB4T6N5M3RC'],
  ['Identifiant de la requête : c0umremlpvln7vfdvpa0', 'c0umremlpvln7vfdvpa0'],
  ['ID de solicitud = GFgPz0Y5oXbL2XcAAA2i', 'GFgPz0Y5oXbL2XcAAA2i'],
  ['Request ID req-abc123', 'req-abc123'],
  [`Vorgang Nr. ${id}`, id],
  // Answers, headers and commands.
  [`{"error":{"code":"RATE_LIMITED","message":"slow down"},"request_id":"${id}"}`, id],
  [
    '{"type":"error","error":{"type":"overloaded_error"},"request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}',
    'req_011CSHoEeqs5C35K2UUqR7Fy',
  ],
  [`{\n  "traceId": "${trace}",\n  "status": 502\n}`, trace],
  ['<Error><Code>AccessDenied</Code><RequestId>A1206F460EXAMPLE</RequestId></Error>', 'A1206F460EXAMPLE'],
  ['HTTP/2 502\ncontent-type: text/html\nx-request-id: A1206F460EXAMPLE\nvia: 1.1 varnish', 'A1206F460EXAMPLE'],
  ['-H "X-Request-Id: A1206F460EXAMPLE"', 'A1206F460EXAMPLE'],
  ['cf-ray: 7d2c8f1a2b3c4d5e-FRA', '7d2c8f1a2b3c4d5e-FRA'],
  [`traceparent: 00-${trace}-00f067aa0ba902b7-01`, `00-${trace}-00f067aa0ba902b7-01`],
  ['X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678;Sampled=1', '1-67891233-abcdef012345678912345678'],
  ['{"userId":"u-12345678","message":"x","requestId":"0HMVD9EKRSK12:00000003"}', '0HMVD9EKRSK12:00000003'],
  // Names and values in pairs.
  [`{"time":12,"headers":[{"name":"X-Request-Id","value":"${id}"},{"name":"Cookie","value":"sid=1"}]}`, id],
  [`{\n  "name": "x-request-id",\n          "value": "A1206F460EXAMPLE"\n}`, 'A1206F460EXAMPLE'],
  [`{"attributes":[{"key":"request_id","value":{"stringValue":"A1206F460EXAMPLE"}}]}`, 'A1206F460EXAMPLE'],
  [`"{\\"key\\":\\"traceId\\",\\"value\\":\\"${trace}\\"}"`, trace],
  // JSON without a name for ids.
  [`{"time":12,"event":{"ref":"${id}"}}`, id],
  [`{"time":12,"spans":["${trace}"]}`, trace],
  ['{"time":12,"ok":true}', '{"time":12,"ok":true}'],
  // Brackets of the id itself.
  ['run(7)', 'run(7)'],
  ['(run(7)).', 'run(7)'],
  ['see [run(7)], please: Request id: run-12345(7)', 'run-12345'],
  // Addresses.
  [`https://status.shop.test/requests/${id}`, id],
  [`https://status.shop.test/support?request_id=${id}&lang=de`, id],
  [`https://logs.shop.test/app/#/trace/${trace}`, trace],
  ['https://dashboard.shop.test/logs/req_7sK2mVx0KcY5nL?t=1700000000', 'req_7sK2mVx0KcY5nL'],
  ['<https://status.shop.test/?rid=A1206F460EXAMPLE>', 'A1206F460EXAMPLE'],
  // Several at once.
  [`${id} ${other}`, id, other],
  [`${id}, ${other}`, id, other],
  [`${id}\n${other}\n`, id, other],
  ['req_7sK2mVx0KcY5nL\nreq_9tL3nWy1LdZ6oM', 'req_7sK2mVx0KcY5nL', 'req_9tL3nWy1LdZ6oM'],
  [`request_id=${id} and later request_id=${other}`, id, other],
  [`The first was ${id} and the next one ${other}.`, id, other],
  ['It failed with request req_7sK2mVx0KcY5nL at noon', 'req_7sK2mVx0KcY5nL'],
  // A whole line of a log.
  [`2026-11-20T09:15:00.123Z ERROR pay request_id=${id} user=${other} declined`, id],
  ['urn:uuid:' + id, id],
  // In two spellings.
  [`${id} ${id.toUpperCase()} ${id.replaceAll('-', '')}`, id],
  ['1189234567890123776', '1189234567890123776'],
  ['C0DE:1A2B:3F4E5D:7A8B9C:65A1B2C3', 'C0DE:1A2B:3F4E5D:7A8B9C:65A1B2C3'],
  ['arn:aws:states:eu-west-1:123456789012:execution:pay:run-7', 'arn:aws:states:eu-west-1:123456789012:execution:pay:run-7'],
  ['fra1::iad1::q8x7z-1700000000123-9f2a1e0b1234', 'fra1::iad1::q8x7z-1700000000123-9f2a1e0b1234'],
  ['tx/2026/000123', 'tx/2026/000123'],
];

describe('readPastedIds', () => {
  for (const [text, ...ids] of pasted)
    it(`finds ${ids.join(' and ').slice(0, 60)} in ${JSON.stringify(text).slice(0, 60)}`, () =>
      assert.deepEqual(readPastedIds(text), ids));

  it('reads its own answer as the same ids', () => {
    for (const [text] of pasted) {
      const ids = readPastedIds(text);
      assert.deepEqual(readPastedIds(ids.join(', ')), ids, text);
    }
  });

  it('ends soon on hostile text', () => {
    const parts = ['"', 'id', 'a_', ' ', 'a-', '(', ').', 'id:', 'Ж', 'request_id=', '1-', '0', '.', ':', '，', '>', '()', '[]'];
    for (const part of [...parts, '"name":"id","value":', 'key":"id" , "']) {
      const text = part.repeat(20_000).slice(0, 19_990);
      for (const end of ['', ' 1', ' a', 'a)']) readPastedIds(text + end);
    }
  }).timeout(1_500);
});
