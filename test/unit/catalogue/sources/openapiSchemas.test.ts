import { checkCases, withResponses, withSchema, inResponse, type OpenApiCase } from './openapiDocuments.ts';

const cases: readonly OpenApiCase[] = [
  [
    'an enum',
    withSchema({ properties: { code: { enum: ['card_old', 'card_lost'] } } }),
    [inResponse('card_old', 400), inResponse('card_lost', 400)],
  ],
  [
    'an enum beside a category whose schema is called after errors',
    withSchema(
      {
        properties: {
          errors: {
            type: 'array',
            items: {
              properties: {
                category: { $ref: '#/components/schemas/ErrorCategory' },
                code: { enum: ['card_old', 'card_lost'] },
              },
            },
          },
        },
      },
      { schemas: { ErrorCategory: { type: 'string', enum: ['API_ERROR', 'CARD_ERROR'] } } },
    ),
    [inResponse('card_old', 400), inResponse('card_lost', 400)],
  ],
  [
    'no types beside a code that is not listed',
    withSchema(
      { properties: { error_type: { $ref: '#/components/schemas/ShopErrorType' }, error_code: { type: 'string' } } },
      { schemas: { ShopErrorType: { type: 'string', enum: ['API_ERROR', 'CARD_ERROR'] } } },
    ),
    [],
  ],
  [
    'a constant with its message',
    withSchema({ properties: { code: { const: 'card_old' }, message: { const: 'Too old' } } }),
    [inResponse('card_old', 400, 'Too old')],
  ],
  [
    'numbers',
    withSchema({ properties: { errorCode: { type: 'integer', enum: [21211, 400], 'x-enum-varnames': ['INVALID_TO', 'BAD'] } } }),
    [{ ...inResponse(21211, 400), name: 'INVALID_TO' }],
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
    'descriptions in objects, by their value or their place',
    withSchema({
      properties: {
        code: {
          enum: ['a_b', 'c_d'],
          'x-enum-elements': [
            { value: 'c_d', description: 'Second' },
            { key: 'a_b', description: 'First' },
          ],
        },
      },
    }),
    [inResponse('a_b', 400, 'First'), inResponse('c_d', 400, 'Second')],
  ],
  [
    'an enum of codes that no error response refers to',
    withResponses(
      {},
      {
        schemas: {
          ResponseErrorCode: { type: 'string', enum: ['too_large', 'too_late'] },
          ErrorCategory: { type: 'string', enum: ['CLIENT_FAULT', 'SERVER_FAULT'] },
          Run: {
            properties: {
              last_error: { properties: { code: { enum: ['no_fuel', 'no_road'] } } },
              code: { enum: ['run_a', 'run_b'] },
            },
          },
        },
      },
    ),
    [
      inResponse('too_large', undefined),
      inResponse('too_late', undefined),
      inResponse('no_fuel', undefined),
      inResponse('no_road', undefined),
    ],
  ],
  [
    'an enum of numbers that no error response refers to',
    withResponses(
      {},
      { schemas: { ErrorNumber: { type: 'integer', enum: [-32700, 1001], 'x-enum-varnames': ['UNREADABLE', 'LATE'] } } },
    ),
    [
      { ...inResponse(-32700, undefined), name: 'UNREADABLE' },
      { ...inResponse(1001, undefined), name: 'LATE' },
    ],
  ],
  [
    'no classes of errors beside a code',
    withSchema({ properties: { code: { type: 'string' }, type: { enum: ['card_error', 'api_error'] }, message: {} } }),
    [],
  ],
  [
    'a reason phrase among codes',
    withSchema({ properties: { code: { enum: ['unauthorized', 'card_old'] } } }),
    [inResponse('unauthorized', 400), inResponse('card_old', 400)],
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
];

describe('schemas of error responses', () => checkCases(cases));
