import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonList } from '../../../../server/src/service/catalogue/sources/jsonList.ts';
import { openapi } from '../../../../server/src/service/catalogue/sources/openapi.ts';

const host = { readRelated: async () => ({ problem: 'is not there' }) };

/** Parts of documents of this kind, in any order: most results are not valid documents. */
const words = fc.constantFrom(
  ...'openapi: 3.0.0|swagger: "2.0"|paths:|responses:|400:|default:|schema:|properties:|code:|enum:|- card_old|"x y"|{|}|[|]|,|:|"code"|"errors"|"A_B"|$ref: "#/paths"|&a|*a|<<: *a|\n|\n  |\n    |\n      |\u{1F600}|\uFEFF|\r\n|404|null|- `a_b`: x|| a | b ||'.split(
    '|',
  ),
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary' }),
);

/** Any value in the place of each part of a document. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(
      'card_old',
      'No card',
      404,
      1001,
      null,
      true,
      '#/paths',
      '- `a_b`: text',
      '# Errors\n| Code | x |\n|--|--|\n| `a_b` | y |',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...'openapi paths /a get responses 400 default description content application/json schema properties code error errors details message enum const oneOf allOf items $ref example examples value discriminator mapping propertyName type status x-enum-descriptions'.split(
          ' ',
        ),
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;
const documents = values.map((schema) => ({
  openapi: '3.1.0',
  paths: {
    '/a': {
      get: {
        responses: { '200': {}, '400': { description: schema, content: { j: { schema, example: schema } } }, default: schema },
      },
    },
  },
}));

async function checkAll(text: string): Promise<void> {
  const lines = text.split(/\r\n|\r|\n/);
  for (const source of [openapi, jsonList]) {
    for (const name of ['errors.json', 'errors.yaml', 'errors.jsonl']) {
      source.accepts({ name, text });
      const { codes, notes } = await source.read({ name, text }, host);
      for (const { entry, location } of codes) {
        assert.ok(
          location.line < lines.length && location.column <= (lines[location.line]?.length ?? 0),
          JSON.stringify(location),
        );
        assert.match(String(entry.code), /^\S{1,200}$/);
        assert.ok(entry.cause.length <= 5000 && entry.cause === entry.cause.trim());
      }
      for (const { line } of notes) assert.ok(line === undefined || (line >= 0 && line < lines.length), `line ${line}`);
      assert.ok(codes.length > 0 || notes.length > 0, 'neither codes nor a word why');
    }
  }
}

describe('readers of structured documents', function () {
  this.timeout(60_000);
  it('read any text without throwing, within the document', () => fc.assert(fc.asyncProperty(texts, checkAll), { numRuns: 300 }));

  it('read any document without throwing, within the document', () =>
    fc.assert(
      fc.asyncProperty(documents, (document) => checkAll(JSON.stringify(document, undefined, 1))),
      { numRuns: 300 },
    ));
});
