import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { compileGlob, splitGlob } from '../../../server/src/service/matching/glob.ts';
import { keepGlobs } from '../../../server/src/service/settings/keepGlobs.ts';
import { limits } from '../../../server/src/service/limits.ts';

function matches(glob: string, path: string, ignoreCase = false): boolean {
  const result = compileGlob(glob, { ignoreCase });
  assert.ok(result.ok, `${glob}: ${result.ok ? '' : result.problem}`);
  return result.matches(path);
}

function problemOf(glob: string): string | undefined {
  const result = compileGlob(glob);
  return result.ok ? undefined : result.problem;
}

/** Milliseconds that everything about a glob may take, on a busy machine, too. */
const soon = 1_000;

describe('globs', () => {
  const cases: readonly (readonly [glob: string, matching: readonly string[], others: readonly string[]])[] = [
    ['*.ts', ['a.ts', '.ts', '.a.ts'], ['a.tsx', 'b/a.ts', 'ts']],
    ['**/*.ts', ['a.ts', 'b/a.ts', 'c/.b/a.ts'], ['a.js', '../a.ts']],
    ['src/**', ['src', 'src/a', 'src/a/b'], ['srcs/a', 'a/src']],
    ['src/**/test/*.ts', ['src/test/a.ts', 'src/a/b/test/a.ts'], ['src/a/test/b/a.ts', 'test/a.ts']],
    ['*/**', ['a/b', 'a/b/c'], ['a']],
    ['**', ['a', 'a/b/c', '.a/b'], []],
    ['?.log', ['a.log'], ['.log', 'ab.log', '/.log']],
    ['[a-cx].log', ['b.log', 'x.log'], ['d.log', '-.log']],
    ['[!a-c].log', ['d.log'], ['a.log', '/.log']],
    ['[^a].log', ['d.log'], ['a.log']],
    ['a[]]b', ['a]b'], ['ab']],
    ['{src,lib}/**/*.{ts,js}', ['src/a.ts', 'lib/b/c.js'], ['bin/a.ts', 'src/a.py']],
    ['{a,{b,c}d}.ts', ['a.ts', 'bd.ts', 'cd.ts'], ['b.ts', 'd.ts']],
    ['v{1..12}.log', ['v1.log', 'v12.log'], ['v13.log', 'v.log']],
    ['@(a|b).ts', ['a.ts', 'b.ts'], ['ab.ts', '.ts']],
    ['a?(b|c).ts', ['a.ts', 'ab.ts', 'ac.ts'], ['abc.ts']],
    ['(a|b).ts', ['a.ts', 'b.ts'], ['c.ts']],
    ['!src/**', ['lib/a.ts'], ['src/a.ts']],
    ['!!src/**', ['src/a.ts'], ['lib/a.ts']],
    ['./src/*.ts', ['src/a.ts'], ['lib/a.ts']],
    ['pages/[id]/*.ts', ['pages/[id]/a.ts', 'pages/i/a.ts'], ['pages/id/a.ts']],
    ['app/(auth)/*.ts', ['app/(auth)/a.ts'], ['app/auth/a.ts']],
    ['\\*.ts', ['*.ts'], ['a.ts']],
    ['\\{a,b\\}', ['{a,b}'], ['a', 'b']],
    ['{a}', ['{a}'], ['a']],
    ['[a', ['[a'], ['a']],
    ['{a,b', ['{a,b'], ['a']],
    ['../shared/*.ts', ['../shared/a.ts'], ['shared/a.ts']],
  ];
  for (const [glob, matching, others] of cases)
    it(glob, () => {
      assert.deepEqual(
        matching.filter((path) => !matches(glob, path)),
        [],
      );
      assert.deepEqual(
        others.filter((path) => matches(glob, path)),
        [],
      );
    });

  it('match in any case where that is asked for', () => {
    assert.ok(matches('*.LOG', 'app.log', true));
    assert.ok(matches('[A-C].log', 'B.LOG', true));
    assert.ok(!matches('*.LOG', 'app.log'));
  });

  it('match as picomatch has it, where that ends', function () {
    this.timeout(20_000);
    const name = fc.constantFrom('a', 'b', 'ab', 'a.b', '.a', 'b.ts', 'aab', 'ba.a');
    const part = fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[a-b]', '{a,b}', '{ab,.ts}', '{a,b*}', '.ts', '@(a|b)', '\\a');
    const segment = fc.oneof(
      { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: fc.constant('**') },
    );
    const glob = fc
      .tuple(fc.constantFrom('', '', '', '!'), fc.array(segment, { minLength: 1, maxLength: 4 }))
      .map(([sign, segments]) => sign + segments.join('/'));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(glob, path, (pattern, given) => {
        // There a question mark after a group repeats it, a star in braces is not seen before `/**`, and two stars that are no whole
        // segment depend on what follows them.
        const own = /\)\?|\*@\(|\*\}(?:\/\*\*)+$|(?<![!/]|^)\*\*|\*\*(?!\/|$)/;
        fc.pre(problemOf(pattern) === undefined && !own.test(pattern));
        assert.equal(matches(pattern, given), picomatch(pattern, { dot: true })(given));
      }),
      { numRuns: 5_000 },
    );
  });

  it('never fail, for any text', () => {
    const sign = fc.constantFrom(
      '*',
      '**',
      '/',
      '{',
      '}',
      ',',
      '(',
      ')',
      '|',
      '[',
      ']',
      '!',
      '^',
      '-',
      '\\',
      '.',
      '..',
      '?',
      '@',
      '+',
      'a',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(sign, fc.string({ maxLength: 3 })), { maxLength: 30 }),
        fc.string({ maxLength: 30 }),
        (parts, path) => {
          const result = compileGlob(parts.join(''));
          if (result.ok) result.matches(path);
          splitGlob(parts.join(''));
        },
      ),
    );
  });

  const path = `${'a/'.repeat(50)}${'a'.repeat(200)}`;
  const bombs: Readonly<Record<string, string>> = {
    'a repeated group': '(a+)+b',
    stars: `${'*a'.repeat(400)}b`,
    'stars of folders': `${'**/a/'.repeat(150)}b`,
    braces: '{a,b}'.repeat(200),
    'braces in one another': `${'{a,'.repeat(300)}b${'}'.repeat(300)}`,
    'brackets that never end': '{('.repeat(500),
    'round brackets': '@(a|b)'.repeat(160),
    'a long range': '{1..999999}{1..999999}',
    'a repetition': '+(a|a)'.repeat(100),
    'a class that never ends': '['.repeat(1_000),
    'no end': 'a'.repeat(70_000),
  };
  for (const [name, glob] of Object.entries(bombs))
    it(`take little time: ${name}`, () => {
      const begun = Date.now();
      const result = compileGlob(glob);
      if (result.ok) for (let round = 0; round < 20; round += 1) assert.equal(result.matches(path), false);
      assert.ok(Date.now() - begun < soon);
    });

  it('have limits, and are kept at them', () => {
    assert.equal(problemOf('a'.repeat(limits.globLength)), undefined);
    assert.equal(problemOf('a'.repeat(limits.globLength + 1)), `it is longer than ${limits.globLength} characters`);
    assert.equal(problemOf(`{1..${limits.globAlternatives}}`), undefined);
    assert.equal(problemOf(`{0..${limits.globAlternatives}}`), `it has more than ${limits.globAlternatives} alternatives`);
    for (const empty of ['', '!', './']) assert.equal(problemOf(empty), 'it is empty');
    for (const repeated of ['+(a)', '*(a|b)', 'src/!(a)']) assert.match(problemOf(repeated) ?? '', /not supported/);
  });

  it('are named where they are skipped, and the others kept', () => {
    const said: string[] = [];
    assert.deepEqual(
      keepGlobs(['a', '', '+(a)', 'x'.repeat(70_000), 'b'], (sentence) => void said.push(sentence)),
      ['a', 'b'],
    );
    assert.deepEqual(said, [
      'has a glob that is skipped, "": it is empty',
      'has a glob that is skipped, "+(a)": it has +(…), *(…) or !(…), which are not supported',
      `has a glob that is skipped, "${'x'.repeat(60)}…": it is longer than ${limits.globLength} characters`,
    ]);
    assert.equal(keepGlobs(Array<string>(limits.globs).fill('a'), () => assert.fail()).length, limits.globs);
    assert.equal(keepGlobs(Array<string>(limits.globs + 1).fill('a'), (sentence) => said.push(sentence)).length, limits.globs);
    assert.match(said.at(-1) ?? '', /only the first 1000 are used/);
  });

  it('begin with a folder', () => {
    assert.deepEqual(splitGlob('docs/api/*.md'), { base: 'docs/api/', rest: '*.md' });
    assert.deepEqual(splitGlob('docs/a{1,2}/b*.md'), { base: 'docs/', rest: 'a{1,2}/b*.md' });
    assert.deepEqual(splitGlob('**/*.md'), { base: '', rest: '**/*.md' });
    assert.equal(splitGlob('docs (copy)/errors.md'), undefined);
  });
});
