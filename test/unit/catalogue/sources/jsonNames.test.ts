import assert from 'node:assert/strict';
import { readPage } from './readPage.ts';

/** Each: its subject, the document's name and content, the codes that it has. */
const cases: readonly (readonly [string, string, unknown, readonly unknown[]])[] = [
  [
    'the status in `code` beside the code, and the name of a number',
    'errors.json',
    [
      { constant: 'MapLostErr', code: 404, error_code: 10040, description: 'No map' },
      { constant: 'TooLateErr', code: 503, error_code: 10041, description: 'Late' },
    ],
    [
      { code: 10040, cause: 'No map', status: 404, name: 'MapLostErr' },
      { code: 10041, cause: 'Late', status: 503, name: 'TooLateErr' },
    ],
  ],
  [
    'a schema of the codes in a file of its own, and not the names that generators give them',
    'components/ErrorCode.json',
    {
      enum: ['MapLost', 'KeyBad'],
      type: 'string',
      'x-enum-varnames': ['ErrLost', 'ErrBad'],
      'x-enum-descriptions': ['No map', 'Bad'],
    },
    [
      { code: 'MapLost', cause: 'No map' },
      { code: 'KeyBad', cause: 'Bad' },
    ],
  ],
  [
    'reasons that are no errors beside codes that are',
    'messages.json',
    {
      asyncapi: '3.0.0',
      components: {
        schemas: {
          GapReason: { type: 'string', description: 'Why it was left out.', enum: ['latest_replaced', 'queue_full'] },
          RejectReason: { type: 'string', enum: ['map_lost', 'key_lost'] },
          ErrorCode: { type: 'string', enum: ['NO_MAP', 'NO_KEY'] },
        },
      },
    },
    [
      { code: 'map_lost', cause: '', groups: ['rejectreason'] },
      { code: 'key_lost', cause: '', groups: ['rejectreason'] },
      { code: 'NO_MAP', cause: '' },
      { code: 'NO_KEY', cause: '' },
    ],
  ],
  [
    'headers of a recorded answer',
    'raises_error.json',
    {
      interactions: [
        { response: { headers: { 'Content-Type': ['application/json'], Server: ['mapd/2.1'], Vary: ['Accept-Encoding'] } } },
      ],
    },
    [],
  ],
  [
    'numbers that look like statuses, with statuses that are others',
    'errorCodes.json',
    { 100: { message: 'No map', status: 404 }, 200: { message: 'No key', status: 401 }, 404: { message: 'Late', status: 409 } },
    [
      { code: 100, cause: 'No map', status: 404 },
      { code: 200, cause: 'No key', status: 401 },
      { code: 404, cause: 'Late', status: 409 },
    ],
  ],
  [
    'a number that means success, in a list of its own',
    'errorCodes.json',
    { Error_Codes: { General: { 777: 'Success' }, Map_Errors: { 1001: 'No map', 1002: 'Late' } } },
    [
      { code: 1001, cause: 'No map', groups: ['map-errors'] },
      { code: 1002, cause: 'Late', groups: ['map-errors'] },
    ],
  ],
  [
    'defaults, which are no faults',
    'defaults.json',
    { 'limits.max_time': 'The longest time in seconds', 'limits.max_size': 'The largest size in bytes', NO_MAP: 'No map' },
    [],
  ],
  [
    'a JSON Schema with codes among its definitions',
    'shop.json',
    {
      $defs: {
        ErrorCode: { enum: [1001, 1002], description: '* `1001` - No map', 'x-enum-varnames': ['Lost', 'Bad'] },
        State: { enum: ['a_b', 'c_d'] },
        closeReason: { enum: ['placed', 'traded'] },
      },
    },
    [
      { code: 1001, cause: 'No map', name: 'Lost' },
      { code: 1002, cause: '', name: 'Bad' },
    ],
  ],
  [
    'the errors of an interface description, and not its methods and schemas',
    'shop-rpc.json',
    {
      openrpc: '1.0.0',
      methods: [
        { name: 'shop_getMap', summary: 'Gets a map' },
        { name: 'shop_getKey', summary: 'Gets a key' },
      ],
      components: {
        schemas: { MAP_SHEET: { title: 'A sheet', type: 'object', properties: {} }, KEY_LIST: { title: 'Keys', $ref: '#/x' } },
        errors: {
          MAP_LOST: { code: 24, message: 'No map' },
          KEY_BAD: { code: 25, message: 'Bad key', data: { type: 'object', required: ['map_name', 'key_name'] } },
        },
      },
    },
    [
      { code: 24, cause: 'No map', name: 'MAP_LOST' },
      { code: 25, cause: 'Bad key', name: 'KEY_BAD' },
    ],
  ],
  [
    'no tools',
    'tools.json',
    [
      { name: 'get_map', description: 'Gets a map' },
      { name: 'get_key', description: 'Gets a key' },
    ],
    [],
  ],
];

describe('names beside codes in JSON, and names that are no codes', () => {
  for (const [title, name, value, expected] of cases) {
    it(`reads ${title}`, async () => {
      const { codes } = await readPage(JSON.stringify(value, undefined, 2), name);
      assert.deepEqual(
        codes.map(({ entry }) => entry),
        expected,
      );
    });
  }

  it('says that a list of names is left out', async () => {
    const { notes } = await readPage('[{"name":"get_map","description":"x"},{"name":"get_key","description":"y"}]', 'x.json');
    assert.deepEqual(
      notes.map(({ line, message }) => [line, message]),
      [[0, 'A list of names is left out: nothing around it mentions errors.']],
    );
  });
});
