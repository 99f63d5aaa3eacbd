import { createBoundedPattern } from '../../../server/src/service/matching/boundedPattern.ts';
import assert from 'node:assert/strict';
import { createCodeFinder } from '../../../server/src/service/logs/codeFinder.ts';
import { createRequestIdFinder } from '../../../server/src/service/logs/requestIdFinder.ts';
import { findRequestLine, findStatuses } from '../../../server/src/service/logs/textFacts.ts';
import { requestId } from './pikzelsRecogniser.ts';

describe('createCodeFinder', () => {
  const codes = ['NOT_FOUND', 'CONFLICT', 'card_declined', 'auth/user-not-found', 'P2002', '21211'];
  const many = [...codes, ...Array.from({ length: 10_000 }, (_, index) => `CODE_${index}`)];
  for (const [name, find] of [
    ['few', createCodeFinder(codes)],
    ['many', createCodeFinder(many)],
  ] as const) {
    const found = (text: string) => find(text).map(({ code, span }) => [code, text.slice(span.start, span.end)]);

    it(`finds whole tokens among ${name} codes`, () => {
      assert.deepEqual(
        found('"code":"NOT_FOUND", ErrorCode.CONFLICT failed:card_declined auth/user-not-found. P2002\\nNOT_FOUND').map(
          ([code]) => code,
        ),
        ['NOT_FOUND', 'CONFLICT', 'card_declined', 'auth/user-not-found', 'P2002', 'NOT_FOUND'],
      );
    });

    it(`finds whole tokens behind escapes among ${name} codes`, () => {
      for (const before of ['\\n', '\\u0022', '%22', '%2522', '\\u001b[31m', '\\x1b[1;31m', '\u001b[31m', 'a=%22', '^[[31m']) {
        assert.deepEqual(found(`x ${before}NOT_FOUND`).at(-1), ['NOT_FOUND', 'NOT_FOUND'], before);
      }
    });

    it(`takes the letter behind a backslash for an escape or not, among ${name} codes`, () => {
      assert.deepEqual(found('failed\\ncard_declined; shop\\card_declined').length, 2);
    });

    it(`finds no part of a word among ${name} codes`, () => {
      assert.deepEqual(found('USER_NOT_FOUND NOT_FOUNDED merge-CONFLICT CONFLICT-free not_found XP2002 P20021'), []);
    });

    it(`takes a number for a code only with a name before it, among ${name} codes`, () => {
      assert.deepEqual(found('took 21211 ms, error code 21211, "code": 21211').length, 2);
    });
  }

  it('finds nothing without codes', () => assert.deepEqual(createCodeFinder([])('NOT_FOUND'), []));
});

describe('createRequestIdFinder', () => {
  const named = { fields: ['trace_ref', 'trace_x'], headers: ['X-Pikzels-Request'] };
  const { find, findOwn, problems } = createRequestIdFinder(
    [named, { fields: [], headers: [], pattern: 'req_[A-Za-z0-9]{8,}' }, { fields: [], headers: [], pattern: '(' }],
    createBoundedPattern,
  );
  const ids = (text: string) => find(text).map(({ id }) => id);

  for (const text of [
    `request_id=${requestId}`,
    `"request_id": "${requestId}"`,
    `\\"request_id\\":\\"${requestId}\\"`,
    `X-Request-Id: ${requestId}`,
    `RequestId: ${requestId}`,
    `request id ${requestId}`,
    `'requestId' => '${requestId}'`,
    `"req":{"id":"${requestId}","method":"GET"}`,
    `trace_ref=${requestId}`,
    `x-pikzels-request: ${requestId}`,
    `[${requestId}] hello`,
    `at\t${requestId}\tINFO`,
    `see ${requestId}.`,
    `request id was: ${requestId}`,
    `<RequestId>${requestId}</RequestId>`,
    `req=${requestId}`,
    `[req:${requestId}]`,
    `request: ${requestId}`,
    // Right behind an escape.
    `{"msg":"failed\\n${requestId}"}`,
    `{"msg":"failed\\nrequest_id=${requestId}"}`,
    `{"a":"{\\"b\\":\\"c\\\\t${requestId}\\"}"}`,
    `\\u001b[31m${requestId}\\u001b[0m`,
    `\u001b[31m${requestId}\u001b[0m`,
    `^[[31m${requestId}`,
    `next %22${requestId}%22`,
    `%2522${requestId}%2522`,
    `request_id%3D${requestId}`,
    `%22request_id%22%3A%22${requestId}%22`,
    `request_id=\\u001b[36m${requestId}`,
    `request_id\\u001b[0m=\\u001b[36m${requestId}`,
  ]) {
    it(`finds the id in ${text}`, () => assert.deepEqual(ids(text), [requestId]));
  }

  it('finds ids of other shapes with a name before them, and those of a catalogue’s pattern', () => {
    assert.deepEqual(ids('req_id=abc-123'), ['abc-123']);
    assert.deepEqual(ids('<RequestId>4442587FB7D0A2F9</RequestId>'), ['4442587FB7D0A2F9']);
    assert.deepEqual(ids('failed: req_8aK2m9Qx7 after'), ['req_8aK2m9Qx7']);
  });

  for (const text of [
    `user_id=${requestId}`,
    `"persona": "${requestId}"`,
    `/users/${requestId}/x`,
    `request_id=undefined`,
    'request id: missing',
    `a${requestId}`,
    `n${requestId}`,
    `brid=${requestId}`,
    `prerequest: ${requestId}`,
    `31m${requestId}`,
    `user_id%3D${requestId}`,
    `"user":\\u0022${requestId}\\u0022`,
    `users%2F${requestId}`,
  ]) {
    it(`finds none in ${text}`, () => assert.deepEqual(ids(text), []));
  }

  it('takes the first id with a name before it for the record’s own, else the first', () => {
    const other = '00000000-0000-4000-8000-000000000000';
    for (const own of [findOwn, createRequestIdFinder([named], createBoundedPattern).findOwn]) {
      assert.equal(own(`${other} trace-x=abc-123 request_id=${requestId}`), 'abc-123');
      assert.equal(own(`id ${other}: ${'no id, '.repeat(50)}request: ${requestId}`), requestId);
      assert.equal(own(`see ${other} and ${requestId}`), other);
      assert.equal(own(`request_id=none user_id=${requestId}`), undefined);
      assert.equal(own('nothing'), undefined);
    }
  });

  it('names patterns that cannot be used', () => assert.equal(problems.length, 1));
});

describe('findStatuses', () => {
  const statuses = (text: string) => findStatuses(text).map(({ status, span }) => [status, text.slice(span.start, span.end)]);
  for (const text of [
    'status=402',
    '"statusCode": 402',
    'http.status_code=402',
    '"response_code":402,',
    'HTTP status code 402',
    '"GET / HTTP/1.1" 402 12',
    'HTTP/2 402',
    'POST /v1/x 402 12.3 ms',
    'GET https://api.example.com/x 402',
    'OPTIONS * 402',
    'Completed 402 Payment Required',
    '\\"status\\":\\"402\\"',
    'failed\\nstatus: 402',
    'failed\\nGET /v1/x 402',
    '\\u001b[31mstatus=402',
    'failed\\tHTTP/1.1 402',
    // In words.
    'responded with 402',
    'HTTP POST /v1/x responded 402 in 12.3456 ms',
    'the server responded with a status of 402 ()',
    'POST /v1/x returned 402',
    'POST /v1/x (402)',
    'upstream returned a 402.',
    'https://api.example.com/v1 -> 402',
    'got a 402 from the gateway',
    'received 402 from upstream',
    'expected status 200, got 402',
    'expected 200 but got 402',
    'status was 402',
    "'status' => 402",
    'Status(402)',
    '<status>402</status>',
    'HTTP 402',
    'HTTP Error 402: x',
    '<-- 402 https://api.example.com/x (120ms)',
    'Server returned HTTP response code: 402 for URL',
    'Response status code does not indicate success: 402',
    'The remote server returned an error: (402) Payment Required.',
    'Net::HTTPServerException: 402 "Payment Required"',
    'googleapi: Error 402: Payment Required, required',
    'HttpClientErrorException: 402 null',
    'Unexpected server response: 402',
    '{"error":{"code":402,"message":"m"}}',
    '127.0.0.1:52112 [402]: GET /x',
    'code 402, message m',
    'done status=402 ms=12',
    'status=402 errors=3',
    'the service returned 402 in 12 ms',
  ]) {
    it(`finds the status in ${text}`, () => assert.deepEqual(statuses(text), [[402, '402']]));
  }
  for (const [text, expected] of [
    ['504 Gateway Time-out', 504],
    ['<h1>413 Request Entity Too Large</h1>', 413],
    ['HTTPError: 503 Server Error: x', 503],
    ['feign.FeignException$BadRequest: [400 Bad Request] during [POST]', 400],
    ['HttpClientErrorException$BadRequest: 400 : "{}"', 400],
  ] as const) {
    it(`finds the status in ${text}`, () => assert.deepEqual(statuses(text), [[expected, String(expected)]]));
  }
  for (const text of [
    'took 402 ms',
    'status=4021',
    'status=402.5',
    'port 402',
    'substatus402',
    'status 12:40:02',
    'statuses: 600',
    'exit status 137',
    'the worker exited with status 143',
    'exit_status=137',
    'status=100%',
    'get order 402 from the cache',
    'GET /v1/x 402 ms',
    'POST /v1/x 100 bytes',
    'Completed 402 of 500',
    'returned 402 rows',
    'the query returned 402',
    'responded in 402 ms',
    'responded with 402 errors',
    'batch -> 402',
    'order (402) failed',
    'got a 402 ms delay',
    'received 402 from Bob',
    'retried with 402',
    'HTTP 443 listener ready',
    'status 200..299',
    'status 200-299',
    'expected status 200',
    'want status 200',
    'status code 137',
    'status=128',
    'Command failed with status (500)',
    'status >= 400',
    'code 402',
    '"code":402',
    'error 402 of 500',
    'step 302: Found 3 files',
    'test 200: OK',
    'HTTP 500 errors: 0',
    'HTTP 200 requests served',
    'HTTP 404 rate: 0.3%',
    'the service returned 500 in total',
    'Sent 200 in 12 batches',
    'status: 300 jobs pending',
  ]) {
    it(`finds none in ${text}`, () => assert.deepEqual(statuses(text), []));
  }
});

describe('findRequestLine', () => {
  it('reads method and path', () => {
    assert.deepEqual(findRequestLine('Started POST "/v1/x?y=1" for'), { method: 'POST', path: '/v1/x?y=1' });
    assert.deepEqual(findRequestLine('GET https://api.pikzels.com/v1 200'), {
      method: 'GET',
      path: 'https://api.pikzels.com/v1',
    });
    assert.equal(findRequestLine('TARGET /x'), undefined);
  });
});
