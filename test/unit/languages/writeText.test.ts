import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../../server/src/service/languages/registry.ts';
import { isPlain, readString, writeComment, writeString } from '../../../server/src/service/languages/writeText.ts';
import { testParsers } from '../support/testService.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom('\\', '"', "'", '`', '$', '{', '}', '#', '?', '/', '<', '!', '*', '\n', '\u2028', '\ud800', 'u0022', 'A'),
      {
        maxLength: 10,
      },
    )
    .map((parts) => parts.join('')),
);

for (const language of languages)
  describe(`texts in ${language.id}`, () => {
    it('are read as what was written', () => {
      fc.assert(
        fc.property(text, fc.constantFrom(...Object.keys(language.text.strings)), (value, quote) => {
          const literal = writeString(language.text, quote, value);
          if (literal !== undefined) assert.equal(readString(language.text, literal), value, literal);
          else assert.ok(!isPlain(value));
        }),
        { numRuns: 500 },
      );
    });

    it('are one literal to the parser, with nothing in it that runs', async () => {
      const parser = await testParsers.parserFor(language.grammar);
      await fc.assert(
        fc.asyncProperty(text, async (value) => {
          const literal = writeString(language.text, language.quotes[0], value);
          if (literal === undefined) return;
          const tree = await parser.parse(language.text.frame(literal));
          const start = language.text.frame('\ue000').indexOf('\ue000');
          const isWhole = tree?.rootNode
            .descendantsOfType([...language.text.nodes])
            .some((node) => node?.startIndex === start && node.text === literal);
          const isRight = tree?.rootNode.hasError === false && isWhole === true;
          tree?.delete();
          assert.ok(isRight, language.text.frame(literal));
        }),
        { numRuns: 100 },
      );
    });

    it('are one line in a comment', () => {
      fc.assert(
        fc.property(text, (value) => {
          const comment = writeComment(language.text, value);
          assert.doesNotMatch(comment, /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|\*\/|\\$/u);
        }),
        { numRuns: 300 },
      );
    });
  });

describe('a comment keeps what only reads like something else', () => {
  it('in ordinary sentences', () => {
    for (const sentence of [
      'The type: string was expected (see https://example.com/a-b).',
      '402: API balance is too low; go to billing.',
      'Path C:\\temp or a\\b',
      'Fields such as `code` and "status", 50 % of them',
    ])
      assert.equal(writeComment(languages[0]?.text ?? assert.fail(), sentence), sentence);
  });
});
