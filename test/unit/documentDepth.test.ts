import assert from 'node:assert/strict';
import { isJsonTooDeep, isYamlTooDeep } from '../../server/src/service/documentDepth.ts';
import { limits } from '../../server/src/service/limits.ts';

const most = limits.documentDepth;
const mostOfJson = limits.jsonDepth;
const lines = (count: number): string => Array.from({ length: count }, (_none, at) => `${' '.repeat(at)}a:`).join('\n');

describe('how deep a document is', () => {
  const deep: Readonly<Record<string, (levels: number) => string>> = {
    lists: (levels) => '['.repeat(levels),
    objects: (levels) => '{"a":'.repeat(levels),
    'lists after a quote that could begin a string': (levels) => `a: don't\nb: ${'['.repeat(levels - 1)}`,
    'blocks below one another': lines,
    'items on one line': (levels) => `${'- '.repeat(levels - 1)}- a`,
    'keys on one line': (levels) => `${'? '.repeat(levels - 1)}? a`,
    'items on lines further in': (levels) =>
      `${Array.from({ length: levels / 10 }, (_none, at) => `${' '.repeat(at * 20)}${'- '.repeat(9)}-`).join('\n')}\n`,
  };
  for (const [name, write] of Object.entries(deep))
    it(`${name}: at the limit and above it`, () => {
      assert.equal(isYamlTooDeep(write(most)), false);
      assert.equal(isYamlTooDeep(write(most + 10)), true);
    });

  it('JSON, with comments and with brackets in strings', () => {
    assert.equal(isJsonTooDeep('['.repeat(mostOfJson)), false);
    assert.equal(isJsonTooDeep('['.repeat(mostOfJson + 1)), true);
    assert.equal(isJsonTooDeep(`// "\n${'["]",'.repeat(mostOfJson + 1)}`), true);
    assert.equal(
      isJsonTooDeep(`["${'['.repeat(mostOfJson)}", "\\"${'['.repeat(mostOfJson)}" /* ${'['.repeat(mostOfJson)} */]`),
      false,
    );
  });

  it('wide documents are not deep', () => {
    assert.equal(isYamlTooDeep(`${'- { a: [1] }\n'.repeat(2_000)}`), false);
    assert.equal(isYamlTooDeep(`${'- a:\n    - b: 1\n'.repeat(2_000)}`), false);
    assert.equal(isYamlTooDeep(`a: |\n${'  [[[ {{{ - - -\n'.repeat(500)}b: "${'['.repeat(500)}"\n# ${'['.repeat(500)}\n`), false);
    assert.equal(isJsonTooDeep('[{"a":[1]},'.repeat(50) + '[]'.repeat(2_000)), false);
  });
});
