import {
  checkCases,
  withResponses,
  withSchema,
  withExample,
  shared,
  reference,
  inResponse,
  type OpenApiCase,
} from './openapiDocuments.ts';

const cases: readonly OpenApiCase[] = [
  [
    'the description of a response with one code',
    withResponses({
      '404': {
        description: 'There is no such card.',
        content: { 'application/json': { schema: { properties: { code: { const: 'no_card' } } } } },
      },
    }),
    [{ ...inResponse('no_card', 404, 'There is no such card.'), inferred: ['cause'] }],
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
    "bullets of a response's description, with lines that begin anywhere",
    withResponses({ '409': { description: 'Conflict.\n\n- `CARD_TAKEN`: Someone\nhas it\n- `CARD_USED`: Twice' } }),
    [inResponse('CARD_TAKEN', 409, 'Someone has it'), inResponse('CARD_USED', 409, 'Twice')],
  ],
  [
    'bullets behind a sentence and the word for codes',
    withResponses({ '409': { description: 'Something is in the way. Codes:\n- `card_taken`: Taken\n- `card_used` - Twice' } }),
    [inResponse('card_taken', 409, 'Taken'), inResponse('card_used', 409, 'Twice')],
  ],
  [
    'no fields that a description lists',
    withResponses({ '400': { description: 'These must be set:\n- `first_name`: a name\n- `last_name`: another' } }),
    [],
  ],
  [
    'shared responses that no operation names',
    { ...withResponses({}, { responses: { NotFound: reference(), Card: reference('Card') }, ...shared(['no_card']) }) },
    [{ ...inResponse('no_card', undefined, 'It failed'), inferred: ['cause'] }],
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

describe('error responses', () => checkCases(cases));
