import assert from 'node:assert/strict';
import { jsonList } from '../../../../server/src/service/catalogue/sources/jsonList.ts';
import { findSource } from '../../../../server/src/service/catalogue/sources/sources.ts';

const host = { readRelated: async () => ({ problem: 'cannot be read' }) };
const read = (name: string, text: string) => jsonList.read({ name, text }, host);
const entries = async (name: string, text: string) => (await read(name, text)).codes.map(({ entry }) => entry);

/** Each: its subject, the document's name and text, the codes that it has. */
const cases: readonly (readonly [string, string, unknown, readonly unknown[]])[] = [
  [
    'rows at the top',
    'list.json',
    [
      { code: 'CARD_DECLINED', message: 'The card was declined', status: 402 },
      { code: 'LIMIT_REACHED', description: 'Too many **requests**', http_status: '429' },
    ],
    [
      { code: 'CARD_DECLINED', cause: 'The card was declined', status: 402 },
      { code: 'LIMIT_REACHED', cause: 'Too many requests', status: 429 },
    ],
  ],
  [
    'rows below a key, with statuses of several spellings',
    'list.json',
    {
      version: '3',
      data: {
        error_codes: [
          { error_code: 'A_B', detail: 'x', httpStatus: '404 Not Found' },
          { error_code: 'C_D', detail: 'y', statusCode: '5XX' },
          { error_code: 'E_F', detail: 'z', http_code: [400, 422] },
          { error_code: 'G_H', detail: 'w', httpStatus: 'BAD_REQUEST' },
        ],
      },
    },
    [
      { code: 'A_B', cause: 'x', status: 404 },
      { code: 'C_D', cause: 'y', status: '5xx' },
      { code: 'E_F', cause: 'z', status: [400, 422] },
      { code: 'G_H', cause: 'w', status: 400 },
    ],
  ],
  [
    'numbers with causes, solutions and pages',
    'list.json',
    [
      {
        code: 41001,
        message: 'Invalid number',
        log_level: 'ERROR',
        secondary_message: null,
        log_type: 'APPLICATION',
        docs: 'https://docs.test/41001',
        causes: '- The number is [too short](https://docs.test/x)\n- It has letters',
        solutions: '- Send it in `E.164` form',
      },
      { code: 41002, message: 'No route', docs: 'http://insecure.test/41002', causes: null, solutions: null },
    ],
    [
      {
        code: 41001,
        cause: 'Invalid number; The number is too short; It has letters',
        remedy: 'Send it in E.164 form',
        docs: 'https://docs.test/41001',
      },
      { code: 41002, cause: 'No route' },
    ],
  ],
  [
    'an object from codes to rows, in groups',
    'list.json',
    {
      auth: { INVALID_KEY: { message: 'The key is wrong', status: 401 } },
      'Rate limits': { TOO_FAST: { message: 'Slow down', status: 429, resolution: 'Wait' } },
    },
    [
      { code: 'INVALID_KEY', cause: 'The key is wrong', status: 401, groups: ['auth'] },
      { code: 'TOO_FAST', cause: 'Slow down', status: 429, remedy: 'Wait', groups: ['rate-limits'] },
    ],
  ],
  [
    'an object from codes to descriptions',
    'errors.json',
    { card_declined: 'The card was declined', expired_card: 'The card is too old' },
    [
      { code: 'card_declined', cause: 'The card was declined' },
      { code: 'expired_card', cause: 'The card is too old' },
    ],
  ],
  [
    'an object from codes to statuses',
    'error-codes.json',
    { CARD_DECLINED: 402, NO_SUCH_CARD: 404 },
    [
      { code: 'CARD_DECLINED', cause: '', status: 402 },
      { code: 'NO_SUCH_CARD', cause: '', status: 404 },
    ],
  ],
  [
    'statuses as groups',
    'errors.json',
    { '401': { KEY_EXPIRED: 'The key is too old', KEY_MISSING: 'There is no key' } },
    [
      { code: 'KEY_EXPIRED', cause: 'The key is too old', status: 401 },
      { code: 'KEY_MISSING', cause: 'There is no key', status: 401 },
    ],
  ],
  [
    'numbers to names',
    'errors.json',
    { '1001': 'Card declined', '1002': 'Card expired' },
    [
      { code: 1001, cause: 'Card declined' },
      { code: 1002, cause: 'Card expired' },
    ],
  ],
  [
    'a row whose own code differs from its key, and one whose code is the status',
    'errors.json',
    { USER_MISSING: { code: 1001, message: 'No such user' }, USER_BANNED: { code: 403, message: 'Banned' } },
    [
      { code: 1001, cause: 'No such user', name: 'USER_MISSING' },
      { code: 'USER_BANNED', cause: 'Banned', status: 403 },
    ],
  ],
  [
    'categories that are rows themselves',
    'list.json',
    [{ category: 'Cards', errors: [{ code: 'card_old', message: 'Too old' }] }],
    [{ code: 'card_old', cause: 'Too old', groups: ['cards'] }],
  ],
  [
    'texts in several languages',
    'errors.json',
    { A01: { de: 'Zu alt', en: 'Too old' }, A02: { de: 'Verloren', en: 'Lost' } },
    [
      { code: 'A01', cause: 'Too old' },
      { code: 'A02', cause: 'Lost' },
    ],
  ],
  [
    'codes below a name of their own',
    'list.json',
    [
      { shop_code: '9001', currency_code: 'CHF', description: 'Too old' },
      { shop_code: '9002', currency_code: 'EUR', description: 'Lost' },
    ],
    [
      { code: '9001', cause: 'Too old' },
      { code: '9002', cause: 'Lost' },
    ],
  ],
  [
    'a list of words',
    'list.json',
    { error_codes: ['card_declined', 'expired_card'] },
    [
      { code: 'card_declined', cause: '' },
      { code: 'expired_card', cause: '' },
    ],
  ],
  [
    'duplicates, both of them',
    'list.json',
    [
      { code: 'A_B', message: 'x' },
      { code: 'A_B', message: 'y' },
    ],
    [
      { code: 'A_B', cause: 'x' },
      { code: 'A_B', cause: 'y' },
    ],
  ],
  [
    'no statuses',
    'list.json',
    [
      { code: '404', phrase: 'Not Found', description: 'Nothing there' },
      { code: '4xx', phrase: 'Client', description: 'y' },
    ],
    [],
  ],
  [
    'no countries',
    'list.json',
    [
      { code: 'CH', name: 'Switzerland' },
      { code: 'DE', name: 'Germany' },
    ],
    [],
  ],
  ['no translations', 'messages.json', { appTitle: 'My application', saveButton: 'Save it now' }, []],
  ['no settings', 'list.json', { name: 'shop', version: '1.0.0', scripts: { build: 'make all', test_all: 'make test' } }, []],
  [
    'no fields with white space',
    'errors.json',
    [
      { code: 'Not a code', message: 'x' },
      { code: 'IS_CODE', message: 'y' },
      { code: 'IS_CODE_2', message: 'z' },
    ],
    [
      { code: 'IS_CODE', cause: 'y' },
      { code: 'IS_CODE_2', cause: 'z' },
    ],
  ],
];

describe('lists of codes in JSON and YAML', () => {
  for (const [title, name, value, expected] of cases) {
    it(`reads ${title}`, async () => assert.deepEqual(await entries(name, JSON.stringify(value, undefined, 2)), expected));
  }

  it('reads YAML, with the title and the place of each code', async () => {
    const text =
      'title: Shop errors\ncodes:\n  - code: card_old\n    message: Too old\n  - { code: "card_stolen", message: Stolen }\n';
    const reading = await read('list.yaml', text);
    assert.equal(reading.title, 'Shop errors');
    assert.deepEqual(
      reading.codes.map(({ entry, location }) => [entry.code, location.line, location.column]),
      [
        ['card_old', 2, 10],
        ['card_stolen', 4, 13],
      ],
    );
    assert.deepEqual(reading.from, ['1 list']);
  });

  it('titles groups', async () => {
    const reading = await read('errors.json', '{"Rate limits":{"TOO_FAST":"Slow down, please"}}');
    assert.deepEqual(reading.groups, { 'rate-limits': 'Rate limits' });
  });

  it('reads JSON lines, each by itself', async () => {
    const reading = await read('errors.jsonl', '{"code":"A_B","message":"x"}\n\n{"code":\n{"code":"C_D","message":"y"}\r\n');
    assert.deepEqual(
      reading.codes.map(({ entry, location }) => [entry.code, location.line]),
      [
        ['A_B', 0],
        ['C_D', 3],
      ],
    );
    assert.deepEqual(
      reading.notes.map(({ line, severity }) => [line, severity]),
      [[2, 'error']],
    );
  });

  it('reports the problem and its place', async () => {
    const json = await read('errors.json', '[\n  {"code": "A_B" "message": "x"}\n]');
    assert.deepEqual(json.codes, []);
    assert.deepEqual(
      json.notes.map(({ line, severity }) => [line, severity]),
      [[1, 'error']],
    );
    assert.match(json.notes[0]?.message ?? '', /^The JSON is broken: /);
    const yaml = await read('errors.yaml', 'codes:\n  - code: [a\n');
    assert.match(yaml.notes[0]?.message ?? '', /^The YAML is broken: /);
    assert.deepEqual(
      (await read('errors.json', '')).notes.map(({ message }) => message),
      ['The document is empty.'],
    );
  });

  it('reports that a list of statuses and a document without codes have none', async () => {
    const said = async (text: string) => (await read('x.json', text)).notes.map(({ line, message }) => [line, message]);
    assert.deepEqual(await said('\n[{"code":"404","phrase":"Not Found","description":"x"}]'), [
      [1, 'A list of HTTP statuses contains no error codes and is left out.'],
    ]);
    assert.deepEqual(await said('{"a":1}'), [
      [undefined, 'The document has no list of codes: no rows with a "code", and no object from codes to descriptions.'],
    ]);
  });

  it('stops at a limit and reports it', async () => {
    const rows = Array.from({ length: 50_010 }, (_, index) => `{"code":"E_${index}","message":"x"}`);
    const reading = await read('errors.json', `[${rows.join(',')}]`);
    assert.equal(reading.codes.length, 50_000);
    assert.match(reading.notes[0]?.message ?? '', /50010 codes; the first 50000 are read/);
    const large = await read('errors.json', ' '.repeat(20_000_001));
    assert.match(large.notes[0]?.message ?? '', /the limit is 20 MB/);
  });

  it('leaves catalogues and files of tools to others', () => {
    const source = (name: string, text = '{}') => findSource({ name, text })?.id;
    assert.equal(source('docs/errors.json'), 'json-list');
    assert.equal(source('docs/errors.yaml', 'codes: []'), 'json-list');
    for (const name of [
      'shop.error-codes.json',
      'shop.error-codes.yaml',
      'web/package.json',
      'tsconfig.base.json',
      'x.schema.json',
    ]) {
      assert.equal(source(name), undefined, name);
    }
  });
});
