import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createKeywordFinder } from '../../../server/src/service/redaction/keywordFinder.ts';
import { personalData } from '../../../server/src/service/redaction/personalData.ts';
import { redactText, redactTexts } from '../../../server/src/service/redaction/redaction.ts';
import { secretRules } from '../../../server/src/service/redaction/secretRules.ts';

const none = () => Promise.resolve([]);
const options = { catalogues: [], findSecrets: none, keep: [] };

describe('createKeywordFinder', () => {
  it('finds each place of each keyword, in any case', () => {
    const letters = fc.stringMatching(/^[abAB_ñÑ]{1,4}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 1, maxLength: 6 }),
        fc.stringMatching(/^[abAB_ñÑ\n]{0,40}$/),
        (keywords, text) => {
          const { keywords: found, starts } = createKeywordFinder(keywords)(text);
          const places = found.map((keyword, index) => `${keyword}@${starts[index]}`);
          const expected = keywords.flatMap((keyword, index) =>
            Array.from({ length: text.length }, (_, at) => at)
              .filter((at) => text.slice(at, at + keyword.length).toLowerCase() === keyword.toLowerCase())
              .map((at) => `${index}@${at}`),
          );
          assert.deepEqual(places.sort(), expected.sort());
        },
      ),
    );
  });
});

describe('the rules of redaction', () => {
  it('end soon on a text of all their keywords, however these follow each other', async () => {
    const keywords = [...new Set([...secretRules, ...personalData].flatMap((rule) => rule.keywords ?? []))];
    for (const sign of ['', ' ', '\n', '="', '":"', '/', '\\', '=a1', '_', '-', ':\n  ']) {
      const text = keywords.join(sign).repeat(20).slice(0, 50_000);
      await redactText(text, options);
    }
  }).timeout(20_000);

  it('end soon on a text of any one sign', async () => {
    for (const sign of [
      '=',
      '+',
      '%41',
      '\\',
      '\\u0041',
      '&amp;',
      '1',
      'a',
      '"',
      '(',
      '$',
      '|',
      '{"',
      'a,',
      '1.1.1.1.',
      '+1',
      '4111 ',
      'DE89 ',
    ])
      await redactText(sign.repeat(50_000 / sign.length), options);
  }).timeout(20_000);

  it('have keywords that their own texts contain', () => {
    for (const { keywords = [] } of secretRules) for (const keyword of keywords) assert.equal(keyword, keyword.toLowerCase());
  });
});

describe('redactTexts', () => {
  it('finds a secret of one text in the others, and keeps them apart', async () => {
    const texts = ['password=hunter22zq', 'again hunter22zq', 'nothing', 'password:', 'indented\n  value'];
    assert.deepEqual(await redactTexts(texts, options), [
      'password=[redacted secret value]',
      'again [redacted secret value]',
      ...texts.slice(2),
    ]);
  });
});
