import assert from 'node:assert/strict';
import { readDocuments } from '../../../../server/src/service/catalogue/readDocument.ts';
import { catalogueSources } from '../../../../server/src/service/catalogue/sources/sources.ts';
import { documentEndings } from '../../../../server/src/shared/documentEndings.ts';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

interface Case {
  readonly about: string;
  readonly name: string;
  readonly text: string | object;
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}

const cases: readonly Case[] = [
  {
    about: 'comma separated values with quotes',
    name: 'errors.csv',
    text: 'name,codes,description\r\nNO_MAP,404,"There is no map, or ""none"" was drawn"\r\nNO_KEY,401,"Two\nlines"\r\n',
    codes: ['NO_MAP 404 There is no map, or "none" was drawn', 'NO_KEY 401 Two lines'],
  },
  {
    about: 'values separated by semicolons and tabs',
    name: 'fehler.csv',
    text: '\uFEFFFehlercode;Beschreibung\n1001;Zu spät\n-7;Nie\n',
    codes: ['1001 - Zu spät', '-7 - Nie'],
  },
  {
    about: 'values without a header, the number first',
    name: 'error_codes.csv',
    text: '**GENERAL**,,\n1000,Unknown,"Ask us, please"\n1001,No map,Draw one first\n1002,No key,Send one\n1003,Late,Wait\n',
    codes: ['1000 - Ask us, please', '1001 - Draw one first', '1002 - Send one', '1003 - Wait'],
  },
  {
    about: 'rows that hold no code',
    name: 'error_codes.tsv',
    text: 'code\tmeaning\nA_B\tx\nC_D\tx\nWAIT_{n}\ty\nno code at all\tz\n',
    codes: ['A_B - x', 'C_D - x'],
    notes: [
      '4: Table 1: 1 of 4 entries are families of codes, not codes (line 4).',
      '5: Table 1: 1 of 4 entries are not read (line 5): "no code at all" is no code.',
    ],
  },
  {
    about: 'an enum of protobuf, without its zero',
    name: 'shop/errors.proto',
    text: 'syntax = "proto3";\nmessage E {\n  // States.\n  enum State { OPEN = 0; }\n  enum ShopError {\n    option allow_alias = true;\n    NONE_SET = 0;\n    // No map. }\n    // HTTP Mapping: 404 Not Found\n    NO_MAP = 1;\n    NO_KEY = 2; // No key\n    OLD_KEY = 3 [deprecated = true];\n    reserved 4 to 9;\n    LAST = -1;\n  }\n}\n',
    codes: ['NO_MAP 404 No map. }', 'NO_KEY - No key', 'OLD_KEY - ✗', 'LAST -'],
    notes: [
      '7: NONE_SET of ShopError is left out: it means that nothing failed.',
      '4: The enum State is not about errors and is left out.',
    ],
  },
  {
    about: 'an enum of response codes of protobuf, two of which mean success',
    name: 'shop/response.proto',
    text: 'syntax = "proto3";\nenum ResponseCodeEnum {\n  OK = 0;\n  // No map\n  NO_MAP = 1;\n  SUCCESS = 22;\n}\n',
    codes: ['NO_MAP - No map'],
    notes: ['3: OK, SUCCESS of ResponseCodeEnum are left out: they mean that nothing failed.'],
  },
  {
    about: 'an enum of protobuf whose values begin with its name, and whose success is not the zero',
    name: 'shop/errors.proto',
    text: 'enum ErrorCode {\n  ERROR_CODE_UNSPECIFIED = 0;\n  ERROR_CODE_OK = 1;\n  ERROR_CODE_LATE = 2;\n}\n',
    codes: ['ERROR_CODE_LATE -'],
    notes: ['2: ERROR_CODE_UNSPECIFIED, ERROR_CODE_OK of ErrorCode are left out: they mean that nothing failed.'],
  },
  {
    about: 'a zero of protobuf with the status of an error',
    name: 'kratos/errors.proto',
    text: 'syntax = "proto3";\nenum ErrorReason {\n  option (errors.default_code) = 500;\n  NO_RIGHT = 0 [(errors.code) = 401];\n  NO_MAP = 1 [(errors.code) = 404];\n}\n',
    codes: ['NO_RIGHT 401', 'NO_MAP 404'],
  },
  {
    about: 'separated values below a comment, under a header of operations',
    name: 'errors.csv',
    text: '// Made by hand\nopcode,description,http_code\nNO_MAP,No map,404\nNO_KEY,"No key, none",401\n',
    codes: ['NO_MAP 404 No map', 'NO_KEY 401 No key, none'],
  },
  {
    about: 'an enum of protobuf whose zero is an error',
    name: 'shop/errors.proto',
    text: 'enum ErrorReason {\n  SOMETHING_WENT_WRONG = 0; // Unclear\n  LATE = 1;\n}\n',
    codes: ['SOMETHING_WENT_WRONG - Unclear', 'LATE -'],
    notes: [],
  },
  {
    about: 'options of protobuf with a status and a text',
    name: 'shop/errors.proto',
    text: 'enum ErrorReason {\n  option (errors.default_code) = 500;\n  UNSET = 0;\n  NO_MAP = 1 [(errors.code) = 404, (errors.message) = "No map"];\n  NO_KEY = 12 [(my.http_status) = 401];\n  LATE = 3 [(my.level) = 400];\n}\n',
    codes: ['NO_MAP 404 No map', 'NO_KEY 401', 'LATE -'],
    notes: ['3: UNSET of ErrorReason is left out: it means that nothing failed.'],
  },
  {
    about: 'an enum of GraphQL',
    name: 'schema.graphql',
    text: 'enum State { OPEN CLOSED }\nenum CartErrorCode @tag(name: "x") {\n  """\n  No map\n  """\n  NO_MAP\n  # No key\n  NO_KEY\n  OLD_KEY @deprecated(reason: "Use NO_KEY")\n}\n',
    codes: ['NO_MAP - No map', 'NO_KEY - No key', 'OLD_KEY - ✗NO_KEY Use NO_KEY'],
    notes: ['1: The enum State is not about errors and is left out.'],
  },
  {
    about: 'exceptions of a service model, by the code on the wire',
    name: 'service-2.json',
    text: {
      metadata: { endpointPrefix: 'shop', serviceFullName: 'Shop Service' },
      shapes: {
        NoMap: {
          type: 'structure',
          exception: true,
          error: { code: 'Shop.NoMap', httpStatusCode: 404 },
          documentation: '<p>No map.</p>',
        },
        Broken: { type: 'structure', exception: true, fault: true, retryable: {} },
        ALL_OLD: { type: 'string', enum: ['ALL_OLD'] },
      },
    },
    codes: ['Shop.NoMap 404 No map.', 'Broken 5xx'],
  },
  {
    about: 'errors of a Smithy model',
    name: 'model.json',
    text: {
      smithy: '2.0',
      shapes: {
        'shop#NoMap': {
          type: 'structure',
          traits: { 'smithy.api#error': 'client', 'smithy.api#httpError': 404, 'smithy.api#documentation': 'No map.' },
        },
        'shop#TooFast': {
          type: 'structure',
          traits: { 'smithy.api#error': 'client', 'aws.protocols#awsQueryError': { code: 'Shop.TooFast' } },
        },
        'shop#Map': { type: 'structure', traits: {} },
      },
    },
    codes: ['NoMap 404 No map.', 'Shop.TooFast 4xx'],
  },
  {
    about: 'errors of a Smithy model in its own language',
    name: 'model.smithy',
    text: '$version: "2"\nnamespace shop\nuse aws.protocols#restJson1\n\n/// No "map",\n/// or a lost one.\n@error("client")\n@httpError(404)\nstructure NoMap { @required message: String }\n\n@documentation("Too fast")\n@error("client") @retryable(throttling: true)\n@aws.protocols#awsQueryError(code: "Shop.TooFast", httpResponseCode: 429)\nstructure TooFast with [Base] { message: String }\n\n// @error("client")\nstructure Map { name: String }\n\napply Map @error("client")\n\n/// A list\nlist Maps { member: Map }\n\n@error("server")\n@deprecated(message: "see NoMap")\nstructure Lost {}\n',
    codes: ['NoMap 404 No "map", or a lost one.', 'Shop.TooFast 4xx Too fast', 'Lost 5xx ✗'],
  },
  {
    about: 'saved responses of a Postman collection',
    name: 'shop.postman_collection.json',
    text: {
      info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'Maps',
          item: [
            {
              name: 'Get',
              response: [
                { name: 'Fine', code: 200, body: '{"code":"FINE_MAP"}' },
                { name: 'Lost', code: 404, body: '{"error":{"code":"MAP_LOST","message":"It is lost"}}' },
              ],
            },
          ],
        },
      ],
    },
    codes: ['MAP_LOST 404 (example) It is lost'],
  },
  {
    about: 'a list of problem types, by their whole addresses',
    name: 'problems.json',
    text: [
      { type: 'https://shop.dev/problems/no-money', title: 'Not enough', status: 403 },
      { type: 'https://shop.dev/problems/no-map', title: 'No map', status: 404 },
    ],
    codes: ['https://shop.dev/problems/no-money 403 Not enough', 'https://shop.dev/problems/no-map 404 No map'],
  },
  {
    about: 'numbers by their names, and texts by their numbers',
    name: 'retcode.json',
    text: {
      code: 0,
      data: {
        retcode: { FAILED: -255, NOT_FOUND: -249, SUCCESS: 0 },
        retinfo: { '0': 'Success', '-255': 'It failed', '-249': 'Nothing there' },
      },
    },
    codes: ['-255 [FAILED] -', '-249 [NOT_FOUND] -', '-255 - It failed', '-249 - Nothing there'],
  },
  {
    about: 'a table of problem types',
    name: 'problems.md',
    text: '# Problem types\n\n| Type | Status | Title |\n|-|-|-|\n| https://shop.dev/p/no-money | 403 | Not enough |\n| `urn:shop:no-map` | 404 | No map |\n',
    codes: ['https://shop.dev/p/no-money 403 Not enough', 'urn:shop:no-map 404 No map'],
  },
];

describe('tables, schemas and models', () => {
  for (const { about, name, text, codes, notes } of cases) {
    it(about, async () => {
      const reading = await readPage(typeof text === 'string' ? text : JSON.stringify(text, null, 2), name);
      assert.deepEqual(describeCodes(reading), codes);
      if (notes) assert.deepEqual(describeNotes(reading), notes);
    });
  }

  it('has every ending in the file dialogue', () => {
    const endings = catalogueSources.flatMap((source) => source.endings.map((ending) => ending.slice(1)));
    assert.deepEqual([...documentEndings].sort(), [...new Set(endings)].sort());
  });

  it('names the kinds that can be read, and the nearest way', async () => {
    const document = { name: 'codes.xlsx', text: 'x', host: { readRelated: async () => ({ problem: '' }) } };
    const { notes } = await readDocuments([document], {});
    assert.match(notes[0]?.message ?? '', /Save the sheet as CSV.*Markdown page \(\.md.*CSV or TSV table/);
  });

  it('knows a catalogue', async () => {
    const document = { name: 'shop.error-codes.yaml', text: 'id: shop', host: { readRelated: async () => ({ problem: '' }) } };
    const { notes } = await readDocuments([document], {});
    assert.match(notes[0]?.message ?? '', /is a catalogue/);
  });

  it('gives the place of each code', async () => {
    const places = async (name: string, text: string) =>
      (await readPage(text, name)).codes.map(({ location }) => [location.line, location.column]);
    assert.deepEqual(await places('errors.csv', 'code,cause\r\n"A_B",x\r\n  C_D,y\r\n'), [
      [1, 1],
      [2, 2],
    ]);
    assert.deepEqual(await places('error.proto', 'enum Error {\n  A_B = 1;\n}\n'), [[1, 2]]);
  });
});
