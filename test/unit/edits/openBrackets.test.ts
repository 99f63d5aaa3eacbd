import assert from 'node:assert/strict';
import { closersOf } from '../../../server/src/service/edits/openBrackets.ts';
import { languages } from '../../../server/src/service/languages/registry.ts';

describe('brackets that are open', () => {
  for (const language of languages) {
    const { line, block } = language.comment;
    const [quote] = language.quotes;

    it(`are closed in their order in ${language.title}, strings and comments left out`, () => {
      const texts = [
        `${line} it's (not\nf({ [`,
        `f({ ${quote}(${quote}, [`,
        ...(block ? [`${block[0]} one (\n two { ${block[1]} f({ [`] : []),
      ];
      for (const text of texts) assert.equal(closersOf(text, language), ']})', text);
      assert.equal(closersOf('f({ a: [1] })', language), '');
    });
  }
});
