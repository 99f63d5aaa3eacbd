import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { openapi } from '../../../../server/src/service/catalogue/sources/openapi.ts';
import { findSource } from '../../../../server/src/service/catalogue/sources/sources.ts';

const host = (files: Readonly<Record<string, string>> = {}) => ({
  readRelated: async (path: string) => {
    const text = files[path];
    return text === undefined ? { problem: 'does not exist' } : { text };
  },
});

const read = (text: string, files?: Readonly<Record<string, string>>, name = 'api.yaml') =>
  openapi.read({ name, text }, host(files));

type Tree = Readonly<Record<string, unknown>>;

/** A document whose one operation has the given responses besides 200. */
const withResponses = (responses: Tree, components: Tree = {}): Tree => ({
  openapi: '3.1.0',
  info: { title: 'Shop API' },
  paths: { '/cards': { get: { responses: { '200': { description: 'Fine' }, ...responses } } } },
  components,
});

const withSchema = (schema: Tree, components: Tree = {}, status = '400'): Tree =>
  withResponses({ [status]: { description: '', content: { 'application/json': { schema } } } }, components);

const withExample = (value: unknown, status = '400'): Tree =>
  withResponses({ [status]: { description: '', content: { 'application/json': { example: value } } } });

const shared = (codes: readonly string[], extra: Tree = {}): Tree => ({
  schemas: {
    Error: { type: 'object', properties: { code: { type: 'string', enum: codes }, message: { type: 'string' } }, ...extra },
  },
});

const reference = (schema = 'Error'): Tree => ({
  description: 'It failed',
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const inResponse = (code: unknown, status: unknown, cause = ''): Tree => ({
  code,
  ...(status === undefined ? {} : { status }),
  cause,
});

/** Each: what it shows, the document, the codes that it has. */
const cases: readonly (readonly [string, Tree, readonly unknown[]])[] = [
  [
    'an enum',
    withSchema({ properties: { code: { enum: ['card_old', 'card_lost'] } } }),
    [inResponse('card_old', 400), inResponse('card_lost', 400)],
  ],
  [
    'a constant with its message',
    withSchema({ properties: { code: { const: 'card_old' }, message: { const: 'Too old' } } }),
    [inResponse('card_old', 400, 'Too old')],
  ],
  [
    'numbers',
    withSchema({ properties: { errorCode: { type: 'integer', enum: [21211, 400], 'x-enum-varnames': ['INVALID_TO', 'BAD'] } } }),
    [inResponse(21211, 400, 'INVALID_TO')],
  ],
  [
    'a class of statuses',
    withSchema({ properties: { code: { enum: ['a_b', 'c_d'] } } }, {}, '4XX'),
    [inResponse('a_b', '4xx'), inResponse('c_d', '4xx')],
  ],
  [
    'default, which has no status',
    withSchema({ properties: { code: { enum: ['a_b', 'c_d'] } } }, {}, 'default'),
    [inResponse('a_b', undefined), inResponse('c_d', undefined)],
  ],
  [
    'descriptions in a list beside the enum',
    withSchema({ properties: { code: { enum: ['a_b', 'c_d'], 'x-enum-descriptions': ['First', 'Second'] } } }),
    [inResponse('a_b', 400, 'First'), inResponse('c_d', 400, 'Second')],
  ],
  [
    'descriptions by value',
    withSchema({ properties: { code: { enum: ['a_b', 'c_d'], 'x-enumDescriptions': { c_d: 'Second', a_b: 'First' } } } }),
    [inResponse('a_b', 400, 'First'), inResponse('c_d', 400, 'Second')],
  ],
  [
    'x-ms-enum',
    withSchema({
      properties: { code: { enum: ['a_b'], 'x-ms-enum': { name: 'Code', values: [{ value: 'a_b', description: 'First' }] } } },
    }),
    [inResponse('a_b', 400, 'First')],
  ],
  [
    'constants in oneOf',
    withSchema({
      properties: {
        code: {
          oneOf: [
            { const: 'a_b', description: 'First' },
            { const: 'c_d', title: 'Second' },
          ],
        },
      },
    }),
    [inResponse('a_b', 400, 'First'), inResponse('c_d', 400, 'Second')],
  ],
  [
    "a list in the property's description that describes the enum",
    withSchema({
      properties: {
        code: {
          enum: ['card_old', 'card_lost'],
          description: 'Either\n\n- `card_old`: The card is _too_ old\n- **card_lost** – Reported lost\n',
        },
      },
    }),
    [inResponse('card_old', 400, 'The card is too old'), inResponse('card_lost', 400, 'Reported lost')],
  ],
  [
    "a table in the property's description",
    withSchema({
      properties: {
        code: { type: 'string', description: '| Code | Meaning |\n|---|---|\n| `card_old` | Too old |\n| `card_lost` | Lost |' },
      },
    }),
    [inResponse('card_old', 400, 'Too old'), inResponse('card_lost', 400, 'Lost')],
  ],
  [
    'values that only the description lists',
    withSchema({
      properties: { error: { type: 'string', description: 'Usually one of these:\n  - invalid_request\n  - access_denied\n' } },
    }),
    [inResponse('invalid_request', 400), inResponse('access_denied', 400)],
  ],
  [
    'values that a sentence lists',
    withSchema({ properties: { code: { type: 'string', description: 'One of `card_old`, `card_lost` or `card_new`.' } } }),
    [inResponse('card_old', 400), inResponse('card_lost', 400), inResponse('card_new', 400)],
  ],
  [
    'codes in nested errors',
    withSchema({
      properties: { errors: { type: 'array', items: { properties: { code: { enum: ['a_b'] }, field: { enum: ['name'] } } } } },
    }),
    [inResponse('a_b', 400)],
  ],
  [
    'issues with their descriptions',
    withSchema({
      properties: {
        details: {
          items: {
            anyOf: [
              { properties: { issue: { enum: ['A_B'] }, description: { enum: ['First'] } } },
              { properties: { issue: { enum: ['C_D'] }, description: { enum: ['Second'] } } },
            ],
          },
        },
      },
    }),
    [inResponse('A_B', 400, 'First'), inResponse('C_D', 400, 'Second')],
  ],
  [
    'allOf merged',
    withSchema({
      allOf: [
        { properties: { code: { type: 'string' }, message: { type: 'string' } } },
        { properties: { code: { enum: ['a_b', 'c_d'] } } },
      ],
    }),
    [inResponse('a_b', 400), inResponse('c_d', 400)],
  ],
  [
    'keys of a discriminator',
    withSchema({
      properties: {
        error: {
          properties: { type: { type: 'string' }, message: {} },
          discriminator: { propertyName: 'type', mapping: { card_error: '#/x', api_error: '#/y' } },
        },
      },
    }),
    [inResponse('card_error', 400), inResponse('api_error', 400)],
  ],
  [
    'names beside a message',
    withSchema({ properties: { name: { enum: ['CARD_OLD', 'CARD_LOST'] }, message: {} } }),
    [inResponse('CARD_OLD', 400), inResponse('CARD_LOST', 400)],
  ],
  [
    'a status in words',
    withSchema({
      properties: {
        error: {
          properties: {
            code: { type: 'integer', example: 400 },
            message: {},
            status: { enum: ['INVALID_ARGUMENT', 'FAILED_PRECONDITION'] },
          },
        },
      },
    }),
    [inResponse('INVALID_ARGUMENT', 400), inResponse('FAILED_PRECONDITION', 400)],
  ],
  [
    'a fixed status beside the code',
    withSchema({ properties: { type: { const: 'card_missing' }, status: { const: 404 }, detail: {} } }, {}, 'default'),
    [inResponse('card_missing', 404)],
  ],
  [
    'the code before the type that sorts it',
    withSchema({ properties: { type: { enum: ['card_error', 'api_error'] }, code: { enum: ['card_old'] }, message: {} } }),
    [inResponse('card_old', 400)],
  ],
  [
    'the description of a response with one code',
    withResponses({
      '404': {
        description: 'There is no such card.',
        content: { 'application/json': { schema: { properties: { code: { const: 'no_card' } } } } },
      },
    }),
    [inResponse('no_card', 404, 'There is no such card.')],
  ],
  [
    'an enum that several statuses share, with what examples pin and names tell',
    withResponses(
      {
        '400': reference(),
        '404': reference(),
        '409': {
          description: '',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Error' },
              example: { code: 'card_taken', message: 'Somebody has it' },
            },
          },
        },
      },
      shared(['card_old', 'not_found', 'card_taken']),
    ),
    [
      inResponse('card_old', undefined),
      { ...inResponse('not_found', 404), inferred: ['status'] },
      { ...inResponse('card_taken', 409, 'Somebody has it'), inferred: ['cause'] },
    ],
  ],
  [
    'an enum that is written out under every status',
    withResponses(
      Object.fromEntries(
        ['400', '500'].map((status) => [
          status,
          { description: '', content: { 'application/json': { schema: { properties: { code: { enum: ['a_b', 'c_d'] } } } } } },
        ]),
      ),
    ),
    [inResponse('a_b', undefined), inResponse('c_d', undefined), inResponse('a_b', undefined), inResponse('c_d', undefined)],
  ],
  [
    'an example',
    withExample({ error: { code: 'card_old', message: 'Too old' } }),
    [{ ...inResponse('card_old', 400, 'Too old'), source: 'example', inferred: ['cause'] }],
  ],
  [
    'an example with a status of its own',
    withExample({ code: 'no_card', status: 404 }),
    [{ ...inResponse('no_card', 404), source: 'example' }],
  ],
  ['an example in a string', withExample('{"error_code": "card_old"}'), [{ ...inResponse('card_old', 400), source: 'example' }]],
  [
    'no stand-ins, reason phrases, fields and identifiers in examples',
    withExample({
      error: 'Bad Request',
      code: 'string',
      errors: [{ name: 'first_name', code: 400, id: 'b7f1c9d2-1111-4222-8333-444455556666' }],
      message: 'x',
    }),
    [],
  ],
  [
    'an example of a property',
    withSchema({ properties: { code: { type: 'string', example: 'card_old' } } }),
    [{ ...inResponse('card_old', 400), source: 'example' }],
  ],
  [
    "codes that a response's description lists",
    withResponses({
      '400': { description: 'Error codes:\n- `card_old`: Too old\n- `card_lost`: Lost' },
      '404': { description: '**Error Code:** `1001`<br>\nNo such user.\n\n**Error Code:** `1010`<br>\nNo such group.' },
    }),
    [
      inResponse('card_old', 400, 'Too old'),
      inResponse('card_lost', 400, 'Lost'),
      inResponse(1001, 404, 'No such user.'),
      inResponse(1010, 404, 'No such group.'),
    ],
  ],
  [
    'no fields that a description lists',
    withResponses({ '400': { description: 'These must be set:\n- `first_name`: a name\n- `last_name`: another' } }),
    [],
  ],
  [
    'shared responses that no operation names',
    { ...withResponses({}, { responses: { NotFound: reference(), Card: reference('Card') }, ...shared(['no_card']) }) },
    [inResponse('no_card', undefined, 'It failed')],
  ],
  [
    'a schema called after error codes where no response has one',
    withResponses({}, { schemas: { ErrorCode: { enum: ['CARD_OLD', 'CARD_LOST'] }, Currency: { enum: ['CHF', 'EUR'] } } }),
    [inResponse('CARD_OLD', undefined), inResponse('CARD_LOST', undefined)],
  ],
  [
    'no resources that a refusal answers with',
    withSchema({
      properties: {
        id: {},
        type: { enum: ['gift_card', 'debit_card'] },
        status: { enum: ['NOT_ACTIVE', 'ACTIVE'] },
        description: {},
        card: { properties: { code: { enum: ['chf', 'eur'] } } },
      },
    }),
    [],
  ],
  [
    'no envelopes',
    withSchema({ properties: { type: { const: 'error' }, status: { enum: ['success', 'fail'] }, message: {} } }),
    [],
  ],
  ['no statuses', withSchema({ properties: { code: { enum: [400, 404] }, message: {} } }), []],
  [
    'no enums of requests and successes',
    {
      openapi: '3.0.0',
      paths: {
        '/a': {
          post: {
            requestBody: { content: { 'application/json': { schema: { properties: { code: { enum: ['a_b'] } } } } } },
            responses: { '200': { content: { 'application/json': { schema: { properties: { code: { enum: ['c_d'] } } } } } } },
          },
        },
      },
    },
    [],
  ],
  [
    'no success that is called default',
    {
      swagger: '2.0',
      paths: {
        '/a': { get: { responses: { default: { description: 'Fine', schema: { properties: { code: { enum: ['a_b'] } } } } } } },
      },
    },
    [],
  ],
  [
    'Swagger 2',
    {
      swagger: '2.0',
      host: 'api.shop.test',
      paths: {
        '/a': {
          get: {
            responses: {
              '200': {},
              '404': { description: '', schema: { $ref: '#/definitions/E' } },
              '409': { description: '', examples: { 'application/json': { code: 'card_taken' } } },
            },
          },
        },
      },
      definitions: { E: { properties: { error: { enum: ['no_card', 'no_shop'] } } } },
    },
    [inResponse('no_card', 404), inResponse('no_shop', 404), { ...inResponse('card_taken', 409), source: 'example' }],
  ],
];

describe('OpenAPI documents', () => {
  for (const [title, document, expected] of cases) {
    it(`reads ${title}`, async () => {
      const yaml = await read(stringify(document));
      assert.deepEqual(
        yaml.codes.map(({ entry }) => entry),
        expected,
      );
      const json = await read(JSON.stringify(document), {}, 'api.json');
      assert.deepEqual(
        json.codes.map(({ entry }) => entry),
        expected,
      );
    });
  }

  it('gives the place of each code, the title and hosts', async () => {
    const text = `openapi: 3.0.0
info: { title: Shop API }
servers:
  - url: https://api.shop.dev/v1
  - url: https://{tenant}.shop.dev
  - url: http://localhost:3000
  - url: https://api.example.com
paths:
  /a:
    get:
      responses:
        200: {}
        400:
          description: ""
          content:
            application/json:
              schema:
                properties:
                  code:
                    enum:
                      - card_old
                      - "card_lost"
                  reason: {}
        409:
          description: |
            Error codes:

            - \`card_taken\`: Taken
`;
    const reading = await read(text);
    assert.deepEqual(
      reading.codes.map(({ location }) => [location.line, location.column]),
      [
        [20, 24],
        [21, 25],
        [27, 15],
      ],
    );
    assert.equal(reading.title, 'Shop API');
    assert.deepEqual(reading.hosts, ['api.shop.dev']);
    assert.deepEqual(reading.from, ['2 responses']);
  });

  it('follows references into files beside the document and places codes at the reference', async () => {
    const text = stringify(withResponses({ '404': { $ref: './responses/missing.yaml#/Missing' } }));
    const reading = await read(text, {
      'responses/missing.yaml': stringify({
        Missing: { description: '', content: { 'application/json': { schema: { $ref: '../schemas/error.json' } } } },
      }),
      'schemas/error.json': '{"properties":{"code":{"enum":["no_card"]},"cause":{"$ref":"#/properties"}}}',
    });
    assert.deepEqual(
      reading.codes.map(({ entry }) => entry),
      [inResponse('no_card', 404)],
    );
    assert.ok(text.split('\n')[reading.codes[0]?.location.line ?? 0]?.includes('missing.yaml'));
    assert.deepEqual(reading.notes, []);
  });

  it('says which references were not followed, and reads the rest', async () => {
    const document = withResponses(
      {
        '400': { $ref: 'https://other.test/errors.yaml#/Bad' },
        '401': { $ref: 'gone.yaml#/Bad' },
        '402': { $ref: '#/components/responses/Gone' },
        '403': { $ref: '#/components/responses/Round' },
        '404': reference(),
      },
      { responses: { Round: { $ref: '#/components/responses/Round' } }, ...shared(['no_card']) },
    );
    const reading = await read(stringify(document));
    assert.deepEqual(
      reading.codes.map(({ entry }) => entry.code),
      ['no_card'],
    );
    assert.deepEqual(
      reading.notes.map(({ message }) => message),
      [
        'The $ref to https://other.test/errors.yaml is not followed: it is no file beside the document.',
        'The $ref to #/components/responses/Gone leads nowhere.',
        'A $ref leads back to itself.',
        'The file gone.yaml does not exist.',
      ],
    );
    assert.ok(reading.notes.every(({ line }) => line !== undefined));
  });

  it('reads schemas that hold themselves', async () => {
    const document = withResponses(
      { '400': reference() },
      {
        schemas: {
          Error: {
            allOf: [{ $ref: '#/components/schemas/Error' }],
            oneOf: [{ $ref: '#/components/schemas/Error' }],
            properties: { code: { enum: ['a_b'] }, errors: { items: { $ref: '#/components/schemas/Error' } } },
          },
        },
      },
    );
    assert.deepEqual(
      (await read(stringify(document))).codes.map(({ entry }) => entry.code),
      ['a_b'],
    );
  });

  it('reads documents whose aliases and references would grow without end', async () => {
    const laughs = Array.from(
      { length: 30 },
      (_, level) =>
        `  l${level}: &l${level} { oneOf: [${Array(10)
          .fill(level === 0 ? '{}' : `*l${level - 1}`)
          .join(', ')}] }`,
    );
    const yaml = `openapi: 3.0.0\nx:\n${laughs.join('\n')}\npaths: { /a: { get: { responses: { 200: {}, 400: { content: { j: { schema: { properties: { code: { enum: [a_b] }, errors: *l29 } } } } } } } } }\n`;
    assert.deepEqual(
      (await read(yaml)).codes.map(({ entry }) => entry.code),
      ['a_b'],
    );
    const schemas = Object.fromEntries(
      Array.from({ length: 200 }, (_, level) => [
        `S${level}`,
        { oneOf: Array(20).fill({ $ref: `#/components/schemas/S${(level * 7 + 1) % 200}` }) },
      ]),
    );
    const many = withResponses(
      { '400': reference('E') },
      { schemas: { ...schemas, E: { properties: { code: { enum: ['c_d'] }, errors: { $ref: '#/components/schemas/S0' } } } } },
    );
    assert.deepEqual(
      (await read(JSON.stringify(many), {}, 'a.json')).codes.map(({ entry }) => entry.code),
      ['c_d'],
    );
  });

  it('leaves out what is nested too deeply, and reads the rest', async () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 600; level++) deep = { properties: { errors: deep } };
    const document = withResponses({ '400': { content: { j: { schema: deep } } }, '404': reference() }, shared(['no_card']));
    const reading = await read(JSON.stringify(document), {}, 'a.json');
    assert.deepEqual(
      reading.codes.map(({ entry }) => entry.code),
      ['no_card'],
    );
    assert.match(reading.notes[0]?.message ?? '', /nested more than 400 levels deep/);
    const hostile = await read(`{"openapi":"3.0.0","x":${'['.repeat(200_000)}`, {}, 'a.json');
    assert.deepEqual(
      hostile.notes.map(({ severity }) => severity),
      ['error'],
    );
  });

  it('says what is broken and what is not there', async () => {
    const said = async (text: string, name = 'api.yaml') =>
      (await read(text, {}, name)).notes.map(({ line, message, severity }) => [line, severity, message]);
    const [json] = await said('{"openapi": "3.0.0",\n "paths": }', 'a.json');
    assert.deepEqual(json?.slice(0, 2), [1, 'error']);
    const [yaml] = await said('openapi: 3.0.0\npaths: [\n');
    assert.equal(yaml?.[1], 'error');
    assert.deepEqual(await said('- openapi'), [
      [undefined, 'error', 'The document is no OpenAPI document: it has no "openapi" or "swagger" at its top.'],
    ]);
    assert.deepEqual(await said(stringify(withResponses({}))), [
      [undefined, 'information', 'The document describes no error responses (4xx, 5xx or default), and so no error codes.'],
    ]);
    assert.deepEqual(await said(stringify(withSchema({ properties: { code: { type: 'string' } } }))), [
      [undefined, 'information', 'None of the 1 error responses lists the values of its error code (code).'],
    ]);
    const [large] = await said(`openapi: 3.0.0\n#${'x'.repeat(20_000_001)}`);
    assert.match(String(large?.[2]), /the limit is 20 MB/);
  });

  it('is chosen for what says that it is OpenAPI', () => {
    const source = (name: string, text: string) => findSource({ name, text })?.id;
    assert.equal(source('api.json', '{"paths":{},"swagger":"2.0"}'), 'openapi');
    assert.equal(source('api.yaml', "# API\nopenapi: '3.1.0'\n"), 'openapi');
    assert.notEqual(source('errors.json', '[{"code":"openapi"}]'), 'openapi');
    assert.notEqual(source('api.md', 'openapi: 3.0.0'), 'openapi');
  });
});
