import type { FormatCase } from './formatCases.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

/** Lines of one record each, by what their message says. */
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
};
