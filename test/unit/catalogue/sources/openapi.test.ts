import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { findSource } from '../../../../server/src/service/catalogue/sources/sources.ts';
import { read, withResponses, withSchema, shared, reference, inResponse } from './openapiDocuments.ts';

describe('OpenAPI documents', () => {
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

  it('reports which references were not followed, and reads the rest', async () => {
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
        'The $ref to https://other.test/errors.yaml is not followed: the file is not next to the document.',
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

  it('reports broken and missing parts', async () => {
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

  it('is chosen for documents that declare OpenAPI', () => {
    const source = (name: string, text: string) => findSource({ name, text })?.id;
    assert.equal(source('api.json', '{"paths":{},"swagger":"2.0"}'), 'openapi');
    assert.equal(source('api.yaml', "# API\nopenapi: '3.1.0'\n"), 'openapi');
    assert.notEqual(source('errors.json', '[{"code":"openapi"}]'), 'openapi');
    assert.notEqual(source('api.md', 'openapi: 3.0.0'), 'openapi');
  });
});
