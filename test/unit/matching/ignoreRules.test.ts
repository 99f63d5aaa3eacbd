import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { readIgnoreRules } from '../../../server/src/service/matching/ignoreRules.ts';
import { limits } from '../../../server/src/service/limits.ts';

describe('rules of what git ignores', () => {
  const cases: readonly (readonly [rules: string, ignored: readonly string[], others: readonly string[]])[] = [
    ['*.log', ['a.log', 'b/a.log'], ['a.ts']],
    ['build', ['build', 'build/a.ts', 'a/build/b.ts'], ['builds/a.ts']],
    ['build/', ['build/a.ts', 'a/build/b.ts'], ['build']],
    ['/build', ['build/a.ts'], ['a/build/b.ts']],
    ['docs/*.md', ['docs/a.md'], ['a/docs/a.md', 'docs/b/a.md']],
    ['docs/**', ['docs/a', 'docs/a/b'], ['docs']],
    ['**/gen/**', ['gen/a', 'a/gen/b/c'], ['gen']],
    ['a/**/b', ['a/b', 'a/c/d/b'], ['a/c']],
    ['*.log\n!keep.log', ['a.log'], ['keep.log']],
    ['out/\n!out/keep.log', ['out/keep.log'], []],
    ['# note\n\n\\#a\n\\!b\r\nc ', ['#a', '!b', 'c'], ['# note']],
    ['{a,b}', ['{a,b}'], ['a']],
  ];
  for (const [rules, ignored, others] of cases)
    it(JSON.stringify(rules), () => {
      const { say } = readIgnoreRules(rules);
      assert.deepEqual(
        [...ignored, ...others].filter((path) => say(path) === 'ignored'),
        ignored,
      );
    });

  it('agree with an independent reader', () => {
    const part = fc.constantFrom('a', 'b', '*', '?', '[ab]', 'ab', '.ts');
    const segment = fc.oneof(
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      fc.constant('**'),
    );
    const rule = fc
      .tuple(
        fc.constantFrom('', '', '!'),
        fc.constantFrom('', '/'),
        fc.array(segment, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '/'),
      )
      .map(
        ([sign, first, segments, last]) => sign + first + segments.join('/').replace(/(?<=[^/])\*\*+|\*\*+(?=[^/])/g, '*') + last,
      );
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'a.ts', 'ba'), { minLength: 1, maxLength: 4 })
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), path, (rules, given) => {
        const text = rules.join('\n');
        const { ignored, unignored } = ignore().add(text).test(given);
        assert.equal(readIgnoreRules(text).say(given), ignored ? 'ignored' : unignored ? 'kept' : undefined);
      }),
      { numRuns: 5_000 },
    );
  });

  it('take little time, for any text', () => {
    const begun = Date.now();
    const { say } = readIgnoreRules(`${'**/a/'.repeat(20)}**/b\n${'*a'.repeat(100)}b\n${'a'.repeat(70_000)}\n*.log`);
    assert.equal(say(`${'a/'.repeat(200)}x.ts`), undefined);
    assert.equal(say('a.log'), 'ignored');
    assert.ok(Date.now() - begun < 1_000);
  });

  it('are read up to a limit', () => {
    const rules = (count: number): string => `${'a\n'.repeat(count - 1)}*.log`;
    assert.equal(readIgnoreRules(rules(limits.ignoreRules)).say('b.log'), 'ignored');
    assert.equal(readIgnoreRules(rules(limits.ignoreRules + 1)).say('b.log'), undefined);
  });
});
